from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from desktop.pack.markup import Run
from desktop.ui.look.text import occurrences, paragraph, rich, to_utf16

MARKS = "<>&\"'/=;#pbx1é😀"


def shown(html: str) -> str:
    """What a reader sees of rich text."""
    document = QTextDocument()
    document.setHtml(html)
    return document.toPlainText()


@pytest.mark.parametrize(
    ("text", "at", "units"),
    [("abc", 2, 2), ("😀a", 1, 2), ("a😀b😀", 4, 6), ("ñ", 1, 1), ("", 0, 0)],
)
def test_offsets_count_utf16_units(text: str, at: int, units: int) -> None:
    assert to_utf16(text, at) == units


@given(st.text(), st.integers(0, 50))
def test_offsets_agree_with_the_encoding(text: str, at: int) -> None:
    at = min(at, len(text))
    assert to_utf16(text, at) == len(text[:at].encode("utf-16-le")) // 2


@given(st.text(MARKS, min_size=1))
def test_a_paragraph_shows_the_text_as_it_is(text: str) -> None:
    assert shown(paragraph(text)) == text


@given(st.text(MARKS, min_size=1), st.booleans(), st.booleans(), st.text(MARKS))
def test_a_run_shows_the_text_as_it_is(text: str, bold: bool, italic: bool, link: str) -> None:
    assert shown(rich([Run(text, bold, italic, link)])) == text


def test_styles_and_links_become_tags() -> None:
    html = rich([Run("a", bold=True), Run("b", italic=True), Run("c", link="entry:x")])
    assert '<b>a</b><i>b</i><a href="entry:x">c</a>' in html


def test_lines_are_further_apart_than_usual() -> None:
    assert "line-height:112%" in paragraph("a")
    assert "line-height:112%" in rich([])


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("Pay and pay", "PAY", [(0, 3), (8, 11)]),
        ("señales y senales", "señal", [(0, 5), (10, 15)]),
        ("aaaa", "aa", [(0, 2), (2, 4)]),
        ("İstanbul ﬁne", "fine", []),
        ("İstanbul", "stan", [(1, 5)]),
        ("text", "  ", []),
        ("", "x", []),
    ],
)
def test_occurrences(text: str, words: str, places: list[tuple[int, int]]) -> None:
    assert occurrences(text, words) == places
