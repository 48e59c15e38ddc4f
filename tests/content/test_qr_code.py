from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.content.answer import present
from desktop.content.handout import Handout, PhoneLine, handout, single_line
from desktop.content.qr_code import (
    MAX_BYTES,
    MAX_LINES,
    QUIET_ZONE,
    call_uri,
    encode_qr,
    qr_answer_text,
    sentences,
    text_uri,
)
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.pack.model import Pack


def named(number: str, name: str, kind: str = "call", how: str = "") -> PhoneLine:
    return PhoneLine(number, kind, how, "", "", name=name, short=True, answered_by="", hours="")


LINE = named("505-555-0100", "Hotline", how="call or text")
NUMBERS = st.from_regex(r"[0-9#][0-9+#* -]{0,39}", fullmatch=True).map(single_line)
KINDS = st.sampled_from(["call", "text", "call-or-text"])
LINES = st.builds(
    named, NUMBERS, st.text().map(single_line), KINDS, st.sampled_from(["", "call or text"])
)
HANDOUTS = st.builds(
    Handout,
    question=st.just("?"),
    brief=st.text(max_size=900).map(single_line) | st.text("aé. ", max_size=900).map(single_line),
    lines=st.lists(LINES, max_size=6).map(tuple),
)


def of(brief: str, *lines: PhoneLine) -> str:
    return qr_answer_text(Handout("?", brief, lines))


@given(HANDOUTS)
def test_a_code_never_grows_beyond_the_bound(given_out: Handout) -> None:
    assert len(qr_answer_text(given_out).encode()) <= MAX_BYTES


@given(HANDOUTS)
def test_the_first_numbers_are_always_kept(given_out: Handout) -> None:
    rows = qr_answer_text(given_out).split("\n")
    for row, line in zip(rows, given_out.lines[:MAX_LINES], strict=False):
        assert row.startswith(line.number)


@given(st.text("aé.?! ”", max_size=900).map(single_line))
def test_words_are_whole_sentences(brief: str) -> None:
    told = sentences(of(brief))
    assert told == sentences(brief)[: len(told)]


def test_numbers_come_first_then_the_brief() -> None:
    text = of("Call now. It is free.", LINE)
    assert text == "505-555-0100: Hotline, call or text\n\nCall now. It is free."


def test_what_does_not_fit_is_left_out_by_sentences() -> None:
    text = of("Call now. " + "x" * 200 + ". " + "y" * 200 + ". The end.", LINE)
    assert text.endswith("Call now. " + "x" * 200 + ".")


def test_names_give_way_before_numbers_do() -> None:
    lines = [named(f"505-555-010{at}", "\U0001f4de" * 90) for at in range(3)]
    assert of("", *lines) == "505-555-0100\n505-555-0101\n505-555-0102"


def test_long_names_are_cut() -> None:
    assert of("", named("911", "n" * 41)) == "911: " + "n" * 40 + "…"


@pytest.mark.parametrize(
    "address",
    ["http://x.example", "HTTPS://x.example", "see www.x.example", "WIFI:S:x;;", "mailto:x@y.z"],
)
def test_no_address_gets_into_a_code(address: str) -> None:
    line = named("911", address)
    assert of(f"Call now. Open {address} today. Be safe.", line) == "911\n\nCall now. Be safe."


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("One two. Three!", ["One two.", "Three!"]),
        ("En EE. UU. hay ayuda. Llame.", ["En EE. UU. hay ayuda.", "Llame."]),
        ("She said “go now.” Then left.", ["She said “go now.”", "Then left."]),
        ("It is 5.5 miles. Go.", ["It is 5.5 miles.", "Go."]),
        ("¿Está sola? Llame.", ["¿Está sola?", "Llame."]),
        ("", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("number", "address"), [("1-888-373-7888", "18883737888"), ("#7233", "%237233")]
)
def test_one_number_to_call_or_to_text(number: str, address: str) -> None:
    line = named(number, "Hotline")
    assert call_uri(line) == f"tel:{address}"
    assert text_uri(line) == f"sms:{address}"


@pytest.mark.parametrize("lang", ["en", "es"])
def test_shipped_answers_fit_with_numbers_and_words(flagship: Pack, lang: str) -> None:
    for entry in flagship.entries:
        head, _, words = qr_answer_text(handout(present(flagship, entry, lang, TODAY))).partition(
            "\n\n"
        )
        assert re.match(r"[0-9]", head)
        assert len(words) > 50


def test_the_longest_answer_makes_the_largest_code() -> None:
    assert encode_qr("ñ" * (MAX_BYTES // 2)).size == 77 + 2 * QUIET_ZONE
    assert encode_qr("ñ" * (MAX_BYTES // 2 + 1)).size > 77 + 2 * QUIET_ZONE


def test_a_code_is_square_with_white_around_it() -> None:
    rows = encode_qr("911").rows
    assert {len(row) for row in rows} == {len(rows)}
    for edge in (*rows[:QUIET_ZONE], *rows[-QUIET_ZONE:]):
        assert not any(edge)
    assert not any(any(row[:QUIET_ZONE] + row[-QUIET_ZONE:]) for row in rows)


def test_corners_have_their_finders() -> None:
    row = encode_qr("911").rows[QUIET_ZONE]
    assert row[QUIET_ZONE : QUIET_ZONE + 8] == (True,) * 7 + (False,)


def test_too_long_a_text_has_no_code() -> None:
    with pytest.raises(ValueError, match="too large"):
        encode_qr("x" * 2332)
