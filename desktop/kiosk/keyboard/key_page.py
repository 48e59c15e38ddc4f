"""One page of keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.key_button import KeyButton

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.key_grid import KeyGrid
    from desktop.kiosk.keyboard.layouts import KeyLayout, LetterCase
    from desktop.ui.look.theme import Look


class KeyPage(QWidget):
    """One page of keys. Handles no events; finds the key at a position."""

    def __init__(self, page: KeyLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.buttons = tuple(KeyButton(key, self) for key in page.keys)
        self._reach = 0

    def dress(self, look: Look, grid: KeyGrid) -> None:
        """Lay out and draw the keys."""
        self._reach = grid.gap // 2
        for button, box in zip(self.buttons, grid.boxes(self.page), strict=True):
            button.setGeometry(box.x, box.y, box.width, box.height)
            button.dress(look, grid)

    def show_case(self, case: LetterCase) -> None:
        """Show small letters or capitals."""
        for button in self.buttons:
            button.show_case(case)

    def key_at(self, place: QPoint) -> KeyButton | None:
        """The key at a position in the page; half of the gap around a key belongs to it."""
        return button_at(self.buttons, place, self._reach)


def button_at(buttons: tuple[KeyButton, ...], place: QPoint, reach: int) -> KeyButton | None:
    """The button at a position in their parent, or up to `reach` pixels beside it."""
    for button in buttons:
        if button.geometry().adjusted(-reach, -reach, reach, reach).contains(place):
            return button
    return None
