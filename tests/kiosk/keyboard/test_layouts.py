from __future__ import annotations

import pytest

from desktop.kiosk.keyboard.layouts import (
    PAGES,
    ROWS,
    SYMBOLS,
    UNITS,
    KeyLayout,
    KeyRole,
    LetterCase,
    letters,
)
from desktop.ui.look.translations import PROGRAM_LANGUAGES

ENGLISH_LETTERS = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = ENGLISH_LETTERS + "ñáéíóúü"
COMMON = "0123456789 .,;:?!¿¡'\"()-_/\\@#$%&*+=<>[]{}|~^`€°ºª«»…"
ALL = pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
WITH_LETTERS = {name: page for name, page in PAGES.items() if page != SYMBOLS}
LETTERS = pytest.mark.parametrize("page", WITH_LETTERS.values(), ids=WITH_LETTERS)


def taps(page: KeyLayout) -> set[str]:
    """What a plain tap on a key of `page` types."""
    return {" " if key.role is KeyRole.SPACE else key.text for key in page.keys} - {""}


def reach(page: KeyLayout) -> set[str]:
    """The same, long presses included."""
    return taps(page) | {variant for key in page.keys for variant in key.variants}


@ALL
def test_every_row_fills_the_grid(page: KeyLayout) -> None:
    assert [sum(key.width for key in row) for row in page.rows] == [UNITS] * ROWS


@ALL
def test_a_row_has_a_sane_number_of_keys(page: KeyLayout) -> None:
    assert all(5 <= len(row) <= UNITS for row in page.rows)


@ALL
def test_no_key_is_there_twice(page: KeyLayout) -> None:
    assert len(set(page.keys)) == len(page.keys)


@LETTERS
@pytest.mark.parametrize("letter", ALPHABETS)
def test_a_tap_types_every_letter(page: KeyLayout, letter: str) -> None:
    assert letter in taps(page) | taps(SYMBOLS)


@LETTERS
@pytest.mark.parametrize("letter", ALPHABETS.upper())
def test_every_capital_can_be_typed(page: KeyLayout, letter: str) -> None:
    assert letter in {LetterCase.LOCKED.apply(text) for text in reach(page)}


@LETTERS
@pytest.mark.parametrize("sign", COMMON)
def test_every_common_sign_can_be_typed(page: KeyLayout, sign: str) -> None:
    assert sign in reach(page) | reach(SYMBOLS)


@pytest.mark.parametrize("sign", "ñáéíóúü¿")
def test_spanish_has_keys_of_its_own(sign: str) -> None:
    assert sign in taps(PAGES["es"])


@ALL
@pytest.mark.parametrize("role", [KeyRole.BACKSPACE, KeyRole.ENTER, KeyRole.SPACE, KeyRole.HIDE])
def test_every_page_has_the_keys_that_are_always_needed(page: KeyLayout, role: KeyRole) -> None:
    assert role in {key.role for key in page.keys}


def test_pages_lead_to_each_other() -> None:
    assert KeyRole.LETTERS in {key.role for key in SYMBOLS.keys}
    assert all(KeyRole.SIGNS in {key.role for key in page.keys} for page in WITH_LETTERS.values())


@pytest.mark.parametrize(
    ("lang", "page"), [("en", "en"), ("es", "es"), ("es-MX", "es"), ("vi", "en")]
)
def test_the_letters_follow_the_language(lang: str, page: str) -> None:
    assert letters(lang) is PAGES[page]


def test_each_language_of_the_program_has_its_letters() -> None:
    assert set(PROGRAM_LANGUAGES) <= set(WITH_LETTERS)


def test_shift_goes_round() -> None:
    assert LetterCase.LOWER.next is LetterCase.ONCE
    assert LetterCase.ONCE.next is LetterCase.LOCKED
    assert LetterCase.LOCKED.next is LetterCase.LOWER
