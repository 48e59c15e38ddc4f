from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.key_grid import KeyGrid, grid
from desktop.kiosk.keyboard.key_page import KeyPage
from desktop.kiosk.keyboard.layouts import ENGLISH, SIGNS, SPANISH, KeyLayout, LetterCase
from desktop.kiosk.keyboard.variant_strip import VariantStrip
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

GRIDS = [grid(1280, 800, 1), grid(768, 1024, 2), grid(1024, 600, 1)]


@pytest.fixture
def deck(qapp: object) -> Iterator[QWidget]:
    deck = QWidget()
    yield deck
    deck.deleteLater()


def page_on(deck: QWidget, page: KeyLayout, sizes: KeyGrid) -> KeyPage:
    deck.resize(2 * sizes.left + sizes.width, sizes.height)
    made = KeyPage(page, deck)
    made.resize(deck.size())
    made.dress(Look(), sizes)
    return made


def opened(deck: QWidget, text: str, case: LetterCase = LetterCase.LOWER) -> VariantStrip:
    page = page_on(deck, ENGLISH, GRIDS[0])
    base = next(button for button in page.buttons if button.key.text == text)
    strip = VariantStrip(base, case, deck)
    strip.open_at(GRIDS[0])
    return strip


@pytest.mark.parametrize("sizes", GRIDS, ids=lambda sizes: str(sizes.width))
@pytest.mark.parametrize("page", [ENGLISH, SPANISH, SIGNS], ids=["en", "es", "signs"])
def test_strips_are_inside_and_leave_their_key_in_view(
    deck: QWidget, page: KeyLayout, sizes: KeyGrid
) -> None:
    for base in page_on(deck, page, sizes).buttons:
        strip = VariantStrip(base, LetterCase.LOWER, deck)
        strip.open_at(sizes)
        if base.key.variants:
            assert deck.rect().contains(strip.geometry()), base.key
            assert not strip.geometry().intersects(base.geometry()), base.key


def test_the_variants_follow_the_case(deck: QWidget) -> None:
    assert opened(deck, "u").words == "ú ü"
    assert opened(deck, "u", LetterCase.ONCE).words == "Ú Ü"


def test_a_place_of_the_keyboard_finds_the_variant(deck: QWidget) -> None:
    strip = opened(deck, "u")
    for button in strip.buttons:
        assert strip.key_at(strip.pos() + button.geometry().center()) is button
    assert strip.key_at(QPoint(0, 0)) is None


def test_the_variant_under_a_finger_lights_up(deck: QWidget) -> None:
    strip = opened(deck, "u")
    for number in (0, 1):
        strip.light_up(strip.pos() + strip.buttons[number].geometry().center())
        assert [button.isDown() for button in strip.buttons] == [number == 0, number == 1]
