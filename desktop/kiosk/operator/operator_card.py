"""A card of the operator's panel: a heading, with facts, text and controls below it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop.pack.markup import Run
from desktop.ui.look.changes import Adaptive, named
from desktop.ui.look.text import rich
from desktop.ui.widgets.page import label
from desktop.ui.widgets.wrapping import Heading, WrappingLabel


class OperatorCard(Adaptive, QFrame):
    """Filled from top to bottom; its text cannot be selected."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def say(self, words: str) -> None:
        """Add plain text; line breaks are preserved."""
        words_of_it = label("operatorWords")
        words_of_it.setText(words)
        self.add(words_of_it)

    def warn(self, words: str) -> None:
        """Add a warning that calls for action."""
        self.say(words)
        named(self.findChildren(WrappingLabel)[-1], "operatorWarning")

    def _restyle(self) -> None:
        look = self._look
        edge = look.chrome.px(18)
        self._column.setContentsMargins(edge, look.chrome.px(14), edge, edge)
        self._column.setSpacing(look.chrome.px(8))
