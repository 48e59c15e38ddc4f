from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from desktop.pack.model import Entry
from desktop.search.engine import SearchEngine
from desktop.search.index.build import build_in_memory
from desktop.search.query.planner import make_plan
from desktop.search.rank.phrase import AdjacencyScorer

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.search.index.index import Index


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
    phrases = AdjacencyScorer(make_plan(index, query + " ", lang="en"), "en")
    assert phrases.share(index, quiet) == share


def test_a_wording_does_not_run_on_into_the_next(pack: Pack) -> None:
    asked = Entry(id="a", topic="rooms", question={"en": "Q?"}, phrasings={"en": ("blue", "tea")})
    index = build_in_memory(replace(pack, entries=(asked,)))
    phrases = AdjacencyScorer(make_plan(index, "blue tea ", lang="en"), "en")
    assert phrases.share(index, 0) == 0


def test_words_side_by_side_come_before_the_same_words_apart(pack: Pack) -> None:
    texts = {"apart": "The room is blue, the tea is cold.", "phrase": "The tea room is blue, cold."}
    entries = tuple(
        Entry(id=name, topic="rooms", question={"en": "Where?"}, brief={"en": text})
        for name, text in texts.items()
    )
    hits = SearchEngine(replace(pack, entries=entries)).search("tea room ", lang="en").hits
    assert [hit.entry_id for hit in hits] == ["phrase", "apart"]
