from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.booklet.answer import BULLET, Printer
from desktop.content.booklet.citations import Citations
from desktop.content.booklet.contacts import Contacts
from desktop.content.booklet.piece import Frame, Piece, Style
from desktop.pack.markup import parse
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.pack.model import Entry, Pack


def printed(
    pack: Pack, entry: Entry, lang: str = "en", *, is_single: bool = True, level: int = 1
) -> list[Piece]:
    contacts = Contacts(pack, lang, TODAY, is_short=not is_single)
    citations = Citations(pack, lang)
    printer = Printer(pack, lang, level, contacts, citations, is_single=is_single)
    return list(printer.pieces_of(entry))


def texts(pieces: list[Piece], style: Style) -> list[str]:
    return [piece.text for piece in pieces if piece.style is style]


def test_an_answer_is_printed_from_question_to_sources(pack: Pack) -> None:
    pieces = printed(pack, pack.entry_by_id["signs"])
    assert [piece.text for piece in pieces[:5]] == [
        "What are the signs?",
        "Facts checked May 2024",
        "In brief",
        "Someone else holds the papers and the pay.",
        "At work",
    ]
    assert pieces[-1].text == "Yearly report. The State. 2024-05. report.example/2024"


def test_items_have_bullets_and_numbers(pack: Pack) -> None:
    items = [p for p in printed(pack, pack.entry_by_id["signs"]) if p.style is Style.ITEM]
    assert [item.label for item in items] == [BULLET, BULLET, "1.", "2."]


def test_bold_words_stay_bold(pack: Pack) -> None:
    (body,) = [p for p in printed(pack, pack.entry_by_id["signs"]) if p.style is Style.BODY]
    assert [(run.text, run.bold) for run in body.runs] == [
        ("Look ", False),
        ("closely", True),
        (".", False),
    ]


def test_links_to_sources_become_numbers_and_all_links_words(pack: Pack) -> None:
    (body,) = texts(printed(pack, pack.entry_by_id["services"]), Style.BODY)
    assert body == "See the signs, the hotline or the report\u00a0[1]."


@pytest.mark.parametrize("level", [1, 3])
def test_headings_are_one_deeper_than_the_question(pack: Pack, level: int) -> None:
    pieces = printed(pack, pack.entry_by_id["signs"], level=level)
    levels = {piece.style: piece.level for piece in pieces if piece.level}
    assert levels == {Style.QUESTION: level, Style.HEADING2: level + 1}


def test_in_a_booklet_sources_are_numbers_only(pack: Pack) -> None:
    pieces = printed(pack, pack.entry_by_id["signs"], is_single=False)
    assert texts(pieces, Style.SOURCE) == []
    assert texts(pieces, Style.SMALL) == ["Sources: [1]"]


def test_the_brief_stands_in_its_frame(pack: Pack) -> None:
    pieces = printed(pack, pack.entry_by_id["signs"])
    framed = [piece.style for piece in pieces if piece.frame is Frame.BRIEF]
    assert framed == [Style.BRIEF_LABEL, Style.BRIEF]


def test_violence_is_announced(pack: Pack) -> None:
    entry = msgspec.structs.replace(pack.entry_by_id["signs"], sensitive=True)
    assert texts(printed(pack, entry), Style.NOTICE) == [
        "This answer speaks about violence and abuse."
    ]


def test_what_is_not_translated_is_told(pack: Pack) -> None:
    pieces = printed(pack, pack.entry_by_id["history"], "es")
    (notice,) = texts(pieces, Style.NOTICE)
    assert "todavía no está en español" in notice
    assert texts(pieces, Style.BODY) == ["Centuries."]


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("at", range(20))
def test_no_word_of_an_answer_is_lost(flagship: Pack, at: int, lang: str) -> None:
    entry = flagship.entries[at]
    pieces = printed(flagship, entry, lang)
    on_paper = " ".join(piece.text for piece in pieces)
    for block in parse(entry.answer[lang])[0]:
        assert all(run.text in on_paper for run in block.runs)


def test_tags_of_a_pack_are_words(pack: Pack) -> None:
    pieces = printed(pack, pack.entry_by_id["tags"])
    assert pieces[0].text == "<p >Is <b>this</b> bold?"
