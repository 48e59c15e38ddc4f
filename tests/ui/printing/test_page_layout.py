from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.content.booklet.document import Document
from desktop.content.booklet.piece import Frame, Piece, Style, plain
from desktop.pack.markup import Run
from desktop.ui.printing.page_layout import PageLayout, Typesetter, lay_out
from desktop.ui.printing.page_size import Paper, page_geometry

if TYPE_CHECKING:
    from desktop.ui.printing.page_layout import PageLine

SHEET = page_geometry(Paper.LETTER)


def made_of(*pieces: Piece) -> PageLayout:
    return lay_out(Document("", ("en",), {"en": ""}, {"en": ""}, pieces), SHEET)


def body(words: int) -> Piece:
    return plain(Style.BODY, "word " * words, "en")


def lines(piece: Piece) -> int:
    return made_of(piece).layouts[0].lineCount()


def on_page(setting: PageLayout, page: int) -> list[int]:
    return sorted({row.piece for row in setting.pages[page]})


def rows_of(setting: PageLayout) -> list[PageLine]:
    return [row for page in setting.pages for row in page]


@st.composite
def documents(draw: st.DrawFn) -> list[Piece]:
    styles = draw(st.lists(st.sampled_from(Style), min_size=1, max_size=40))
    return [
        Piece(
            style,
            (Run("word " * draw(st.integers(1, 600))),),
            "en",
            frame=draw(st.sampled_from(Frame)),
            box=draw(st.integers(0, 1)),
            new_page=draw(st.integers(0, 9)) == 0,
        )
        for style in styles
    ]


@settings(deadline=None, max_examples=40)
@given(documents())
def test_every_line_stands_on_a_page_once_in_order_and_inside(pieces: list[Piece]) -> None:
    setting = made_of(*pieces)
    places = [(row.piece, row.line) for row in rows_of(setting)]
    counts = [layout.lineCount() for layout in setting.layouts]
    assert places == [(at, line) for at, count in enumerate(counts) for line in range(count)]
    assert all(setting.pages)
    for page in setting.pages:
        assert page[0].y >= SHEET.top
        assert page[-1].y + page[-1].height <= SHEET.bottom + 0.01
        assert all(one.y + one.height <= other.y + 0.01 for one, other in pairwise(page))


def test_no_heading_ends_a_page(set_booklet: PageLayout) -> None:
    heads = {Style.QUESTION, Style.HEADING2, Style.HEADING3, Style.TOPIC, Style.CONTENTS_TOPIC}
    last = [set_booklet.document.pieces[page[-1].piece] for page in set_booklet.pages]
    assert [piece.text for piece in last if piece.style in heads and not piece.target] == []


def test_no_card_is_torn(set_booklet: PageLayout) -> None:
    pieces = set_booklet.document.pieces
    for before, after in pairwise(set_booklet.pages):
        one, other = pieces[before[-1].piece], pieces[after[0].piece]
        assert one.frame is Frame.NONE or (one.frame, one.box) != (other.frame, other.box)


def test_no_line_of_a_paragraph_stands_alone(set_booklet: PageLayout) -> None:
    counts = [layout.lineCount() for layout in set_booklet.layouts]
    for page in set_booklet.pages:
        for row in (page[0], page[-1]):
            same = [each for each in page if each.piece == row.piece]
            assert len(same) > 1 or counts[row.piece] in {1, 3}


def test_a_list_stays_with_what_announces_it() -> None:
    announced = plain(Style.BODY, "These are common:", "en")
    item = plain(Style.ITEM, "no pay", "en")
    for count in range(30, 40):
        setting = made_of(*[body(1)] * count, announced, item)
        assert on_page(setting, -1)[0] != count + 1


def test_what_is_taller_than_a_page_goes_on_over_several() -> None:
    card = plain(Style.CONTACT_NOTE, "word " * 3000, "en")
    setting = made_of(Piece(card.style, card.runs, "en", frame=Frame.CARD))
    assert len(setting.pages) > 2


def test_pieces_begin_pages_where_they_shall() -> None:
    new = Piece(Style.QUESTION, (Run("New"),), "en", anchor="here", new_page=True)
    setting = made_of(body(3), new, body(3))
    assert [on_page(setting, page) for page in (0, 1)] == [[0], [1, 2]]
    assert setting.page_of == {"here": 1}


def test_nothing_is_empty_even_if_the_first_piece_begins_a_page() -> None:
    setting = made_of(Piece(Style.TITLE, (Run("Title"),), "en", new_page=True))
    assert [len(page) for page in setting.pages] == [1]


@pytest.mark.parametrize("pieces", [1, 7, 10_000])
def test_steps_of_any_size_give_the_same_pages(answer: Document, pieces: int) -> None:
    typesetter = Typesetter(answer, SHEET)
    while (setting := typesetter.step(pieces)) is None:
        pass
    assert setting.pages == lay_out(answer, SHEET).pages


def test_a_document_of_nothing_has_no_pages() -> None:
    assert made_of().pages == []
