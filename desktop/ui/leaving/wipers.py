"""Empties Qt's own widgets of what a person typed, marked or looked at.

All of it works on whatever lies below a root, so that a new field cannot be forgotten.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QComboBox,
    QCompleter,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QTreeView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

W = TypeVar("W", bound=QWidget)
EMPTIED = (QLineEdit, QPlainTextEdit, QTextEdit)
BY_LINE_EDIT = (QAbstractItemView, QAbstractSpinBox, QComboBox)  # take text in a field of theirs


def wipe_widgets(root: QWidget) -> None:
    """Empty everything below `root`: texts, undo, completers, marked words, lists, places."""
    wipe_texts(root)
    wipe_marks(root)
    wipe_views(root)
    for area in _below(root, QScrollArea):
        _scroll_up(area)


def wipe_texts(root: QWidget) -> None:
    """Empty the text fields below `root`, with undo, redo, marked words and completers.

    Fields that can only be read are emptied too: they may show what was read.
    """
    for edit in _below(root, QLineEdit):
        if completer := edit.completer():
            _wipe_completer(completer)
        edit.setText("")  # unlike clear(), leaves nothing to undo
    for plain in _below(root, QPlainTextEdit):
        plain.setPlainText("")
    for rich in _below(root, QTextEdit):
        rich.setPlainText("")


def wipe_marks(root: QWidget) -> None:
    """Unmark the words marked in labels below `root`."""
    for label in _below(root, QLabel):
        if label.hasSelectedText():
            label.setSelection(0, 0)


def wipe_views(root: QWidget) -> None:
    """Bring lists and trees below `root` back to their start: none chosen, none opened."""
    for view in _below(root, QAbstractItemView):
        if isinstance(view, QHeaderView) or isinstance(view.parent(), QCalendarWidget):
            continue  # has no choice of its own; always has a chosen day
        view.clearSelection()
        view.setCurrentIndex(QModelIndex())
        if isinstance(view, QTreeView):
            view.collapseAll()
        _scroll_up(view)


def drop_editors(root: QWidget) -> None:
    """Close the editors in lists below `root` without keeping what is half typed in them.

    To be called before a window is hidden: Qt keeps the text of an editor that is hidden.
    """
    for view in _below(root, QAbstractItemView):
        for edit in view.viewport().findChildren(QLineEdit):
            view.itemDelegate().closeEditor.emit(
                edit, QAbstractItemDelegate.EndEditHint.RevertModelCache
            )


def wipe_focus(root: QWidget) -> None:
    """Have no widget below `root` remember where the focus was: Qt would bring it back there.

    It would show the next one which button was used last.
    """
    for widget in _all_of(root):
        if last := widget.focusWidget():
            last.clearFocus()


def wipe_hover(root: QWidget) -> None:
    """Have no widget below `root` look as if the pointer were on it.

    Qt does not tell a widget that the pointer has left if a button was held meanwhile that is
    kept from it.
    """
    for widget in _all_of(root):
        if widget.underMouse():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def unregistered_text_fields(root: QWidget) -> list[QWidget]:
    """What takes text below `root` and is none of the fields that `wipe_texts` empties."""
    return [
        widget
        for widget in _below(root, QWidget)
        if widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        and not isinstance(widget, EMPTIED + BY_LINE_EDIT)
    ]


def _below(root: QWidget, kind: type[W]) -> Iterator[W]:
    if isinstance(root, kind):
        yield root
    yield from root.findChildren(kind)


def _all_of(root: QWidget) -> Iterator[QWidget]:
    """`root` and all below it.

    Not by `findChildren`: what Qt itself made, such as scroll bars, PySide would then keep for as
    long as `root` lives.
    """
    for widget in QApplication.allWidgets():
        if widget is root or root.isAncestorOf(widget):
            yield widget


def _wipe_completer(completer: QCompleter) -> None:
    if popup := completer.popup():
        popup.hide()
    completer.setCompletionPrefix("")
    model = completer.model()
    model.removeRows(0, model.rowCount())


def _scroll_up(area: QAbstractItemView | QScrollArea) -> None:
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setValue(bar.minimum())
