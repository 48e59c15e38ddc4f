from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.pack.model import Pack
from desktop.search.engine import SearchEngine, UnknownLanguage
from desktop.search.results import Explanation, Results, Span

ANY_TEXT = st.text(st.characters(exclude_categories=()))
SEED_WORDS = ["passport", "pasport", "tarjeta", "how", "é", "📚", "\u202e", '"(', "quiet", "x"]
QUERIES = ANY_TEXT | st.lists(st.sampled_from(SEED_WORDS)).map(" ".join)


def ids(results: Results) -> list[str]:
    return [hit.entry_id for hit in results.hits]


def in_order(text: str, spans: tuple[Span, ...]) -> bool:
    inside = all(0 <= span.start < span.end <= len(text) for span in spans)
    return inside and all(one.end <= other.start for one, other in pairwise(spans))


@given(QUERIES, st.sampled_from(["en", "es"]))
def test_any_text_is_a_query(engine: SearchEngine, query: str, lang: str) -> None:
    results = engine.search(query, lang=lang)
    assert results.query == query
    assert len(set(ids(results))) == len(results.hits)
    for hit in results.hits:
        assert in_order(hit.question, hit.explanation.question_spans)
        assert in_order(hit.explanation.passage, hit.explanation.passage_spans)


def test_results_are_plain_data(engine: SearchEngine) -> None:
    results = engine.search("library card", lang="en")
    assert any(hit.explanation.passage_spans for hit in results.hits)
    assert msgspec.convert(msgspec.to_builtins(results), Results) == results


def test_only_as_many_hits_are_explained_as_asked_for(engine: SearchEngine) -> None:
    whole = engine.search("card, fine", lang="en").hits
    some = engine.search("card, fine", lang="en", explained=1).hits
    assert len(some) > 1
    assert [hit.explanation for hit in some] == [
        whole[0].explanation,
        *[Explanation()] * (len(some) - 1),
    ]


@pytest.mark.parametrize("query", ["", "  \n", "?!", "\u200b", "\ud800", "🙂"])
def test_a_query_without_words_finds_nothing(engine: SearchEngine, query: str) -> None:
    assert engine.search(query, lang="en") == Results(query, "en")


@pytest.mark.parametrize("query", ["x" * 100_000, "card " * 20_000, " " * 100_000, "é́" * 50_000])
def test_a_huge_query_is_cut(engine: SearchEngine, query: str) -> None:
    assert bool(engine.search(query, lang="en").hits) == query.startswith("card")


@pytest.mark.parametrize(("query", "entry"), [("q", "quiet"), ("qui", "quiet"), ("ove", "fines")])
def test_few_letters_find_at_once(engine: SearchEngine, query: str, entry: str) -> None:
    assert ids(engine.search(query, lang="en"))[0] == entry


def test_every_prefix_of_a_query_finds_it(engine: SearchEngine) -> None:
    query = "membership"
    assert all(
        "card" in ids(engine.search(query[:at], lang="en")) for at in range(1, len(query) + 1)
    )


@pytest.mark.parametrize("query", ["TARJETA", "tarjetas", "inscripcion", "inscripción"])
def test_case_accents_and_endings_do_not_matter(engine: SearchEngine, query: str) -> None:
    hit = engine.search(query, lang="en").hits[0]
    assert (hit.entry_id, hit.lang) == ("card", "es")


def test_an_exact_word_ranks_above_a_corrected_one(engine: SearchEngine) -> None:
    exact = engine.search("passport", lang="en").hits[0]
    corrected = engine.search("pasport", lang="en").hits[0]
    assert exact.entry_id == corrected.entry_id
    assert exact.score > corrected.score


def test_an_unknown_language_is_named(engine: SearchEngine) -> None:
    with pytest.raises(UnknownLanguage, match=r'"fr".* en, es'):
        engine.search("card", lang="fr")


def test_searching_leaves_no_state(engine: SearchEngine, pack: Pack) -> None:
    before = engine.search("book", lang="en")
    engine.search("card pasport", lang="es")
    assert (
        engine.search("book", lang="en") == before == SearchEngine(pack).search("book", lang="en")
    )


def test_threads_may_share_an_engine(engine: SearchEngine) -> None:
    queries = ["book", "pasport", "salas", "zzzz", "never seen wordings"] * 20
    alone = [engine.search(query, lang="en") for query in queries]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda query: engine.search(query, lang="en"), queries)) == alone


def test_a_pack_without_text_can_be_searched(pack: Pack) -> None:
    empty = Pack(manifest=pack.manifest, topics=(), entries=())
    assert SearchEngine(empty).search("card", lang="en").hits == ()


def test_no_qt_is_loaded() -> None:
    code = "import sys, desktop.search.engine; sys.exit('PySide6' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
