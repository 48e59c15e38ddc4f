from __future__ import annotations

import pytest

from desktop.kiosk.keyboard.layouts import (
    ENGLISH,
    ROWS,
    SIGNS,
    SPANISH,
    UNITS,
    KeyLayout,
    KeyRole,
    LetterCase,
    letters,
)

ENGLISH_LETTERS = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = ENGLISH_LETTERS + "ñáéíóúü"
COMMON = "0123456789 .,;:?!¿¡'\"()-_/\\@#$%&*+=<>[]{}|~^`€°ºª«»…"
PAGES = pytest.mark.parametrize("page", [ENGLISH, SPANISH, SIGNS], ids=["en", "es", "signs"])
LETTERS = pytest.mark.parametrize("page", [ENGLISH, SPANISH], ids=["en", "es"])


def taps(page: KeyLayout) -> set[str]:
    """What a plain tap on a key of `page` types."""
    return {" " if key.role is KeyRole.SPACE else key.text for key in page.keys} - {""}


def reach(page: KeyLayout) -> set[str]:
    """The same, long presses included."""
    return taps(page) | {variant for key in page.keys for variant in key.variants}


@PAGES
def test_every_row_fills_the_grid(page: KeyLayout) -> None:
    assert [sum(key.width for key in row) for row in page.rows] == [UNITS] * ROWS


@PAGES
def test_a_row_has_a_sane_number_of_keys(page: KeyLayout) -> None:
    assert all(5 <= len(row) <= UNITS for row in page.rows)


@PAGES
def test_no_key_is_there_twice(page: KeyLayout) -> None:
    assert len(set(page.keys)) == len(page.keys)


@LETTERS
@pytest.mark.parametrize("letter", ALPHABETS)
def test_a_tap_types_every_letter(page: KeyLayout, letter: str) -> None:
    assert letter in taps(page) | taps(SIGNS)


@LETTERS
@pytest.mark.parametrize("letter", ALPHABETS.upper())
def test_every_capital_can_be_typed(page: KeyLayout, letter: str) -> None:
    assert letter in {LetterCase.LOCKED.apply(text) for text in reach(page)}


@LETTERS
@pytest.mark.parametrize("sign", COMMON)
def test_every_common_sign_can_be_typed(page: KeyLayout, sign: str) -> None:
    assert sign in reach(page) | reach(SIGNS)


@pytest.mark.parametrize("sign", "ñáéíóúü¿")
def test_spanish_has_keys_of_its_own(sign: str) -> None:
    assert sign in taps(SPANISH)


@PAGES
@pytest.mark.parametrize("role", [KeyRole.BACKSPACE, KeyRole.ENTER, KeyRole.SPACE, KeyRole.HIDE])
def test_every_page_has_the_keys_that_are_always_needed(page: KeyLayout, role: KeyRole) -> None:
    assert role in {key.role for key in page.keys}


def test_pages_lead_to_each_other() -> None:
    assert KeyRole.LETTERS in {key.role for key in SIGNS.keys}
    assert all(KeyRole.SIGNS in {key.role for key in page.keys} for page in (ENGLISH, SPANISH))


@pytest.mark.parametrize(
    ("lang", "page"), [("en", ENGLISH), ("es", SPANISH), ("es-MX", SPANISH), ("vi", ENGLISH)]
)
def test_the_letters_follow_the_language(lang: str, page: KeyLayout) -> None:
    assert letters(lang) is page


def test_shift_goes_round() -> None:
    assert LetterCase.LOWER.next is LetterCase.ONCE
    assert LetterCase.ONCE.next is LetterCase.LOCKED
    assert LetterCase.LOCKED.next is LetterCase.LOWER
