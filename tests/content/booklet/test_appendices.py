from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.content.answer import Reference, present_contacts
from desktop.content.booklet.appendices import Citations, Contacts
from desktop.content.booklet.piece import Frame, Style
from desktop.pack.model import Phone

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from tests.content.conftest import Reached

ONE, TWO = Reference("one", "One. 2024"), Reference("two", "Two. 2025")


def test_a_card_tells_all_there_is(reached: Reached) -> None:
    pieces = list(Contacts("en").cards(reached("hotline")))
    assert [piece.text for piece in pieces] == [
        "State hotline, Santa Fe",
        "505-555-0100   call or text · 505-GET-HELP",
        "233733   text message",
        "711   TTY and relay",
        "Day and night",
        "hotline.example",
        "Checked May 2024. This may have changed since then.",
    ]


def test_every_card_has_a_frame_of_its_own(reached: Reached) -> None:
    pieces = list(Contacts("en").cards(reached("emergency", "hotline")))
    assert {piece.frame for piece in pieces} == {Frame.CARD}
    assert {piece.box for piece in pieces} == {0, 1}


def test_numbers_only_stand_in_one_frame(reached: Reached) -> None:
    contacts = Contacts("es", is_short=True)
    pieces = list(contacts.cards(reached("emergency", "hotline", lang="es")))
    assert {piece.box for piece in pieces} == {0}
    assert [(piece.label, piece.text.strip()) for piece in pieces] == [
        ("911", "Policía <b>y</b> ambulancia"),
        ("505-555-0100", "Línea estatal, Santa Fe · llamada o mensaje · 505-GET-HELP"),
        ("233733", "mensaje de texto"),
        ("711", "TTY y servicio de retransmisión"),
    ]


def test_a_number_too_long_for_its_column_stands_in_the_line(reached: Reached) -> None:
    long = reached("emergency", phones=(Phone(number="5" * 40),))
    (line,) = Contacts("en", is_short=True).cards(long)
    assert line.label == ""
    assert line.text.startswith("5" * 40)


@pytest.mark.parametrize(
    ("today", "ending"),
    [(dt.date(2024, 6, 1), "May 2024"), (dt.date(2025, 6, 1), "since then.")],
)
def test_old_facts_say_so(pack: Pack, today: dt.date, ending: str) -> None:
    *_, last = Contacts("en").cards(present_contacts(pack, ["hotline"], "en", today))
    assert last.text.endswith(ending)


def test_the_directory_has_each_contact_once(reached: Reached) -> None:
    contacts = Contacts("en", is_short=True)
    for ids in (["hotline"], ["emergency", "hotline"]):
        list(contacts.cards(reached(*ids)))
    heading, *cards = contacts.directory(1)
    names = [piece.text for piece in cards if piece.style is Style.CONTACT_NAME]
    assert names == ["State hotline, Santa Fe", "Police <b>and</b> ambulance"]
    assert heading.new_page
    assert heading.anchor == "en contacts"


def test_without_contacts_there_is_no_directory() -> None:
    assert list(Contacts("en").directory(1)) == []


def test_sources_are_numbered_as_they_are_met() -> None:
    citations = Citations("en")
    assert [citations.cite(each) for each in (TWO, ONE, TWO)] == ["[1]", "[2]", "[1]"]
    assert [(piece.label, piece.text) for piece in citations.listing()] == [
        ("[1]", "Two. 2025"),
        ("[2]", "One. 2024"),
    ]


def test_without_sources_there_is_no_appendix() -> None:
    assert list(Citations("en").appendix(1)) == []


def test_the_appendix_begins_a_page() -> None:
    citations = Citations("es")
    citations.cite(ONE)
    heading, line = citations.appendix(2)
    assert (heading.text, heading.level, heading.new_page) == ("Fuentes", 2, True)
    assert heading.anchor == "es sources"
    assert line.style is Style.SOURCE
