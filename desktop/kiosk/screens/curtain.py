"""Privacy screen: hides a visit from somebody who comes near, until a touch shows it again.

The visit continues, and so does reading aloud. The quick exit ends both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QLocale, Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.kiosk.screens.wording import TranslationLookup
from desktop.ui.look.changes import Adaptive, named

if TYPE_CHECKING:
    from collections.abc import Sequence


GO_ON = str(QT_TRANSLATE_NOOP("Curtain", "Touch to go on"))


class Curtain(Adaptive, QWidget):
    """Neutral, and in every language, so that it does not reveal which one was read."""

    opened = Signal()

    def __init__(self, languages: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("curtain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        wording = TranslationLookup("Curtain")
        self.button = named(QPushButton(), "curtainOpen")
        self.button.setText(" · ".join(wording.say(GO_ON, lang) for lang in languages))
        self.button.setLocale(QLocale(languages[0]))
        self.button.clicked.connect(self.opened)
        self._column = QVBoxLayout(self)
        self._column.addStretch()
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)

    def _restyle(self) -> None:
        edge = self._look.chrome.px(40)
        self._column.setContentsMargins(edge, edge, edge, edge)
