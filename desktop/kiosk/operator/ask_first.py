"""A button that asks for confirmation in its own place and not in a dialog."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.page import WordButton, label


class ConfirmButton(Adaptive, QWidget):
    """One button; pressing it replaces it by a question with two buttons."""

    confirmed = Signal()

    def __init__(self, *, act: str, question: str, yes: str, no: str) -> None:
        """Show the button.

        Args:
            act: text of the button.
            question: asks for the confirmation, and says what happens then.
            yes: text of the button that confirms.
            no: text of the button that cancels.
        """
        super().__init__()
        self.act, self.yes, self.no = (WordButton("operatorButton") for _ in range(3))
        self._question = label("operatorWarning")
        self._question.setText(question)
        for button, words in ((self.act, act), (self.yes, yes), (self.no, no)):
            button.say(words)
        self._asking = QWidget()
        self._row = FlowLayout(12, 12)
        inner = QVBoxLayout(self._asking)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self._question)
        inner.addLayout(self._row)
        self._row.addWidget(self.no)  # first, so that a double press in one place cancels
        self._row.addWidget(self.yes)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.act)
        column.addWidget(self._asking)
        self._asking.hide()
        self.act.clicked.connect(self._ask)
        self.no.clicked.connect(self.take_back)
        self.yes.clicked.connect(self._confirm)

    def take_back(self) -> None:
        """Show the first button again."""
        had_focus = self._asking.isAncestorOf(self.window().focusWidget() or self)
        self.act.show()
        if had_focus:
            self.act.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asking.hide()

    def _restyle(self) -> None:
        for button in (self.act, self.yes, self.no):
            button.setMinimumHeight(max(60, self._look.chrome.px(44)))

    def _ask(self) -> None:
        self._asking.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        self.act.hide()
        announce(self, self._question.text())

    def _confirm(self) -> None:
        self.take_back()
        self.confirmed.emit()
