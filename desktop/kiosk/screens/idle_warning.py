"""The idle warning: a strip with one large button, below the text that is being read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton

from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.wrapping import WrappingLabel

SAID_AT = (20, 10, 5)  # seconds left at which it is announced to a screen reader again


class IdleWarning(Adaptive, QFrame):
    """Counts down. Any touch anywhere has the same effect as its button."""

    stayRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("idleWarning")
        self._left = 0
        self._words = WrappingLabel("", "idleWords")
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.stay = with_object_name(QPushButton(), "stay")
        self.stay.clicked.connect(self.stayRequested)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._words, 1)
        self._row.addWidget(self.stay)
        self._retranslate()
        self.hide()

    def show_left(self, seconds: int) -> None:
        """Show how many seconds are left."""
        first = self.isHidden()
        self._left = seconds
        self._retranslate()
        self.show()
        if first or seconds in SAID_AT:
            announce(self, self._words.text())

    def _restyle(self) -> None:
        px = self._look.chrome.px
        self._row.setContentsMargins(px(22), px(12), px(22), px(12))
        self._row.setSpacing(px(20))

    def _retranslate(self) -> None:
        asked = self.tr("Are you still there?")
        message = self.tr("This screen clears itself in %n second(s).", "", self._left)
        self._words.setText(f"{asked} {message}")
        self.stay.setText(self.tr("I am still here"))
