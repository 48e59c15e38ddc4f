from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.booklet.piece import Piece, Style, plain
from desktop.pack.markup import Run
from desktop.ui.printing.lines import break_lines, left_of

COLUMN = 9360.0  # twips: Letter with an inch at each side


def shown(piece: Piece) -> list[str]:
    layout = break_lines(piece, COLUMN)
    lines = [layout.lineAt(at) for at in range(layout.lineCount())]
    # Qt counts UTF-16 units.
    text = layout.text().encode("utf-16-le")
    spans = [(2 * line.textStart(), 2 * line.textLength()) for line in lines]
    return [text[start : start + length].decode("utf-16-le") for start, length in spans]


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(Style))
def test_every_word_is_on_one_of_the_lines(text: str, style: Style) -> None:
    piece = plain(style, text, "en")
    assert "".join(shown(piece)).strip() == piece.text.strip()


@pytest.mark.parametrize("style", Style)
@pytest.mark.parametrize("text", ["¿Cómo? " * 60, "x" * 900])
def test_no_line_is_wider_than_the_column(style: Style, text: str) -> None:
    piece = plain(style, text, "en")
    layout = break_lines(piece, COLUMN)
    assert layout.lineCount() > 1
    for at in range(layout.lineCount()):
        assert left_of(piece) + layout.lineAt(at).naturalTextWidth() <= COLUMN


def test_nothing_still_has_a_line() -> None:
    assert break_lines(plain(Style.BODY, "", "en"), COLUMN).lineCount() == 1


def test_contents_keep_room_for_the_page() -> None:
    line = Piece(Style.CONTENTS_ENTRY, (Run("word " * 100),), "en")
    to_page = Piece(Style.CONTENTS_ENTRY, (Run("word " * 100),), "en", target="x")
    layouts = [break_lines(each, COLUMN) for each in (line, to_page)]
    wide, narrow = (layout.lineAt(0).width() for layout in layouts)
    assert wide - narrow > 500


def test_bold_runs_are_bold_after_an_emoji() -> None:
    piece = Piece(Style.BODY, (Run("\U0001f600 "), Run("bold", bold=True)), "en")
    plain_format, bold = break_lines(piece, COLUMN).formats()
    assert (plain_format.length, bold.start, bold.length) == (3, 3, 4)
    assert bold.format.font().bold()
