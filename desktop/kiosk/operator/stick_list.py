"""Save tallies on a USB stick: one button for each mounted stick."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.base.files import WriteError
from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import PlainButton, make_label, set_text_or_hide

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kiosk.operator.removable import Stick


class StickList(Adaptive, QWidget):
    """Lists the sticks on request, and reports the outcome. Writes nothing itself.

    The panel creates it again in another language.
    """

    chosen = Signal(str)  # the folder of a stick

    def __init__(self, find: Callable[[], tuple[Stick, ...]]) -> None:
        """Show the first button; `find` returns the mounted sticks."""
        super().__init__()
        self._find = find
        self.sticks: list[PlainButton] = []
        self.search = PlainButton("operatorButton")
        self.search.set_text(self.tr("Save to a USB stick"))
        self.search.clicked.connect(self._search)
        self._message = make_label("operatorStatus")
        self._message.hide()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._message)
        self._column.addWidget(self.search)

    def show_outcome(self, file: str, error: WriteError | None) -> None:
        """Report whether the file of this name was written."""
        self.search.setEnabled(True)
        if error is None:
            words = self.tr("“%1” is saved. You can take the stick out now.")
            self._announce(words.replace("%1", file))
        elif error is WriteError.FULL:
            self._announce(
                self.tr("It was not saved: the stick is full. Make room or use another.")
            )
        else:
            self._announce(
                self.tr("It was not saved: this stick cannot be written to. Use another.")
            )

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.chrome.px(10))
        for button in (self.search, *self.sticks):
            button.setMinimumHeight(max(60, self._look.chrome.px(44)))

    def _search(self) -> None:
        """Show a button for each mounted stick."""
        self._drop()
        for at, stick in enumerate(self._find()):
            button = PlainButton("operatorButton")
            button.set_text(self.tr("Save on “%1”").replace("%1", stick.name))
            button.clicked.connect(partial(self._choose, str(stick.folder)))
            self._column.insertWidget(1 + at, button)
            self.sticks.append(button)
            button.show()
        self._restyle()
        self.search.set_text(self.tr("Look again"))
        if self.sticks:
            self._announce(self.tr("Choose the stick."))
            self.sticks[0].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._announce(
                self.tr("No USB stick was found. Plug one in, wait a few seconds, and look again.")
            )

    def _choose(self, folder: str) -> None:
        if not self.sticks:  # a double press
            return
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._drop()
        self.search.set_text(self.tr("Save to a USB stick"))
        self.search.setEnabled(False)
        self._announce(self.tr("Saving… Leave the stick in."))
        self.chosen.emit(folder)

    def _drop(self) -> None:
        for button in self.sticks:
            button.hide()
            self._column.removeWidget(button)
            button.deleteLater()
        self.sticks.clear()

    def _announce(self, words: str) -> None:
        set_text_or_hide(self._message, words)
        announce(self, words)
