from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from desktop.pack.check.shape import Kind, Place, diagnose, did_you_mean, shown

if TYPE_CHECKING:
    from tests.pack.conftest import PackBuilder


def test_a_sound_pack_has_no_problem(pack_bytes: bytes) -> None:
    assert diagnose(pack_bytes) == ()


def test_a_byte_order_mark_is_a_problem_but_no_fault(pack_bytes: bytes) -> None:
    (problem,) = diagnose(b"\xef\xbb\xbf" + pack_bytes)
    assert (problem.kind, problem.is_fault) == (Kind.BYTE_ORDER_MARK, False)


def test_an_unknown_field_is_no_fault_and_names_its_neighbour(make_pack: PackBuilder) -> None:
    pack = make_pack()
    pack["entries"][0]["phrasing"] = {}
    (problem,) = diagnose(json.dumps(pack).encode())
    assert (problem.kind, problem.is_fault) == (Kind.UNKNOWN_FIELD, False)
    assert problem.where == Place("entries[0] (signs).phrasing", "signs")
    assert problem.remedy == 'Did you mean "phrasings"?'


def test_repeated_keys_are_found_at_every_depth(pack_bytes: bytes) -> None:
    twice = pack_bytes.replace(b'"number":"911"', b'"number":"911","number":"912"')
    (problem,) = diagnose(twice)
    assert problem.kind is Kind.REPEATED_KEY
    assert problem.where.path == "contacts[0] (hotline).phones[0].number"


def test_a_place_knows_entry_and_language() -> None:
    where = Place("entries").item(3, {"id": "signs"}).key("answer").tagged("es").line(2)
    assert where == Place("entries[3] (signs).answer.es, line 2", "signs", "es")


@pytest.mark.parametrize(
    ("text", "expected"), [("a\x1bb", "a\ufffdb"), ("x" * 99, "x" * 57 + "...")]
)
def test_what_is_shown_is_short_and_clean(text: str, expected: str) -> None:
    assert shown(text) == expected


def test_a_name_close_to_none_is_not_guessed() -> None:
    assert did_you_mean("zzz", ["topic"], "Remove it.") == "Remove it."
