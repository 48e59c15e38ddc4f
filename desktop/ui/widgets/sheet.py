"""Page that replaces tree and answer, between the header and the help bar, which stay.

Not a separate window: a quick exit hides everything at once, a screen reader does not reach the
content behind, and the kiosk, which has no dialogs, can show the same pages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.ui.look.theme import Look

    class Page(Protocol):
        """Content of a sheet; a widget."""

        def title(self) -> str:
            """Title of the page, in the language of the program."""


WIDEST: Final = 1000  # pixels at 100 %


class Sheet(Adaptive, QWidget):
    """Shows one page at a time, with its title and a button that closes it."""

    closed = Signal()

    def __init__(self, look: Look, *, back: bool = False) -> None:
        """Create an empty sheet; with `back`, its close button is "Back" at the left."""
        super().__init__()
        self.setObjectName("sheet")
        self._back = back
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(1, 1)  # a page must not make the window larger than the screen
        self._page: Page | None = None
        self._title = with_object_name(
            QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True), "sheetTitle"
        )
        self._close = with_object_name(QToolButton(), "sheetClose")
        self._close.clicked.connect(self.close_page)
        self._card = with_object_name(QFrame(), "sheetCard")
        self._head = QHBoxLayout()
        self._head.addWidget(self._title, 1)
        self._head.insertWidget(0 if back else 1, self._close, 0, Qt.AlignmentFlag.AlignTop)
        if back:
            self._close.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._column = QVBoxLayout(self._card)
        self._column.addLayout(self._head)
        self._row = QHBoxLayout(self)
        self._row.addStretch(1)
        self._row.addWidget(self._card, 255)
        self._row.addStretch(1)
        self._retranslate()
        self.take_look(look)

    @property
    def page(self) -> Page | None:
        """Current page, or None."""
        return self._page

    def show_page(self, page: Page) -> None:
        """Show `page`, a widget that this sheet now owns, instead of the one before."""
        self.drop_page()
        self._page = page
        widget = cast("QWidget", page)
        self._column.addWidget(widget, 1)
        widget.show()
        self._retranslate()
        self.take_focus()
        announce(self._title, self._title.text())

    def take_focus(self) -> None:
        """Set the focus to the first control of the page, which must be visible."""
        if self._page is not None:
            # Not by `nextInFocusChain`: PySide ties its result to the widget it was called on.
            parts = cast("QWidget", self._page).findChildren(QWidget)
            first = next(filter(_takes_tab, parts), self._close)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_page(self) -> None:
        """Close the page."""
        if self._page is not None:
            self.drop_page()
            self.closed.emit()

    def drop_page(self) -> None:
        """Close the page, if there is one, without a signal."""
        if self._page is not None:
            widget, self._page = cast("QWidget", self._page), None
            widget.hide()
            self._column.removeWidget(widget)
            widget.deleteLater()

    def _restyle(self) -> None:
        look = self._look
        edge, cross = 12, look.chrome.px(20)
        self._row.setContentsMargins(edge, edge, edge, edge)
        self._card.setMaximumWidth(look.px(WIDEST))
        self._column.setContentsMargins(24, 12, 24, 16)  # large text needs the space
        self._column.setSpacing(look.chrome.px(8))
        picture = "arrow-left" if self._back else "x"
        self._close.setIcon(icons.icon(picture, look.tokens.ink, cross))
        self._head.setSpacing(look.chrome.px(14))
        self._close.setIconSize(QSize(cross, cross))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Handle Esc, which closes the page unless the page uses it."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_page()
        else:
            super().keyPressEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self._page.title() if self._page else "")
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setAccessibleName(self.tr("Back") if self._back else self.tr("Close"))
        if self._back:
            self._close.setText(f"\u00a0{self.tr('Back')}")


def _takes_tab(part: QWidget) -> bool:
    takes = bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return takes and part.isVisible() and part.isEnabled()
