from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.booklet.contacts import Contacts
from desktop.content.booklet.piece import Frame, Style
from desktop.pack.model import Phone
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.pack.model import Pack


def test_a_card_tells_all_there_is(pack: Pack) -> None:
    pieces = list(Contacts(pack, "en", TODAY).cards(["hotline"]))
    assert [piece.text for piece in pieces] == [
        "State hotline, Santa Fe",
        "505-555-0100   call or text · 505-GET-HELP",
        "233733   text message",
        "711   TTY and relay",
        "Day and night",
        "hotline.example",
        "Checked May 2024. This may have changed since then.",
    ]


def test_every_card_has_a_frame_of_its_own(pack: Pack) -> None:
    pieces = list(Contacts(pack, "en", TODAY).cards(["emergency", "hotline"]))
    assert {piece.frame for piece in pieces} == {Frame.CARD}
    assert {piece.box for piece in pieces} == {0, 1}


def test_numbers_only_stand_in_one_frame(pack: Pack) -> None:
    contacts = Contacts(pack, "es", TODAY, is_short=True)
    pieces = list(contacts.cards(["emergency", "hotline"]))
    assert {piece.box for piece in pieces} == {0}
    assert [(piece.label, piece.text.strip()) for piece in pieces] == [
        ("911", "Policía <b>y</b> ambulancia"),
        ("505-555-0100", "Línea estatal, Santa Fe · llamada o mensaje · 505-GET-HELP"),
        ("233733", "mensaje de texto"),
        ("711", "TTY y servicio de retransmisión"),
    ]


def test_a_number_too_long_for_its_column_stands_in_the_line(pack: Pack) -> None:
    long = msgspec.structs.replace(pack.contacts[0], phones=(Phone(number="5" * 40),))
    changed = msgspec.structs.replace(pack, contacts=(long,))
    (line,) = Contacts(changed, "en", TODAY, is_short=True).cards(["emergency"])
    assert line.label == ""
    assert line.text.startswith("5" * 40)


@pytest.mark.parametrize(
    ("today", "ending"),
    [(dt.date(2024, 6, 1), "May 2024"), (dt.date(2025, 6, 1), "since then.")],
)
def test_old_facts_say_so(pack: Pack, today: dt.date, ending: str) -> None:
    *_, last = Contacts(pack, "en", today).cards(["hotline"])
    assert last.text.endswith(ending)


def test_the_directory_has_each_contact_once(pack: Pack) -> None:
    contacts = Contacts(pack, "en", TODAY, is_short=True)
    for ids in (["hotline"], ["emergency", "hotline"], ["nowhere"]):
        list(contacts.cards(ids))
    heading, *cards = contacts.directory(1)
    names = [piece.text for piece in cards if piece.style is Style.CONTACT_NAME]
    assert names == ["State hotline, Santa Fe", "Police <b>and</b> ambulance"]
    assert heading.new_page
    assert heading.anchor == contacts.anchor


def test_without_contacts_there_is_no_directory(pack: Pack) -> None:
    assert list(Contacts(pack, "en", TODAY).directory(1)) == []
