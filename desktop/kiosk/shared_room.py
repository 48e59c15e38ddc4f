"""Distribution of the window's height between text and the other parts of the kiosk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.kiosk.keyboard.keyboard import Keyboard
    from desktop.kiosk.looks import LookKeeper
    from desktop.kiosk.screens.home import Home
    from desktop.kiosk.screens.kiosk_header import KioskHeader
    from desktop.ui.results.help_bar import HelpBar

BARS: Final = 145  # pixels at 100 %: header and help bar with all their text
ROOM: Final = 230  # pixels at 100 %: minimum height between them for reading


class SharedRoom(QObject):
    """Shrinks the other parts if too little of the window's height is left for text."""

    def __init__(
        self,
        window: QWidget,
        looks: LookKeeper,
        header: KioskHeader,
        help_bar: HelpBar,
        home: Home,
        keyboard: Keyboard,
    ) -> None:
        """Follow the visibility of `keyboard`.

        Args:
            window: whose height is shared; owns this object.
            looks: the source of the text size.
            header: becomes lower.
            help_bar: takes one row.
            home: hides margins and the count while the keyboard is shown.
            keyboard: takes much of the height while it is shown.
        """
        super().__init__(window)
        self._window, self._looks, self._keyboard = window, looks, keyboard
        self._header, self._home, self._help_bar = header, home, help_bar
        keyboard.installEventFilter(self)

    def share(self) -> None:
        """Distribute the height; must be called for a new size of the window or a new look."""
        look, keys = self._looks.look, not self._keyboard.isHidden()
        left = self._window.height() - (self._keyboard.height() if keys else 0)
        compact = left - look.chrome.px(BARS) < look.px(ROOM)
        self._header.set_compact(compact=compact)
        self._home.set_compact(compact=compact and keys)
        self._help_bar.set_most_rows(1 if compact else 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self.share()
        return super().eventFilter(watched, event)
