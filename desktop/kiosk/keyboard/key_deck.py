"""All keys of the on-screen keyboard: the visible page, its letter case and size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.key_button import KeyButton
from desktop.kiosk.keyboard.key_page import KeyPage
from desktop.kiosk.keyboard.layouts import SIGNS, KeyLayout, LetterCase, letters
from desktop.kiosk.keyboard.variant_strip import VariantStrip

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.key_grid import KeyGrid
    from desktop.ui.look.theme import Look

WORD = 0.7  # times the size of a letter: "123" and "ABC"


class KeyDeck(QWidget):
    """Shows the keys and finds the one at a position. Handles no fingers and types nothing."""

    keyChosen = Signal(KeyButton)  # pressed by a screen reader

    def __init__(self, look: Look, grid: KeyGrid, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.case = LetterCase.LOWER
        self._look, self._grid = look, grid
        self._pages: dict[KeyLayout, KeyPage] = {}
        self._letters = letters("en")
        self._strip: VariantStrip | None = None
        self._page = self._made(self._letters)

    @property
    def keys(self) -> tuple[KeyButton, ...]:
        """The visible keys, those of an open strip included."""
        return self._page.buttons + (self._strip.buttons if self._strip else ())

    def set_language(self, lang: str) -> None:
        """Set the letters of a language (BCP 47 tag) on the first page, and show it."""
        self._letters = letters(lang)
        self.show_letters()

    def dress(self, look: Look, grid: KeyGrid) -> None:
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
        self._turn_to(SIGNS)

    def set_case(self, case: LetterCase) -> None:
        """Show small letters or capitals."""
        self.case = case
        self._page.show_case(case)

    def key_at(self, place: QPoint) -> KeyButton | None:
        """The key at a position in the deck."""
        if self._strip and self._strip.geometry().contains(place):
            return self._strip.key_at(place)
        return self._page.key_at(place)

    def open_strip(self, base: KeyButton) -> VariantStrip:
        """Show the variants of a key."""
        self.close_strip()
        self._strip = VariantStrip(base, self.case, self)
        self._listen(self._strip.buttons)
        self._strip.open_at(self._grid)
        return self._strip

    @property
    def strip(self) -> VariantStrip | None:
        """The open strip of variants, if any."""
        return self._strip

    def close_strip(self) -> None:
        """Close the strip of variants."""
        if self._strip:
            self._strip.hide()
            self._strip.deleteLater()
            self._strip = None

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
        page.dress(self._look, self._grid)

    def _listen(self, buttons: tuple[KeyButton, ...]) -> None:
        for button in buttons:
            button.clicked.connect(self._tell)

    def _tell(self) -> None:
        key = self.sender()
        if isinstance(key, KeyButton):
            self.keyChosen.emit(key)
