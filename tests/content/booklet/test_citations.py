from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.content.booklet.citations import Citations
from desktop.content.booklet.piece import Style

if TYPE_CHECKING:
    from desktop.pack.model import Pack


def test_sources_are_numbered_as_they_are_met(flagship: Pack) -> None:
    one, two = (source.id for source in flagship.sources[:2])
    citations = Citations(flagship, "en")
    assert [citations.mark(each) for each in (two, one, two)] == ["[1]", "[2]", "[1]"]
    assert [piece.label for piece in citations.listing()] == ["[1]", "[2]"]


def test_an_unknown_source_has_no_number(pack: Pack) -> None:
    citations = Citations(pack, "en")
    assert citations.mark("nowhere") == ""
    assert list(citations.listing()) == []
    assert list(citations.appendix(1)) == []


def test_a_source_is_told_in_full_and_in_the_language(pack: Pack) -> None:
    citations = Citations(pack, "es")
    citations.mark("report")
    (line,) = citations.listing()
    assert line.text == "Informe anual. The State. 2024-05. report.example/2024"


def test_the_appendix_begins_a_page(pack: Pack) -> None:
    citations = Citations(pack, "es")
    citations.mark("report")
    heading, line = citations.appendix(2)
    assert (heading.text, heading.level, heading.new_page) == ("Fuentes", 2, True)
    assert heading.anchor == citations.anchor
    assert line.style is Style.SOURCE
