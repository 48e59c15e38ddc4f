"""How the height of the kiosk's window is shared between words and everything else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.kiosk.keyboard.keyboard import Keyboard
    from desktop.kiosk.look_keeper import LookKeeper
    from desktop.kiosk.screens.home import Home
    from desktop.kiosk.screens.kiosk_header import KioskHeader
    from desktop.ui.results.help_bar import HelpBar

BARS: Final = 145  # pixels at 100 %: header and help bar with all their words
ROOM: Final = 230  # pixels at 100 %: with less than this between them, there is little to read


class SharedRoom(QObject):
    """Where little of the window is left for words, everything else makes room."""

    def __init__(
        self,
        window: QWidget,
        looks: LookKeeper,
        header: KioskHeader,
        help_bar: HelpBar,
        home: Home,
        keyboard: Keyboard,
    ) -> None:
        """Follow `keyboard` as it comes and goes.

        Args:
            window: whose height is shared; owns this object.
            looks: tells how large words are.
            header: becomes lower.
            help_bar: takes one row.
            home: loses margins and the count, where the keyboard takes the room.
            keyboard: takes much of the room while it is shown.
        """
        super().__init__(window)
        self._window, self._looks, self._keyboard = window, looks, keyboard
        self._header, self._home, self._help_bar = header, home, help_bar
        keyboard.installEventFilter(self)

    def share(self) -> None:
        """To be called for another size of the window, or another look."""
        look, keys = self._looks.look, not self._keyboard.isHidden()
        left = self._window.height() - (self._keyboard.height() if keys else 0)
        compact = left - look.chrome.px(BARS) < look.px(ROOM)
        self._header.set_compact(compact=compact)
        self._home.set_compact(compact=compact and keys)
        self._help_bar.set_most_rows(1 if compact else 2)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Share anew when the keyboard comes or goes."""
        if event.type() in {QEvent.Type.Show, QEvent.Type.Hide}:
            self.share()
        return super().eventFilter(watched, event)
