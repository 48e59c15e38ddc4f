from __future__ import annotations

from desktop.pack.place import Place
from desktop.pack.problem import IssueKind, did_you_mean, unknown


def test_a_name_close_to_none_is_not_guessed() -> None:
    assert did_you_mean("zzz", ["topic"], "Remove it.") == "Remove it."


def test_a_reference_close_to_a_known_id_is_corrected() -> None:
    problem = unknown(Place("entries[0].topic"), "topic", "gettin", {"getting", "past"})
    assert (problem.kind, problem.remedy) == (IssueKind.REFERENCE, 'Did you mean "getting"?')
