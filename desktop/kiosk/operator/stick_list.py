"""Save tallies on a USB stick: one button for each mounted stick."""

from __future__ import annotations

from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.files import WriteFault
from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import WordButton, label, tell

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kiosk.operator.removable import Stick


class _State(Enum):
    READY = auto()
    CHOOSING = auto()
    NONE_FOUND = auto()
    SAVING = auto()
    SAVED = auto()
    FULL = auto()
    FAILED = auto()


class StickList(Adaptive, QWidget):
    """Lists the sticks on request, and reports the outcome. Writes nothing itself."""

    chosen = Signal(str)  # the folder of a stick

    def __init__(self, find: Callable[[], tuple[Stick, ...]]) -> None:
        """Show the first button.

        Args:
            find: returns the mounted sticks.
        """
        super().__init__()
        self._find = find
        self._state = _State.READY
        self._file = ""
        self._found: tuple[Stick, ...] = ()
        self.sticks: list[WordButton] = []
        self.search = WordButton("operatorButton")
        self.search.clicked.connect(self._search)
        self._said = label("operatorStatus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._said)
        self._column.addWidget(self.search)
        self._retranslate()

    def tell_saved(self, file: str) -> None:
        """Report that the file was written.

        Args:
            file: its name.
        """
        self._file = file
        self._set(_State.SAVED)

    def tell_not_saved(self, fault: WriteFault) -> None:
        """Report that nothing was written."""
        self._set(_State.FULL if fault is WriteFault.FULL else _State.FAILED)

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.chrome.px(10))
        for button in (self.search, *self.sticks):
            button.setMinimumHeight(max(60, self._look.chrome.px(44)))

    def _search(self) -> None:
        """Show a button for each mounted stick."""
        self._drop()
        self._found = self._find()
        for at, stick in enumerate(self._found):
            button = WordButton("operatorButton")
            button.clicked.connect(partial(self._choose, str(stick.folder)))
            self._column.insertWidget(1 + at, button)
            self.sticks.append(button)
            button.show()
        self._restyle()
        self._set(_State.CHOOSING if self._found else _State.NONE_FOUND)
        if self.sticks:
            self.sticks[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, folder: str) -> None:
        if self._state is not _State.CHOOSING:  # a double press
            return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop()
        self._set(_State.SAVING)
        self.chosen.emit(folder)

    def _drop(self) -> None:
        for button in self.sticks:
            button.hide()
            self._column.removeWidget(button)
            button.deleteLater()
        self.sticks.clear()
        self._found = ()

    def _set(self, state: _State) -> None:
        self._state = state
        self._retranslate()
        announce(self, self._said.text())

    def _retranslate(self) -> None:
        tell(self._said, self._words())
        found = self._state in (_State.CHOOSING, _State.NONE_FOUND)
        self.search.say(self.tr("Look again") if found else self.tr("Save to a USB stick"))
        self.search.setEnabled(self._state is not _State.SAVING)
        for button, stick in zip(self.sticks, self._found, strict=True):
            button.say(self.tr("Save on “%1”").replace("%1", stick.name))

    def _words(self) -> str:
        match self._state:
            case _State.CHOOSING:
                return self.tr("Choose the stick.")
            case _State.NONE_FOUND:
                return self.tr(
                    "No USB stick was found. Plug one in, wait a few seconds, and look again."
                )
            case _State.SAVING:
                return self.tr("Saving… Leave the stick in.")
            case _State.SAVED:
                words = self.tr("“%1” is saved. You can take the stick out now.")
                return words.replace("%1", self._file)
            case _State.FULL:
                return self.tr("It was not saved: the stick is full. Make room or use another.")
            case _State.FAILED:
                return self.tr("It was not saved: this stick cannot be written to. Use another.")
            case _State.READY:
                return ""
