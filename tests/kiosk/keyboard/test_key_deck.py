from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.key_deck import KeyDeck, KeyPage, VariantStrip
from desktop.kiosk.keyboard.key_grid import KeyGrid, grid
from desktop.kiosk.keyboard.layouts import PAGES, KeyLayout, KeyRole, LetterCase
from desktop.ui.look.theme import Look
from tests.visitor import visible_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.kiosk.keyboard.key_button import KeyButton

GRID = grid(1280, 800, 1)
GRIDS = [grid(1280, 800, 1), grid(768, 1024, 2), grid(1024, 600, 1)]


# A page ---------------------------------------------------------------------------------


@pytest.fixture
def page(qapp: QApplication) -> Iterator[KeyPage]:
    window = QWidget()
    page = KeyPage(PAGES["es"], window)
    page.resize(1280, GRID.height)
    page.apply_look(Look(), GRID)
    yield page
    window.deleteLater()


def test_every_key_is_found_where_it_is(page: KeyPage) -> None:
    for button in page.buttons:
        assert page.key_at(button.geometry().center()) is button


def test_the_gap_belongs_to_the_nearer_key(page: KeyPage) -> None:
    first, second = page.buttons[:2]
    assert page.key_at(QPoint(first.geometry().right() + 2, first.y() + 5)) is first
    assert page.key_at(QPoint(second.geometry().left() - 2, second.y() + 5)) is second


def test_beside_the_keys_is_none(page: KeyPage) -> None:
    assert page.key_at(QPoint(2, 100)) is None


def test_all_letters_turn_into_capitals(page: KeyPage) -> None:
    page.show_case(LetterCase.LOCKED)
    shown = [button.text() for button in page.buttons if button.key.text]
    assert shown == [text.upper() for text in shown]
    assert "Ñ" in shown


# The strip of variants -------------------------------------------------------------------


@pytest.fixture
def parent(qapp: object) -> Iterator[QWidget]:
    parent = QWidget()
    yield parent
    parent.deleteLater()


def page_on(parent: QWidget, page: KeyLayout, sizes: KeyGrid) -> KeyPage:
    parent.resize(2 * sizes.left + sizes.width, sizes.height)
    made = KeyPage(page, parent)
    made.resize(parent.size())
    made.apply_look(Look(), sizes)
    return made


def opened(parent: QWidget, text: str, case: LetterCase = LetterCase.LOWER) -> VariantStrip:
    page = page_on(parent, PAGES["en"], GRIDS[0])
    base = next(button for button in page.buttons if button.key.text == text)
    strip = VariantStrip(base, case, parent)
    strip.open_at(GRIDS[0])
    return strip


@pytest.mark.parametrize("sizes", GRIDS, ids=lambda sizes: str(sizes.width))
@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
def test_strips_are_inside_and_leave_their_key_in_view(
    parent: QWidget, page: KeyLayout, sizes: KeyGrid
) -> None:
    for base in page_on(parent, page, sizes).buttons:
        strip = VariantStrip(base, LetterCase.LOWER, parent)
        strip.open_at(sizes)
        if base.key.variants:
            assert parent.rect().contains(strip.geometry()), base.key
            assert not strip.geometry().intersects(base.geometry()), base.key


def test_the_variants_follow_the_case(parent: QWidget) -> None:
    assert opened(parent, "u").words == "ú ü"
    assert opened(parent, "u", LetterCase.ONCE).words == "Ú Ü"


def test_a_place_of_the_keyboard_finds_the_variant(parent: QWidget) -> None:
    strip = opened(parent, "u")
    for button in strip.buttons:
        assert strip.key_at(strip.pos() + button.geometry().center()) is button
    assert strip.key_at(QPoint(0, 0)) is None


def test_the_variant_under_a_finger_lights_up(parent: QWidget) -> None:
    strip = opened(parent, "u")
    for number in (0, 1):
        strip.highlight(strip.pos() + strip.buttons[number].geometry().center())
        assert [button.isDown() for button in strip.buttons] == [number == 0, number == 1]


# The deck ---------------------------------------------------------------------------------


@pytest.fixture
def deck(qtbot: QtBot) -> Iterator[KeyDeck]:
    window = QWidget()
    window.resize(1280, GRID.height)
    deck = KeyDeck(Look(), GRID, window)
    deck.resize(window.size())
    deck.apply_look(Look(), GRID)
    with qtbot.waitExposed(window):
        window.show()
    yield deck
    window.close()


def shown(deck: KeyDeck) -> str:
    return "".join(key.text() for key in visible_keys(deck))


def key(deck: KeyDeck, text: str) -> KeyButton:
    return next(key for key in visible_keys(deck) if key.text() == text)


def test_only_the_keys_of_one_page_are_seen(deck: KeyDeck) -> None:
    deck.show_signs()
    deck.set_language("es")
    every = [key for page in deck._pages.values() for key in page.buttons]
    assert [key for key in every if key.isVisible()] == list(deck._page.buttons)


def test_languages_and_pages(deck: KeyDeck) -> None:
    assert "ñ" not in shown(deck)
    deck.set_language("es")
    assert "lñ" in shown(deck)
    deck.show_signs()
    assert shown(deck).startswith("1234567890")
    deck.show_letters()
    assert "lñ" in shown(deck)


def test_the_case_is_kept_from_page_to_page(deck: KeyDeck) -> None:
    deck.set_case(LetterCase.LOCKED)
    deck.show_signs()
    assert "Á" in shown(deck)
    deck.show_letters()
    assert "QWERTY" in shown(deck)


def test_an_open_strip_is_found_first(deck: KeyDeck) -> None:
    strip = deck.open_strip(key(deck, "a"))
    variant = strip.buttons[0]
    assert deck.key_at(strip.pos() + variant.geometry().center()) is variant
    deck.close_strip()
    assert deck.strip is None
    assert "á" not in shown(deck)


@pytest.mark.parametrize("turn", [KeyDeck.show_signs, KeyDeck.show_letters])
def test_turning_the_page_closes_the_strip(deck: KeyDeck, turn: object) -> None:
    deck.open_strip(key(deck, "a"))
    turn(deck)  # type: ignore[operator]
    assert deck.strip is None


def test_a_screen_reader_can_press_keys_and_variants(deck: KeyDeck, qtbot: QtBot) -> None:
    deck.open_strip(key(deck, "n"))
    for text in ("b", "ñ"):
        with qtbot.waitSignal(deck.keyChosen) as chosen:
            key(deck, text).click()
        assert chosen.args[0].types == text


def test_a_larger_look_enlarges_letters_and_pictures(deck: KeyDeck) -> None:
    def measure() -> list[int]:
        shift = next(key for key in visible_keys(deck) if key.key.role is KeyRole.SHIFT)
        letter = key(deck, "q")
        letter.ensurePolished()
        return [shift.iconSize().width(), letter.font().pixelSize(), letter.height()]

    before = measure()
    deck.apply_look(Look("light", 200), grid(1280, 800, 2))
    assert all(after > old for after, old in zip(measure(), before, strict=True))
