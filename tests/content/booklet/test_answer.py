from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.content.answer import present
from desktop.content.booklet.answer import BULLET, Printer
from desktop.content.booklet.appendices import Citations, Contacts
from desktop.content.booklet.piece import Frame, Piece, Style
from desktop.pack.markup import parse_markup
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.content.answer import Answer
    from desktop.pack.model import Pack
    from tests.content.conftest import Presented


def printed(answer: Answer, *, is_single: bool = True, level: int = 1) -> list[Piece]:
    contacts = Contacts(answer.lang, is_short=not is_single)
    printer = Printer(answer.lang, level, contacts, Citations(answer.lang), is_single=is_single)
    return list(printer.pieces_of(answer))


def texts(pieces: list[Piece], style: Style) -> list[str]:
    return [piece.text for piece in pieces if piece.style is style]


def test_an_answer_is_printed_from_question_to_sources(presented: Presented) -> None:
    pieces = printed(presented("signs"))
    assert [piece.text for piece in pieces[:5]] == [
        "What are the signs?",
        "Facts checked May 2024",
        "In brief",
        "Someone else holds the papers and the pay.",
        "At work",
    ]
    assert pieces[-1].text == "Yearly report. The State. 2024-05. report.example/2024"


def test_items_have_bullets_and_numbers(presented: Presented) -> None:
    items = [p for p in printed(presented("signs")) if p.style is Style.ITEM]
    assert [item.label for item in items] == [BULLET, BULLET, "1.", "2."]


def test_bold_words_stay_bold(presented: Presented) -> None:
    (body,) = [p for p in printed(presented("signs")) if p.style is Style.BODY]
    assert [(run.text, run.bold) for run in body.runs] == [
        ("Look ", False),
        ("closely", True),
        (".", False),
    ]


def test_links_to_sources_become_numbers_and_all_links_words(presented: Presented) -> None:
    (body,) = texts(printed(presented("services")), Style.BODY)
    assert body == "See the signs, the hotline or the report\u00a0[1]."


@pytest.mark.parametrize("level", [1, 3])
def test_headings_are_one_deeper_than_the_question(presented: Presented, level: int) -> None:
    pieces = printed(presented("signs"), level=level)
    levels = {piece.style: piece.level for piece in pieces if piece.level}
    assert levels == {Style.QUESTION: level, Style.HEADING2: level + 1}


def test_in_a_booklet_sources_are_numbers_only(presented: Presented) -> None:
    pieces = printed(presented("signs"), is_single=False)
    assert texts(pieces, Style.SOURCE) == []
    assert texts(pieces, Style.SMALL) == ["Sources: [1]"]


def test_the_brief_stands_in_its_frame(presented: Presented) -> None:
    pieces = printed(presented("signs"))
    framed = [piece.style for piece in pieces if piece.frame is Frame.BRIEF]
    assert framed == [Style.BRIEF_LABEL, Style.BRIEF]


def test_violence_is_announced(presented: Presented) -> None:
    assert texts(printed(presented("signs", sensitive=True)), Style.NOTICE) == [
        "This answer speaks about violence and abuse."
    ]


def test_what_is_not_translated_is_told(presented: Presented) -> None:
    pieces = printed(presented("history", "es"))
    (notice,) = texts(pieces, Style.NOTICE)
    assert "todavía no está en español" in notice
    assert texts(pieces, Style.BODY) == ["Centuries."]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("at", range(20))
def test_no_word_of_an_answer_is_lost(flagship: Pack, at: int, lang: str) -> None:
    entry = flagship.entries[at]
    pieces = printed(present(flagship, entry, lang, TODAY))
    on_paper = " ".join(piece.text for piece in pieces)
    for block in parse_markup(entry.answer[lang])[0]:
        assert all(run.text in on_paper for run in block.runs)


def test_tags_of_a_pack_are_words(presented: Presented) -> None:
    pieces = printed(presented("tags"))
    assert pieces[0].text == "<p >Is <b>this</b> bold?"
