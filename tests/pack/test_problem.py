from __future__ import annotations

import pytest

from desktop.pack.problem import IssueKind, Place, did_you_mean, quoted, unknown


def test_a_place_knows_entry_and_language() -> None:
    where = Place("entries").item(3, {"id": "signs"}).key("answer").tagged("es").line(2)
    assert where == Place("entries[3] (signs).answer.es, line 2", "signs", "es")


@pytest.mark.parametrize(
    ("text", "expected"), [("a\x1bb", "a\ufffdb"), ("x" * 99, "x" * 57 + "...")]
)
def test_what_is_shown_is_short_and_clean(text: str, expected: str) -> None:
    assert quoted(text) == expected


def test_a_name_close_to_none_is_not_guessed() -> None:
    assert did_you_mean("zzz", ["topic"], "Remove it.") == "Remove it."


def test_a_reference_close_to_a_known_id_is_corrected() -> None:
    problem = unknown(Place("entries[0].topic"), "topic", "gettin", {"getting", "past"})
    assert (problem.kind, problem.remedy) == (IssueKind.REFERENCE, 'Did you mean "getting"?')
