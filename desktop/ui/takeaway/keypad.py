"""Digit buttons for people without a keyboard, laid out as on a telephone."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, named


class Keypad(Adaptive, QWidget):
    """Ten digits and a backspace key. Never takes the focus from a field."""

    digitChosen = Signal(str)
    eraseRequested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(3, 1)  # left-aligned
        for at, digit in enumerate("123456789"):
            self._grid.addWidget(self._digit(digit), at // 3, at % 3)
        self._grid.addWidget(self._digit("0"), 3, 1)
        self._erase = self._key("erase")
        self._erase.clicked.connect(self.eraseRequested)
        self._grid.addWidget(self._erase, 3, 2)
        self._retranslate()

    def _restyle(self) -> None:
        size = self._look.chrome  # at 300 % three keys must still fit side by side
        self._grid.setSpacing(size.px(8))
        self._erase.setIcon(icons.icon("arrow-left", self._look.tokens.ink, size.px(22)))
        self._erase.setIconSize(QSize(size.px(22), size.px(22)))

    def _digit(self, digit: str) -> QPushButton:
        key = self._key("digit")
        key.setText(digit)
        key.clicked.connect(lambda: self.digitChosen.emit(digit))
        return key

    def _key(self, name: str) -> QPushButton:
        key = named(QPushButton(), name)
        key.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return key

    def _retranslate(self) -> None:
        self._erase.setAccessibleName(self.tr("Erase the last digit"))
        self._erase.setToolTip(self.tr("Erase the last digit"))
