from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.key_deck import KeyDeck
from desktop.kiosk.keyboard.key_grid import grid
from desktop.kiosk.keyboard.layouts import KeyRole, LetterCase
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.kiosk.keyboard.key_button import KeyButton

GRID = grid(1280, 800, 1)


@pytest.fixture
def deck(qtbot: QtBot) -> Iterator[KeyDeck]:
    window = QWidget()
    window.resize(1280, GRID.height)
    deck = KeyDeck(Look(), GRID, window)
    deck.resize(window.size())
    deck.dress(Look(), GRID)
    with qtbot.waitExposed(window):
        window.show()
    yield deck
    window.close()


def shown(deck: KeyDeck) -> str:
    return "".join(key.text() for key in deck.keys)


def key(deck: KeyDeck, text: str) -> KeyButton:
    return next(key for key in deck.keys if key.text() == text)


def test_only_the_keys_of_one_page_are_seen(deck: KeyDeck) -> None:
    deck.show_signs()
    deck.set_language("es")
    every = [key for page in deck._pages.values() for key in page.buttons]
    assert [key for key in every if key.isVisible()] == list(deck.keys)


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
        shift = next(key for key in deck.keys if key.key.role is KeyRole.SHIFT)
        letter = key(deck, "q")
        letter.ensurePolished()
        return [shift.iconSize().width(), letter.font().pixelSize(), letter.height()]

    before = measure()
    deck.dress(Look("light", 200), grid(1280, 800, 2))
    assert all(after > old for after, old in zip(measure(), before, strict=True))
