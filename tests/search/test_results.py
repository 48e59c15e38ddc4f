from __future__ import annotations

import pytest

from desktop.search.results import Explanation, Hit, Results, Span


def test_nothing_found_is_empty_everywhere() -> None:
    results = Results("xyz", "en")
    assert (results.hits, results.help_contacts, results.suggestions) == ((), (), ())


def test_results_do_not_change() -> None:
    hit = Hit("signs", "en", 1.0, "What are the signs?", Explanation((Span(13, 18),)))
    assert (
        hit.question[
            hit.explanation.question_spans[0].start : hit.explanation.question_spans[0].end
        ]
        == "signs"
    )
    with pytest.raises(AttributeError):
        hit.score = 2.0  # type: ignore[misc]
