from __future__ import annotations

import re
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.handout import (
    grouped,
    handout,
    is_same_number,
    lines_of,
    right_digits,
    single_line,
)
from desktop.pack.model import Phone

if TYPE_CHECKING:
    from tests.content.conftest import Presented, Reached

NUMBERS = st.text("0123456789-+#* ()")


def test_an_entry_is_handed_over_in_one_language(presented: Presented) -> None:
    given_out = handout(presented("signs", "es"))
    assert given_out.question == "¿Cuáles son las señales?"
    assert given_out.brief == "Otra persona guarda los papeles y el pago."
    assert [(line.name, line.number) for line in given_out.lines] == [
        ("Línea", "505-555-0100"),
        ("Línea", "233733"),
    ]


def test_a_line_tells_who_answers_and_when(presented: Presented) -> None:
    line = handout(presented("signs")).lines[0]
    assert (line.kind, line.how, line.spelled, line.hours) == (
        "call-or-text",
        "call or text",
        "505-GET-HELP",
        "Day and night",
    )


def test_the_answer_stands_in_for_a_brief(presented: Presented) -> None:
    assert handout(presented("history")).brief == "Centuries."


def test_the_help_bar_stands_in_for_contacts(presented: Presented, reached: Reached) -> None:
    help_bar = lines_of(reached("emergency", "hotline"))
    assert handout(presented("pay")).lines == help_bar


def test_contacts_that_are_only_linked_come_last(presented: Presented) -> None:
    lines = handout(presented("services", contacts=("emergency",))).lines
    assert [line.number for line in lines] == ["911", "505-555-0100", "233733"]


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
def test_only_what_can_be_dialled(
    reached: Reached, number: str, kind: str, shown: list[str]
) -> None:
    phone = msgspec.convert({"number": number, "kind": kind}, Phone)
    assert [line.number for line in lines_of(reached("hotline", phones=(phone,)))] == shown


def test_each_number_stands_once(reached: Reached) -> None:
    twice = lines_of((*reached("hotline", "emergency"), *reached("hotline")))
    assert [line.number for line in twice] == ["505-555-0100", "233733", "911"]


def test_dialled_is_what_is_pressed(reached: Reached) -> None:
    lines = lines_of(reached("hotline"))
    assert [line.dialled for line in lines] == ["5055550100", "233733"]


def test_a_number_knows_what_it_takes(reached: Reached) -> None:
    both, text, call = lines_of(reached("hotline", "emergency"))
    assert (both.takes_calls, both.takes_texts) == (True, True)
    assert (text.takes_calls, text.takes_texts) == (False, True)
    assert (call.takes_calls, call.takes_texts) == (True, False)


@given(st.text())
def test_tidy_leaves_one_line_that_can_be_seen(text: str) -> None:
    assert single_line(text).isprintable()
    assert single_line(single_line(text)) == single_line(text)


@pytest.mark.parametrize(
    ("number", "groups"),
    [
        ("911", "911"),
        ("233733", "233 733"),
        ("1-888-373-7888", "1 888 373 7888"),
        ("(505) 438-3733", "505 438 3733"),
        ("18883737888", "188 837 378 88"),
        ("#7233", "#7233"),
        ("+52 55", "+52 55"),
        ("", ""),
    ],
)
def test_numbers_are_grouped(number: str, groups: str) -> None:
    assert grouped(number) == groups


@given(NUMBERS)
def test_grouping_loses_nothing(number: str) -> None:
    assert grouped(number).replace(" ", "") == re.sub(r"[^0-9+#*]", "", number)
    assert all(len(group.strip("+#*")) <= 4 for group in grouped(number).split())


@pytest.mark.parametrize(
    ("typed", "number", "same"),
    [
        ("233733", "233733", True),
        ("233 733", "233733", True),
        ("8883737888", "1-888-373-7888", True),
        ("18883737888", "1-888-373-7888", True),
        ("7233", "#7233", True),
        ("23373", "233733", False),
        ("2337333", "233733", False),
        ("", "", False),
    ],
)
def test_the_same_number(typed: str, number: str, same: bool) -> None:
    assert is_same_number(typed, number) is same


@pytest.mark.parametrize(
    ("typed", "right"), [("", 0), ("9", 0), ("2", 1), ("23", 2), ("2393", 2), ("2337339", 6)]
)
def test_how_many_digits_are_right(typed: str, right: int) -> None:
    assert right_digits(typed, "233733") == right
