"""Labels, headings and buttons whose text wraps."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QTextDocumentFragment
from PySide6.QtWidgets import (
    QAccessibleWidget,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QWidget,
)
from shiboken6 import isValid

from desktop.ui.look.text import Rich

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

MOST: Final = 60  # buttons in a list: nobody scrolls further by hand, and more take long to create


def wrapping_policy() -> QSizePolicy:
    """Policy of a widget that fills the width, and whose height depends on it."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    return policy


class WrappingLabel(QLabel):
    """Selectable text that wraps; links emit `linkActivated`."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(
            Qt.TextFormat.RichText if isinstance(text, Rich) else Qt.TextFormat.PlainText
        )
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if isinstance(text, Rich) and "<a href" in text:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setSizePolicy(wrapping_policy())

    def plain_text(self) -> str:
        """The text without markup."""
        is_rich = self.textFormat() == Qt.TextFormat.RichText
        return QTextDocumentFragment.fromHtml(self.text()).toPlainText() if is_rich else self.text()

    def sizeHint(self) -> QSize:
        """Width of one line for plain text; rich text fills its column.

        Qt would try several widths for each text, which is most of the time to open an answer.
        """
        metrics = self.fontMetrics()
        if self.textFormat() == Qt.TextFormat.PlainText:
            return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.lineSpacing())
        return QSize(200, metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Height of one line; Qt's own estimate for wrapping text is wider than its words."""
        if self.wordWrap():
            return QSize(40, self.fontMetrics().lineSpacing())
        return self.sizeHint()


class Heading(WrappingLabel):
    """Heading of a section, plain or rich, with the accessible role of a heading.

    The object name, such as "heading2" or "heading3", sets its size. Qt gives every label the role
    "label". A factory for accessible objects (in PySide6 6.11) gives headings another role, so that
    a screen reader can jump from one to the next.
    """

    def __init__(self, text: str = "", name: str = "heading2") -> None:
        _install_factory()
        super().__init__(text, name)
        self.setAccessibleName(self.plain_text())

    def setText(self, text: str) -> None:  # noqa: N802
        """Set plain text, and the accessible name with it."""
        super().setText(text)
        self.setAccessibleName(text)


def _accessible(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    """Accessible object of a heading; None uses Qt's for other objects."""
    if isinstance(thing, Heading):
        return QAccessibleWidget(thing, QAccessible.Role.Heading, "")
    return None


@cache
def _install_factory() -> None:
    QAccessible.installFactory(_accessible)


class WrappingButton(QPushButton):
    """Button for a whole question."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setAccessibleName(text)
        self._label = WrappingLabel(text)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 14, 8)
        self._row.addWidget(self._label)
        self.setSizePolicy(wrapping_policy())

    def sizeHint(self) -> QSize:
        return self._row.sizeHint() if self._is_one_line() else QSize()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize() if self._is_one_line() else QSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width) if self._is_one_line() else 0

    def _is_one_line(self) -> bool:
        """Whether the layout still exists: Qt requests sizes during the deletion of a window."""
        return isValid(self._row)
