from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.search.query.plan import Match, QueryPlan
from desktop.search.query.planner import MAX_QUERY_LENGTH, plan_query, truncate_query

if TYPE_CHECKING:
    from desktop.search.index.index import Index


def plan_of(index: Index, query: str, lang: str = "en") -> QueryPlan:
    return plan_query(index, query, lang=lang)


@pytest.mark.parametrize(
    ("query", "readings"),
    [
        ("passport", [Match.KNOWN]),
        ("passports ", [Match.KNOWN]),
        ("pass", [Match.COMPLETED]),
        ("pasport", [Match.CORRECTED]),
        ("librarycard ", [Match.CORRECTED]),
        ("zzzzzz", [Match.UNKNOWN]),
        ("recargo", [Match.KNOWN]),
        ("cake ", [Match.UNKNOWN]),
    ],
)
def test_how_words_are_understood(index: Index, query: str, readings: list[Match]) -> None:
    assert [word.reading for word in plan_of(index, query).words] == readings


@pytest.mark.parametrize(
    ("query", "corrected"),
    [
        ("siilence!", "silence!"),
        ("The  pasport,  pleese", "The  passport,  please"),
        ("direcion", "dirección"),
        ("librarycard ", "library card"),
        ("passport", ""),
        ("waht book", "what book"),
    ],
)
def test_the_corrected_query_keeps_the_rest(index: Index, query: str, corrected: str) -> None:
    assert plan_of(index, query).corrected == corrected


def test_known_words_are_never_corrected(index: Index) -> None:
    for lexicon in index.lexicons.values():
        for word in lexicon._words:
            plan = plan_of(index, f"{word} ")
            assert not plan.corrected


@given(st.text(max_size=30))
def test_corrections_never_touch_known_words(index: Index, text: str) -> None:
    for word in plan_of(index, text).words:
        if word.correction:
            assert not any(word.text in lexicon for lexicon in index.lexicons.values())


def test_the_last_word_is_a_prefix_until_something_follows(index: Index) -> None:
    assert ("passport",) in plan_of(index, "pa").words[0].variants["en"]
    assert plan_of(index, "pa ").words[0].variants == {}


def test_completions_prefer_the_wanted_language(index: Index) -> None:
    assert set(plan_of(index, "pas", "en").words[0].variants) == {"en"}
    assert set(plan_of(index, "pas", "es").words[0].variants) == {"es"}


@given(st.text())
def test_a_cut_query_is_its_beginning(text: str) -> None:
    assert len(truncate_query(text)) <= MAX_QUERY_LENGTH
    assert text.strip().startswith(truncate_query(text))


def test_a_long_query_is_cut_between_words() -> None:
    assert truncate_query("word " * 60) == ("word " * 40).strip()
    assert truncate_query("x" * 300) == "x" * 200
    assert truncate_query("y " + "x" * 300) == "y"
