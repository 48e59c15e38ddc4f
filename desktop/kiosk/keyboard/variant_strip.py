"""The strip of variants that a long press on a key of the on-screen keyboard offers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QFrame, QWidget

from desktop.kiosk.keyboard.key_button import KeyButton
from desktop.kiosk.keyboard.key_page import button_at
from desktop.kiosk.keyboard.layouts import KeyDefinition, KeyRole, LetterCase
from desktop.ui.look.changes import named

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.key_grid import KeyGrid


class VariantStrip(QFrame):
    """Letters or signs related to a key's, shown until one is chosen or another key touched."""

    def __init__(self, base: KeyButton, case: LetterCase, parent: QWidget) -> None:
        super().__init__(parent)
        named(self, "keyStrip")
        self._room = parent.width()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.base = base
        keys = [KeyDefinition(KeyRole.TEXT, variant) for variant in base.key.variants]
        self.buttons = tuple(KeyButton(key, self) for key in keys)
        for button in self.buttons:
            button.show_case(case)

    @property
    def words(self) -> str:
        """The variants, for a screen reader."""
        return " ".join(button.types for button in self.buttons)

    def open_at(self, grid: KeyGrid) -> None:
        """Show the strip above the key, or beside it in the top row, inside the keyboard."""
        base, gap, width = self.base.geometry(), grid.gap, grid.unit
        for number, button in enumerate(self.buttons):
            button.setGeometry(gap + number * (width + gap), gap, width, base.height())
        self.resize(len(self.buttons) * (width + gap) + gap, base.height() + 2 * gap)
        self.move(self._place(base))
        self.show()
        self.raise_()

    def key_at(self, place: QPoint) -> KeyButton | None:
        """The key at a position in the keyboard."""
        return button_at(self.buttons, self.mapFromParent(place), 0)

    def light_up(self, place: QPoint) -> None:
        """Highlight the variant that lifting the finger now would choose."""
        lit = self.key_at(place)
        for button in self.buttons:
            button.setDown(button is lit)

    def _place(self, base: QRect) -> QPoint:
        above = base.top() - self.height()
        last = self._room - self.width()
        if above >= 0:
            middle = base.center().x() - self.width() // 2
            return QPoint(max(0, min(middle, last)), above)
        right = base.right() + 1
        return QPoint(right if right <= last else base.left() - self.width(), 0)
