"""State of a print job in words."""

from __future__ import annotations

from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QTimer

from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import set_text_or_hide
from desktop.ui.widgets.wrapping import WrappingLabel

BUSY_DELAY_MS: Final = 400


class PrintState(Enum):
    """State of the page or of its last job."""

    QUIET = auto()
    NO_PRINTER = auto()
    NOTHING = auto()
    MAKING = auto()
    SENDING = auto()
    SENT = auto()
    NOT_TAKEN = auto()
    NOT_MADE = auto()


class PrintStatus(Adaptive, WrappingLabel):
    """Line that follows the state and the language; announced to screen readers."""

    def __init__(self) -> None:
        super().__init__("", "printStatus")
        self._state = PrintState.QUIET
        self._busy_delay = QTimer(self, singleShot=True, interval=BUSY_DELAY_MS)
        self._busy_delay.timeout.connect(self._announce)

    @property
    def state(self) -> PrintState:
        """The state shown."""
        return self._state

    def show_state(self, state: PrintState) -> None:
        """Show another state, and announce it unless it is short work."""
        self._state = state
        if state is PrintState.MAKING:
            self._busy_delay.start()
        else:
            self._busy_delay.stop()
            self._announce()

    def _announce(self) -> None:
        self._retranslate()
        if self.isVisible():
            announce(self, self.text())

    def _retranslate(self) -> None:
        words = {
            PrintState.QUIET: "",
            PrintState.NO_PRINTER: self.tr(
                "No printer is set up on this computer. You can save a PDF instead."
            ),
            PrintState.NOTHING: self.tr(
                "There is too much to print at once. Close this page, open an answer, and try"
                " again."
            ),
            PrintState.MAKING: self.tr("Getting the pages ready…"),
            PrintState.SENDING: self.tr("Sending the pages to the printer…"),
            PrintState.SENT: self.tr("The pages are on their way to the printer."),
            PrintState.NOT_TAKEN: self.tr(
                "The printer did not take the pages. Nothing else has changed. Check that it is"
                " on and has paper, or save a PDF instead."
            ),
            PrintState.NOT_MADE: self.tr(
                "The pages could not be made. Nothing was saved or printed. Close this page,"
                " open it again, and try once more."
            ),
        }
        set_text_or_hide(self, words[self._state])
