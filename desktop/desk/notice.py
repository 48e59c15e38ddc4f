"""Bar that shows an error until it is dismissed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.ui.look.changes import Adaptive

MAX_LINES = 3  # `luminaria pack check` lists the rest


class Notice(Adaptive, QFrame):
    """Text and one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._done = QPushButton()
        self._done.clicked.connect(self.hide)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._text, 1)
        self._row.addWidget(self._done)
        self._retranslate()
        self.hide()

    def show_text(self, text: str) -> None:
        """Show the bar with the first lines of `text`, and announce it to screen readers."""
        lines = text.splitlines()
        shown = lines[:MAX_LINES] + (["…"] if len(lines) > MAX_LINES else [])
        self._text.setText("\n".join(shown))
        self.show()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def clear_text(self) -> None:
        """Hide the bar and delete its text."""
        self.hide()
        self._text.setText("")

    def _restyle(self) -> None:
        self._row.setContentsMargins(*(self._look.px(n) for n in (20, 10, 20, 10)))

    def _retranslate(self) -> None:
        self._done.setText(self.tr("OK"))
