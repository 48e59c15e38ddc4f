"""Digit keys for the operator's PIN, and dots in place of the digits."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from desktop.kiosk.operator.pin import LONGEST, SHORTEST
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name

GAP: Final = 10  # pixels between two keys, however large they are
LARGEST: Final = 160  # pixels: three keys are as wide as a hand


class PinPad(Adaptive, QWidget):
    """Ten digits as on a telephone, erase and OK, always in the same places.

    A key acts when it is released. Touch never gives it the focus, the Tab key does.
    """

    digitChosen = Signal(str)
    eraseRequested = Signal()
    okRequested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self.keys: list[QPushButton] = []
        self._smallest = 60
        for at, digit in enumerate("123456789"):
            self._add_digit(digit, at // 3, at % 3)
        self.erase = self._add("pinErase", 3, 0)
        self.erase.clicked.connect(self.eraseRequested)
        self._add_digit("0", 3, 1)
        self.ok = self._add("pinOk", 3, 2)
        self.ok.clicked.connect(self.okRequested)
        self._retranslate()

    def allow(self, *, digits: bool, erase: bool, ok: bool) -> None:
        """Enable the digits, the erase key and OK."""
        for key in self.keys:
            key.setEnabled(digits)
        self.erase.setEnabled(erase)
        self.ok.setEnabled(ok)

    def _restyle(self) -> None:
        look = self._look
        self._smallest = max(60, look.chrome.px(44))
        picture = look.chrome.px(24)
        self.erase.setIcon(icons.icon("delete", look.tokens.ink, picture))
        self.erase.setIconSize(QSize(picture, picture))

    def fit(self, room: QSize) -> None:
        """Size the keys for a page of this size, with a finger's width as the minimum."""
        size = max(self._smallest, min(room.width() // 8, room.height() // 7, LARGEST))
        for key in self.keys:
            key.setFixedSize(size, size)

    def _retranslate(self) -> None:
        self.erase.setAccessibleName(self.tr("Erase the last digit"))
        self.ok.setText(self.tr("OK"))

    def _add_digit(self, digit: str, row: int, column: int) -> None:
        key = self._add("pinDigit", row, column)
        key.setText(digit)
        key.clicked.connect(lambda: self.digitChosen.emit(digit))

    def _add(self, name: str, row: int, column: int) -> QPushButton:
        key = with_object_name(QPushButton(), name)
        key.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._grid.addWidget(key, row, column)
        self.keys.append(key)
        return key


class PinDots(Adaptive, QWidget):
    """One dot for each digit; circles show the minimum number of digits."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pinDots")
        self.count, self._is_centered = 0, False

    def show_count(self, count: int) -> None:
        """Show `count` dots."""
        self.count = count
        self.update()

    def set_centered(self, *, centered: bool) -> None:
        """Draw the dots centered, or from the left."""
        self._is_centered = centered
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(self._look.chrome.px(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = self.palette().windowText().color()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        # The longest PIN fits into any width.
        step = min(self._look.chrome.px(22), self.width() / LONGEST)
        painter.setPen(QPen(ink, max(1.5, step / 10)))
        shown = max(self.count, SHORTEST)
        left = (self.width() - shown * step) / 2 if self._is_centered else 0
        for at in range(shown):
            painter.setBrush(ink if at < self.count else Qt.BrushStyle.NoBrush)
            middle = QPointF(left + step * (at + 0.5), self.height() / 2)
            painter.drawEllipse(middle, step / 3, step / 3)
