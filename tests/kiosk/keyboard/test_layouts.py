from __future__ import annotations

import pytest

from desktop.kiosk.keyboard.layouts import (
    ENGLISH,
    ROWS,
    SIGNS,
    SPANISH,
    UNITS,
    Case,
    Page,
    Role,
    letters,
)

ENGLISH_LETTERS = "abcdefghijklmnopqrstuvwxyz"
ALPHABETS = ENGLISH_LETTERS + "ñáéíóúü"
COMMON = "0123456789 .,;:?!¿¡'\"()-_/\\@#$%&*+=<>[]{}|~^`€°ºª«»…"
PAGES = pytest.mark.parametrize("page", [ENGLISH, SPANISH, SIGNS], ids=["en", "es", "signs"])
LETTERS = pytest.mark.parametrize("page", [ENGLISH, SPANISH], ids=["en", "es"])


def taps(page: Page) -> set[str]:
    """What a plain tap on a key of `page` types."""
    return {" " if key.role is Role.SPACE else key.text for key in page.keys} - {""}


def reach(page: Page) -> set[str]:
    """The same, long presses included."""
    return taps(page) | {variant for key in page.keys for variant in key.variants}


@PAGES
def test_every_row_fills_the_grid(page: Page) -> None:
    assert [sum(key.width for key in row) for row in page.rows] == [UNITS] * ROWS


@PAGES
def test_a_row_has_a_sane_number_of_keys(page: Page) -> None:
    assert all(5 <= len(row) <= UNITS for row in page.rows)


@PAGES
def test_no_key_is_there_twice(page: Page) -> None:
    assert len(set(page.keys)) == len(page.keys)


@LETTERS
@pytest.mark.parametrize("letter", ALPHABETS)
def test_a_tap_types_every_letter(page: Page, letter: str) -> None:
    assert letter in taps(page) | taps(SIGNS)


@LETTERS
@pytest.mark.parametrize("letter", ALPHABETS.upper())
def test_every_capital_can_be_typed(page: Page, letter: str) -> None:
    assert letter in {Case.LOCKED.apply(text) for text in reach(page)}


@LETTERS
@pytest.mark.parametrize("sign", COMMON)
def test_every_common_sign_can_be_typed(page: Page, sign: str) -> None:
    assert sign in reach(page) | reach(SIGNS)


@pytest.mark.parametrize("sign", "ñáéíóúü¿")
def test_spanish_has_keys_of_its_own(sign: str) -> None:
    assert sign in taps(SPANISH)


@PAGES
@pytest.mark.parametrize("role", [Role.BACKSPACE, Role.ENTER, Role.SPACE, Role.HIDE])
def test_every_page_has_the_keys_that_are_always_needed(page: Page, role: Role) -> None:
    assert role in {key.role for key in page.keys}


def test_pages_lead_to_each_other() -> None:
    assert Role.LETTERS in {key.role for key in SIGNS.keys}
    assert all(Role.SIGNS in {key.role for key in page.keys} for page in (ENGLISH, SPANISH))


@pytest.mark.parametrize(
    ("lang", "page"), [("en", ENGLISH), ("es", SPANISH), ("es-MX", SPANISH), ("vi", ENGLISH)]
)
def test_the_letters_follow_the_language(lang: str, page: Page) -> None:
    assert letters(lang) is page


def test_shift_goes_round() -> None:
    assert Case.LOWER.next is Case.ONCE
    assert Case.ONCE.next is Case.LOCKED
    assert Case.LOCKED.next is Case.LOWER
