from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.search.query.planner import make_plan
from desktop.search.query.unrelated import UnrelatedPhrases

if TYPE_CHECKING:
    from desktop.search.index.index import Index

WORDINGS = ("library card game", "Where is the fire", "late show", "")


@pytest.mark.parametrize(
    ("query", "taken"),
    [
        ("library card games", {"library", "card", "games"}),
        ("card for the late shows", {"late", "shows"}),
        ("the late, late show", {"late", "show"}),
        ("show late", set()),
        ("late passport show", set()),
        ("where is the fire", {"where", "is", "the", "fire"}),
        ("where is a fire", {"where", "is", "a", "fire"}),
        ("there is a fire", set()),
        ("", set()),
    ],
)
def test_words_that_an_unrelated_wording_takes(index: Index, query: str, taken: set[str]) -> None:
    unrelated = UnrelatedPhrases(WORDINGS, index.lexicons["en"], index.small)
    typed = [word for _, word in make_plan(index, query + " ", lang="en").typed]
    assert {word.text for word in unrelated.words_in(typed)} == taken
