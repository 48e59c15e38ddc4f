from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from desktop.search.engine import SearchEngine


def test_the_corrected_query_stands_first_beside_hits(engine: SearchEngine) -> None:
    results = engine.search("my pasport", lang="en")
    assert results.hits
    assert [(s.text, s.topic_id) for s in results.suggestions] == [("my passport", None)]


@pytest.mark.parametrize(("lang", "title"), [("en", "The building"), ("es", "El edificio")])
def test_topics_where_nothing_is_found(engine: SearchEngine, lang: str, title: str) -> None:
    results = engine.search("constructions buil-dings edificacion zzzz", lang=lang)
    topics = {s.topic_id: s.text for s in results.suggestions if s.topic_id}
    assert topics.get("building", title) == title


def test_topics_are_top_level(engine: SearchEngine) -> None:
    results = engine.search("zzzzzz", lang="en")
    assert not results.hits
    assert {s.topic_id for s in results.suggestions} == {"borrowing", "building"}


def test_near_spellings_where_nothing_is_found(engine: SearchEngine) -> None:
    results = engine.search("newspapirzz", lang="en")
    assert not results.hits
    assert results.suggestions[0].text == "newspapers"


def test_no_suggestions_beside_sound_hits(engine: SearchEngine) -> None:
    assert engine.search("passport", lang="en").suggestions == ()
