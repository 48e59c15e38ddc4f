from __future__ import annotations

from desktop.content.answer import Reference
from desktop.content.booklet.citations import Citations
from desktop.content.booklet.piece import Style

ONE, TWO = Reference("one", "One. 2024"), Reference("two", "Two. 2025")


def test_sources_are_numbered_as_they_are_met() -> None:
    citations = Citations("en")
    assert [citations.mark(each) for each in (TWO, ONE, TWO)] == ["[1]", "[2]", "[1]"]
    assert [(piece.label, piece.text) for piece in citations.listing()] == [
        ("[1]", "Two. 2025"),
        ("[2]", "One. 2024"),
    ]


def test_without_sources_there_is_no_appendix() -> None:
    assert list(Citations("en").appendix(1)) == []


def test_the_appendix_begins_a_page() -> None:
    citations = Citations("es")
    citations.mark(ONE)
    heading, line = citations.appendix(2)
    assert (heading.text, heading.level, heading.new_page) == ("Fuentes", 2, True)
    assert heading.anchor == citations.anchor
    assert line.style is Style.SOURCE
