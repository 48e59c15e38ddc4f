from __future__ import annotations

import json
from typing import TYPE_CHECKING

from desktop.pack.check.diagnosis import diagnose
from desktop.pack.problem import IssueKind, Place

if TYPE_CHECKING:
    from tests.pack.conftest import PackBuilder


def test_a_sound_pack_has_no_problem(pack_bytes: bytes) -> None:
    assert diagnose(pack_bytes) == ()


def test_a_byte_order_mark_is_a_problem_but_no_fault(pack_bytes: bytes) -> None:
    (problem,) = diagnose(b"\xef\xbb\xbf" + pack_bytes)
    assert (problem.kind, problem.is_error) == (IssueKind.BYTE_ORDER_MARK, False)


def test_an_unknown_field_is_no_fault_and_names_its_neighbour(make_pack: PackBuilder) -> None:
    pack = make_pack()
    pack["entries"][0]["phrasing"] = {}
    (problem,) = diagnose(json.dumps(pack).encode())
    assert (problem.kind, problem.is_error) == (IssueKind.UNKNOWN_FIELD, False)
    assert problem.where == Place("entries[0] (signs).phrasing", "signs")
    assert problem.remedy == 'Did you mean "phrasings"?'


def test_repeated_keys_are_found_at_every_depth(pack_bytes: bytes) -> None:
    twice = pack_bytes.replace(b'"number":"911"', b'"number":"911","number":"912"')
    (problem,) = diagnose(twice)
    assert problem.kind is IssueKind.REPEATED_KEY
    assert problem.where.path == "contacts[0] (hotline).phones[0].number"
