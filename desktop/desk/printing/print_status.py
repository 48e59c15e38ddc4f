"""What becomes of a document, in words."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer

from desktop.ui.answer.answer_parts import Text
from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import tell

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

PATIENCE_MS: Final = 400


class State(Enum):
    """What the page is doing, or has done."""

    QUIET = auto()
    NO_PRINTER = auto()
    NOTHING = auto()
    MAKING = auto()
    SENDING = auto()
    SENT = auto()
    NOT_TAKEN = auto()
    NOT_MADE = auto()


class PrintStatus(Adaptive, Text):
    """One line that changes with the state and the language; told to screen readers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "printStatus", parent)
        self._state = State.QUIET
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._patience.timeout.connect(self._tell)

    @property
    def state(self) -> State:
        """The state shown."""
        return self._state

    def show_state(self, state: State) -> None:
        """Show another state, and tell of it; of short work nothing is told."""
        self._state = state
        if state is State.MAKING:
            self._patience.start()
        else:
            self._patience.stop()
            self._tell()

    def _tell(self) -> None:
        self._retranslate()
        if self.isVisible():
            announce(self, self.text())

    def _retranslate(self) -> None:
        words = {
            State.QUIET: "",
            State.NO_PRINTER: self.tr(
                "No printer is set up on this computer. You can save a PDF instead."
            ),
            State.NOTHING: self.tr(
                "There is too much to print at once. Close this page, open an answer, and try"
                " again."
            ),
            State.MAKING: self.tr("Getting the pages ready…"),
            State.SENDING: self.tr("Sending the pages to the printer…"),
            State.SENT: self.tr("The pages are on their way to the printer."),
            State.NOT_TAKEN: self.tr(
                "The printer did not take the pages. Nothing else has changed. Check that it is"
                " on and has paper, or save a PDF instead."
            ),
            State.NOT_MADE: self.tr(
                "The pages could not be made. Nothing was saved or printed. Close this page,"
                " open it again, and try once more."
            ),
        }
        tell(self, words[self._state])
