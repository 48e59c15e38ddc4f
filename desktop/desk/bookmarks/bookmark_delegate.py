"""Delegate of a bookmark: draws its name above the question, and edits the name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.desk.bookmarks.bookmarks import LONGEST_NAME
from desktop.desk.bookmarks.bookmarks_model import BookmarkRole
from desktop.ui.look.changes import with_object_name
from desktop.ui.results.delegates import SemiBold, height, wrapped

if TYPE_CHECKING:
    from desktop.ui.look.theme import Look
    from desktop.ui.results.delegates import AnyIndex

_LEAVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class BookmarkDelegate(QStyledItemDelegate):
    """Draws rows at least as high as a comfortable target."""

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look

    def set_look(self, look: Look) -> None:
        """Set theme and text size."""
        self._look = look
        self.sizeHintChanged.emit(QModelIndex())

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        px = self._look.px
        name, under = self._texts(index, self._room(option))
        return QSize(px(80), max(height(name) + height(under) + px(16), px(46)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        px, t = self._look.px, self._look.tokens
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            focus = isinstance(option.widget, QAbstractItemView) and option.widget.hasFocus()
            edge = QPen(QColor(t.ink if chosen else t.accent), 2)
            painter.setPen(edge if focus or not chosen else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(t.accent if chosen else t.accent_bg))
            painter.drawRoundedRect(self._box(option), px(8), px(8))
        name, under = self._texts(index, self._room(option))
        top = option.rect.y() + (option.rect.height() - height(name) - height(under)) / 2
        spot = QPointF(option.rect.x() + self._edge(), top)
        painter.setPen(QColor(t.on_accent if chosen else t.ink))
        name.draw(painter, spot)
        painter.setPen(QColor(t.on_accent if chosen else t.mute))
        under.draw(painter, spot + QPointF(0, height(name)))
        painter.restore()

    def createEditor(  # noqa: N802
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002
        index: AnyIndex,  # noqa: ARG002
    ) -> QWidget:
        edit = with_object_name(QLineEdit(parent), "bookmarkName")
        edit.setMaxLength(LONGEST_NAME)
        edit.setAccessibleName(self.tr("Name of the bookmark"))
        return edit

    def updateEditorGeometry(  # noqa: N802
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: AnyIndex,  # noqa: ARG002
    ) -> None:
        editor.setGeometry(self._box(option).toRect())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """The Tab key ends the renaming, and up and down do nothing.

        Qt would go on to the next row, without an end; and leave the field for the list, where
        the next Delete removes a bookmark.
        """
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, self.EndEditHint.NoHint)
                return True
            if event.key() in _LEAVING:
                return True
        return super().eventFilter(editor, event)

    def _box(self, option: QStyleOptionViewItem) -> QRectF:
        edge = self._look.chrome.px(4)
        return QRectF(option.rect).adjusted(edge, 2, -edge, -2)

    def _edge(self) -> int:
        """Margin beside the text in pixels; capped, as large text needs the space."""
        return self._look.chrome.px(16)

    def _room(self, option: QStyleOptionViewItem) -> int:
        """Width of the text in pixels; space for the scroll bar is always subtracted."""
        view, wide = option.widget, option.rect.width()
        if isinstance(view, QAbstractItemView):
            wide = view.width() - view.verticalScrollBar().sizeHint().width()
        return wide - 2 * self._edge()

    def _texts(self, index: AnyIndex, room: int) -> tuple[QTextLayout, QTextLayout]:
        name = wrapped(str(index.data()), self._look.font(16, SemiBold), room)
        under = QTextLayout()  # of no height: an empty text would have a line
        if words := str(index.data(BookmarkRole.UNDER) or ""):
            under = wrapped(words, self._look.font(14), room)
        return name, under
