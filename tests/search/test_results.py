from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from desktop.search.results import Hit, Results, Span, Why


def test_nothing_found_is_empty_everywhere() -> None:
    results = Results("xyz", "en")
    assert (results.hits, results.help_contacts, results.suggestions) == ((), (), ())


def test_results_do_not_change() -> None:
    hit = Hit("signs", "en", 1.0, "What are the signs?", lambda: Why((Span(13, 18),)))
    assert hit.question[hit.why.question_spans[0].start : hit.why.question_spans[0].end] == "signs"
    with pytest.raises(FrozenInstanceError):
        hit.score = 2.0  # type: ignore[misc]


def test_why_is_worked_out_once_and_only_when_asked_for() -> None:
    made = iter([Why(passage="first"), Why(passage="second")])
    hit = Hit("signs", "en", 1.0, "Signs?", lambda: next(made))
    assert [hit.why.passage, hit.why.passage] == ["first", "first"]
    assert next(made).passage == "second"
