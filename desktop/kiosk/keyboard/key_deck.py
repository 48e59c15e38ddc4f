"""All keys of the on-screen keyboard: the visible page and the strip of a key's variants."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.kiosk.keyboard.key_button import KeyButton
from desktop.kiosk.keyboard.layouts import (
    SYMBOLS,
    KeyDefinition,
    KeyLayout,
    KeyRole,
    LetterCase,
    letters,
)
from desktop.ui.look.changes import with_object_name

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.key_grid import KeyGrid
    from desktop.ui.look.theme import Look

WORD = 0.7  # times the size of a letter: "123" and "ABC"


class KeyPage(QWidget):
    """One page of keys. Handles no events; finds the key at a position."""

    def __init__(self, page: KeyLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self.page = page
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.buttons = tuple(KeyButton(key, self) for key in page.keys)
        self._reach = 0

    def apply_look(self, look: Look, grid: KeyGrid) -> None:
        """Lay out and draw the keys."""
        self._reach = grid.gap // 2
        for button, box in zip(self.buttons, grid.boxes(self.page), strict=True):
            button.setGeometry(box)
            button.apply_look(look, grid)

    def show_case(self, case: LetterCase) -> None:
        """Show small letters or capitals."""
        for button in self.buttons:
            button.show_case(case)

    def key_at(self, place: QPoint) -> KeyButton | None:
        """The key at a position in the page; half of the gap around a key belongs to it."""
        return _button_at(self.buttons, place, self._reach)


class VariantStrip(QFrame):
    """Letters or signs related to a key's, shown until one is chosen or another key touched."""

    def __init__(self, base: KeyButton, case: LetterCase, parent: QWidget) -> None:
        super().__init__(parent)
        with_object_name(self, "keyStrip")
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
        return _button_at(self.buttons, self.mapFromParent(place), 0)

    def highlight(self, place: QPoint) -> None:
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


class KeyDeck(QWidget):
    """Shows the keys and finds the one at a position. Handles no fingers and types nothing."""

    keyChosen = Signal(KeyButton)  # pressed by a screen reader

    def __init__(self, look: Look, grid: KeyGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.case = LetterCase.LOWER
        self.strip: VariantStrip | None = None  # None: not open
        self._look, self._grid = look, grid
        self._pages: dict[KeyLayout, KeyPage] = {}
        self._letters = letters("en")
        self._page = self._made(self._letters)

    def set_language(self, lang: str) -> None:
        """Set the letters of a language (BCP 47 tag) on the first page, and show it."""
        self._letters = letters(lang)
        self.show_letters()

    def apply_look(self, look: Look, grid: KeyGrid) -> None:
        """Apply a theme and size."""
        self.close_strip()
        self._look, self._grid = look, grid
        small, large = round(grid.letter * WORD), grid.letter
        sizes = f"QToolButton {{ font-size: {large}px; }} #keyAct {{ font-size: {small}px; }}"
        if sizes != self.styleSheet():
            self.setStyleSheet(sizes)
        for page in self._pages.values():
            self._fit(page)

    def show_letters(self) -> None:
        """Show the page of letters."""
        self._turn_to(self._letters)

    def show_signs(self) -> None:
        """Show the page of digits and signs."""
        self._turn_to(SYMBOLS)

    def set_case(self, case: LetterCase) -> None:
        """Show small letters or capitals."""
        self.case = case
        self._page.show_case(case)

    def key_at(self, place: QPoint) -> KeyButton | None:
        """The key at a position in the deck."""
        if self.strip and self.strip.geometry().contains(place):
            return self.strip.key_at(place)
        return self._page.key_at(place)

    def open_strip(self, base: KeyButton) -> VariantStrip:
        """Show the variants of a key."""
        self.close_strip()
        self.strip = VariantStrip(base, self.case, self)
        self._listen(self.strip.buttons)
        self.strip.open_at(self._grid)
        return self.strip

    def close_strip(self) -> None:
        """Close the strip of variants."""
        if self.strip:
            self.strip.hide()
            self.strip.deleteLater()
            self.strip = None

    def _turn_to(self, page: KeyLayout) -> None:
        self.close_strip()
        self._page.hide()
        self._page = self._made(page)
        self._page.show_case(self.case)
        self._page.show()

    def _made(self, page: KeyLayout) -> KeyPage:
        """The widget of a page, created on first use."""
        if page not in self._pages:
            self._pages[page] = made = KeyPage(page, self)
            self._listen(made.buttons)
            self._fit(made)
        return self._pages[page]

    def _fit(self, page: KeyPage) -> None:
        page.setGeometry(self.rect())
        page.apply_look(self._look, self._grid)

    def _listen(self, buttons: tuple[KeyButton, ...]) -> None:
        for button in buttons:
            button.clicked.connect(self._emit_key)

    def _emit_key(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton):
            self.keyChosen.emit(key)


def _button_at(buttons: tuple[KeyButton, ...], place: QPoint, reach: int) -> KeyButton | None:
    """The button at a position in their parent, or up to `reach` pixels beside it."""
    for button in buttons:
        if button.geometry().adjusted(-reach, -reach, reach, reach).contains(place):
            return button
    return None
