from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from desktop.pack.model import Entry
from desktop.search.engine import SearchEngine
from desktop.search.index.build import build_in_memory
from desktop.search.query.planner import plan_query
from desktop.search.rank.rank import MIN_RELATIVE_SCORE, AdjacencyScorer, Scorer, rank_documents

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.search.index.index import Index


def ids(index: Index, query: str, lang: str = "en") -> list[tuple[str, str]]:
    plan = plan_query(index, query, lang=lang)
    found = rank_documents(index, plan, lang=lang, limit=10)
    return [(index.passages(number).entry_id, index.language(number)) for _, number in found]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("library card", ("card", "en")),
        ("card library how", ("card", "en")),
        ("late books", ("fines", "en")),
        ("fee", ("fines", "en")),
        ("late charge", ("fines", "en")),
        ("peaceful place", ("quiet", "en")),
        ("salas silenciosas", ("quiet", "es")),
        ("recargo", ("fines", "es")),
        ("festival", ("festival", "es")),
    ],
)
def test_the_right_entry_comes_first(index: Index, query: str, first: tuple[str, str]) -> None:
    assert ids(index, query)[0] == first


def test_an_entry_is_found_once_in_its_best_language(index: Index) -> None:
    found = [entry for entry, _ in ids(index, "passport pasaporte card tarjeta")]
    assert sorted(set(found)) == sorted(found)


def test_scores_fall(index: Index) -> None:
    plan = plan_query(index, "book card rooms", lang="en")
    scores = [score for score, _ in rank_documents(index, plan, lang="en", limit=10)]
    assert scores == sorted(scores, reverse=True)


def test_an_entry_with_function_words_only_is_no_hit(index: Index) -> None:
    assert ids(index, "the festival of the") == [("festival", "es")]


def test_a_document_with_more_of_the_query_scores_higher(index: Index) -> None:
    plan = plan_query(index, "overdue book ", lang="en")
    scorer = Scorer(plan, index.lexicons["en"])
    impacts = {
        index.passages(number).entry_id: index.impacts(number)
        for number in range(len(index))
        if index.language(number) == "en"
    }
    whole = scorer.score(impacts["fines"])
    without = {stem: own for stem, own in impacts["fines"].items() if stem != "overdu"}
    assert whole > 2 * scorer.score(without) > 0
    assert scorer.score(impacts["quiet"]) == 0


@pytest.mark.parametrize("limit", [0, -1, 1, 2])
def test_never_more_than_the_limit(index: Index, limit: int) -> None:
    plan = plan_query(index, "a book, a card, a room", lang="en")
    assert len(rank_documents(index, plan, lang="en", limit=limit)) == max(0, limit)


@pytest.mark.parametrize("query", ["library card", "books", "multa por un libro"])
def test_what_trails_far_behind_is_left_out(engine: SearchEngine, query: str) -> None:
    scores = [hit.score for hit in engine.search(query, lang="en").hits]
    assert scores
    assert min(scores) >= MIN_RELATIVE_SCORE * scores[0]


@pytest.mark.parametrize(
    ("query", "share"),
    [
        ("quiet reading rooms", 1.0),
        ("reading quiet rooms", 0.0),
        ("quiet reading passport", 0.5),
        ("the late book room", 0.0),
        ("rooms", 0.0),
        ("reading newspapers", 0.0),  # they stand in two sentences
    ],
)
def test_share_of_the_pairs_that_are_neighbours(index: Index, query: str, share: float) -> None:
    quiet = next(n for n in range(len(index)) if index.passages(n).entry_id == "quiet")
    phrases = AdjacencyScorer(plan_query(index, query + " ", lang="en"), "en")
    assert phrases.matched_share(index, quiet) == share


def test_a_wording_does_not_run_on_into_the_next(pack: Pack) -> None:
    asked = Entry(id="a", topic="rooms", question={"en": "Q?"}, phrasings={"en": ("blue", "tea")})
    index = build_in_memory(replace(pack, entries=(asked,)))
    phrases = AdjacencyScorer(plan_query(index, "blue tea ", lang="en"), "en")
    assert phrases.matched_share(index, 0) == 0


def test_words_side_by_side_come_before_the_same_words_apart(pack: Pack) -> None:
    texts = {"apart": "The room is blue, the tea is cold.", "phrase": "The tea room is blue, cold."}
    entries = tuple(
        Entry(id=name, topic="rooms", question={"en": "Where?"}, brief={"en": text})
        for name, text in texts.items()
    )
    hits = SearchEngine(replace(pack, entries=entries)).search("tea room ", lang="en").hits
    assert [hit.entry_id for hit in hits] == ["phrase", "apart"]
