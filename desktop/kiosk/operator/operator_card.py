"""Parts of the operator's panel: cards, and buttons that ask for confirmation."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.pack.markup import Run
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.look.text import rich
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.page import PlainButton, make_label
from desktop.ui.widgets.wrapping import Heading, WrappingLabel


class OperatorCard(Adaptive, QFrame):
    """A heading, with facts, text and controls below it; its text cannot be selected."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("operatorCard")
        self._column = QVBoxLayout(self)
        self.add(Heading(title))

    def add(self, part: QWidget) -> None:
        """Put `part` below the others."""
        if isinstance(part, WrappingLabel):
            part.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._column.addWidget(part)

    def fact(self, name: str, value: str) -> None:
        """Add a line such as "Version: 2"."""
        self.add(WrappingLabel(rich((Run(name, bold=True), Run(f" {value}")))))

    def set_text(self, words: str) -> None:
        """Add plain text; line breaks are preserved."""
        words_of_it = make_label("operatorWords")
        words_of_it.setText(words)
        self.add(words_of_it)

    def warn(self, words: str) -> None:
        """Add a warning that calls for action."""
        self.set_text(words)
        with_object_name(self.findChildren(WrappingLabel)[-1], "operatorWarning")

    def _restyle(self) -> None:
        look = self._look
        edge = look.chrome.px(18)
        self._column.setContentsMargins(edge, look.chrome.px(14), edge, edge)
        self._column.setSpacing(look.chrome.px(8))


class ConfirmButton(Adaptive, QWidget):
    """A button that asks in its own place and not in a dialog: a question with two buttons."""

    confirmed = Signal()

    def __init__(self, *, action: str, question: str, yes: str, no: str) -> None:
        """Show the button `action`; its question says what happens after `yes`."""
        super().__init__()
        self.action, self.yes, self.no = (PlainButton("operatorButton") for _ in range(3))
        self._question = make_label("operatorWarning")
        self._question.setText(question)
        for button, words in ((self.action, action), (self.yes, yes), (self.no, no)):
            button.set_text(words)
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
        column.addWidget(self.action)
        column.addWidget(self._asking)
        self._asking.hide()
        self.action.clicked.connect(self._ask)
        self.no.clicked.connect(self.take_back)
        self.yes.clicked.connect(self._confirm)

    def take_back(self) -> None:
        """Show the first button again."""
        had_focus = self._asking.isAncestorOf(self.window().focusWidget() or self)
        self.action.show()
        if had_focus:
            self.action.setFocus(Qt.FocusReason.OtherFocusReason)
        self._asking.hide()

    def _restyle(self) -> None:
        for button in (self.action, self.yes, self.no):
            button.setMinimumHeight(max(60, self._look.chrome.px(44)))

    def _ask(self) -> None:
        self._asking.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)
        self.action.hide()
        announce(self, self._question.text())

    def _confirm(self) -> None:
        self.take_back()
        self.confirmed.emit()
