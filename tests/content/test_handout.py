from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.handout import handout, help_lines, lines_of, tidy
from desktop.pack.model import Phone

if TYPE_CHECKING:
    from desktop.pack.model import Pack


def numbers(pack: Pack, phones: tuple[Phone, ...]) -> list[str]:
    contacts = tuple(msgspec.structs.replace(each, phones=phones) for each in pack.contacts)
    changed = msgspec.structs.replace(pack, contacts=contacts)
    return [line.number for line in lines_of(changed, ("hotline",), "en")]


def test_an_entry_is_handed_over_in_one_language(pack: Pack) -> None:
    given_out = handout(pack, pack.entry_by_id["signs"], "es")
    assert given_out.question == "¿Cuáles son las señales?"
    assert given_out.brief == "Otra persona guarda los papeles y el pago."
    assert [(line.name, line.number) for line in given_out.lines] == [
        ("Línea", "505-555-0100"),
        ("Línea", "233733"),
    ]


def test_a_line_tells_who_answers_and_when(pack: Pack) -> None:
    line = handout(pack, pack.entry_by_id["signs"], "en").lines[0]
    assert (line.kind, line.spelled, line.hours) == (
        "call-or-text",
        "505-GET-HELP",
        "Day and night",
    )


def test_the_answer_stands_in_for_a_brief(pack: Pack) -> None:
    assert handout(pack, pack.entry_by_id["history"], "en").brief == "Centuries."


def test_the_help_bar_stands_in_for_contacts(pack: Pack) -> None:
    assert handout(pack, pack.entry_by_id["pay"], "en").lines == help_lines(pack, "en")


@pytest.mark.parametrize(
    ("number", "kind", "shown"),
    [
        ("911", "call", ["911"]),
        ("#7233", "call", ["#7233"]),
        ("(505) 555-0100", "call", ["(505) 555-0100"]),
        ("505\n555", "call", ["505 555"]),
        ("５０５ 911", "call", ["911"]),
        ("711", "tty", []),
        ("WIFI:S:x1;;", "call", []),
        ("ask", "text", []),
    ],
)
def test_only_what_can_be_dialled(pack: Pack, number: str, kind: str, shown: list[str]) -> None:
    assert numbers(pack, (msgspec.convert({"number": number, "kind": kind}, Phone),)) == shown


def test_each_number_stands_once(pack: Pack) -> None:
    twice = lines_of(pack, ("hotline", "emergency", "hotline", "nobody"), "en")
    assert [line.number for line in twice] == ["505-555-0100", "233733", "911"]


def test_dialled_is_what_is_pressed(pack: Pack) -> None:
    lines = lines_of(pack, ("hotline",), "en")
    assert [line.dialled for line in lines] == ["5055550100", "233733"]


def test_a_number_knows_what_it_takes(pack: Pack) -> None:
    both, text, call = lines_of(pack, ("hotline", "emergency"), "en")
    assert (both.takes_calls, both.takes_texts) == (True, True)
    assert (text.takes_calls, text.takes_texts) == (False, True)
    assert (call.takes_calls, call.takes_texts) == (True, False)


@given(st.text())
def test_tidy_leaves_one_line_that_can_be_seen(text: str) -> None:
    assert tidy(text).isprintable()
    assert tidy(tidy(text)) == tidy(text)
