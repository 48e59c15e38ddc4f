from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from desktop.pack.integrity import MAX_TOPIC_DEPTH, EntryCheck, problems
from desktop.pack.model import Entry, Pack

if TYPE_CHECKING:
    from tests.pack.conftest import PackBuilder


def nested(depth: int) -> dict[str, Any]:
    inner = [nested(depth - 1)] if depth > 1 else []
    return {"id": f"topic-{depth}", "title": {}, "children": inner}


BROKEN: dict[str, dict[str, Any]] = {
    "topics[0] (topic-9).children[0] (topic-8)": {"topics": [nested(MAX_TOPIC_DEPTH + 1)]},
    "topics[1] (basics).id": {"topics": [{"id": "basics", "title": {}}] * 2},
    "entries[1] (signs).id": {"entries": [{"id": "signs", "topic": "basics", "question": {}}] * 2},
    "entries[0] (signs).topic": {"entries": [{"id": "signs", "topic": "none", "question": {}}]},
    "sources[1] (s).id": {"sources": [{"id": "s", "title": {}}] * 2},
    "urgent[1] (u).id": {"urgent": [{"id": "u", "phrases": {}}] * 2},
    "manifest.help[0]": {"contacts": []},
}


def test_a_sound_pack_has_no_problem(make_pack: PackBuilder) -> None:
    assert not list(problems(make_pack()))


@pytest.mark.parametrize("place", BROKEN)
def test_json_and_the_pack_read_from_it_have_the_same_problems(
    make_pack: PackBuilder, place: str
) -> None:
    raw = make_pack(**BROKEN[place])
    raw["manifest"]["help"] = ["hotline"]
    found = list(problems(raw))
    assert found == list(problems(msgspec.convert(raw, Pack)))
    assert any(problem.where.path.startswith(place) for problem in found)


@pytest.mark.parametrize("value", [None, 1, "x", [1], [{"id": 1}], {"id": "x"}])
def test_json_of_any_shape_is_gone_through(value: object) -> None:
    names = ("manifest", "topics", "entries", "contacts")
    assert not list(problems(dict.fromkeys(names, value)))


def test_entries_are_checked_one_at_a_time() -> None:
    check = EntryCheck({"basics"})
    entry = Entry(id="signs", topic="basics", question={})
    assert not list(check.problems(entry, 0))
    (again,) = check.problems(entry, 1)
    assert "entries[0] (signs)" in again.expected
