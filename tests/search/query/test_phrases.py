from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.languages.language import Search, united
from desktop.languages.loader import language
from desktop.search.query.phrases import Synonyms, UnrelatedPhrases
from desktop.search.query.planner import plan_query
from tests.search.index.test_lexicon import lexicon

if TYPE_CHECKING:
    from desktop.search.index.index import Index

SYNONYMS = Synonyms(
    [["boss", "the employer"], ["escape", "get out"], ["trafficking", "slavery"],
     ["trafficker", "pimp"], ["police", "law enforcement"]],
    lexicon([]),
    united(Search, [language("en").search]),
)  # fmt: skip


@pytest.mark.parametrize(
    ("wording", "stems", "others"),
    [
        (("boss",), ("boss",), [("employ",)]),
        (("bosses",), ("boss",), [("employ",)]),
        (("get", "out"), ("get", "out"), [("escap",)]),
        (("escape",), ("escap",), []),
        (("trafficking",), ("traffick",), [("slaveri",)]),
        (("police",), ("polic",), [("law", "enforc")]),
        (("law", "enforcement"), ("law", "enforc"), [("polic",)]),
        (("law",), ("law",), []),
    ],
)
def test_synonyms(
    wording: tuple[str, ...], stems: tuple[str, ...], others: list[tuple[str, ...]]
) -> None:
    assert list(SYNONYMS.lookup(wording, stems)) == others


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
    unrelated = UnrelatedPhrases(WORDINGS, index.lexicons["en"], index.function_words)
    typed = [word for _, word in plan_query(index, query + " ", lang="en").typed]
    assert {word.text for word in unrelated.matched_words(typed)} == taken
