from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.search.index.analysis import token_offsets
from desktop.search.rank.highlight import LONGEST, excerpt, split_markdown_sentences
from desktop.search.results import Span

if TYPE_CHECKING:
    from desktop.search.engine import SearchEngine
    from desktop.search.results import Hit


def marked(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def hit(engine: SearchEngine, query: str) -> Hit:
    return engine.search(query, lang="en").hits[0]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("how do I get a card", ["card"]),
        ("cards", ["card"]),
        ("lib", ["library"]),
        ("libraru card", ["library", "card"]),
        ("obtener tarjeta", ["tarjeta"]),
        ("peaceful", ["quiet"]),
        ("where", ["Where"]),
    ],
)
def test_matched_words_of_the_question(engine: SearchEngine, query: str, words: list[str]) -> None:
    found = hit(engine, query)
    assert marked(found.question, found.explanation.question_spans) == words


@pytest.mark.parametrize(
    ("query", "passage", "words"),
    [
        ("passport", "Show your passport at the desk.", ["passport"]),
        ("proof address", "proof of your address", ["proof", "address"]),
        (
            "periodicos piso",
            "En el segundo piso, detrás de los periódicos.",
            ["piso", "periódicos"],
        ),
        ("member", "Show your passport at the desk.", []),
    ],
)
def test_the_best_passage(engine: SearchEngine, query: str, passage: str, words: list[str]) -> None:
    found = hit(engine, query)
    assert found.explanation.passage == passage
    assert marked(found.explanation.passage, found.explanation.passage_spans) == words


def test_sentences_lose_their_marks() -> None:
    text = "## Head\n\nOne **bold**. Two [link](entry:a)? ¿Tres?\n\n- item e.g. small"
    assert split_markdown_sentences(text) == [
        "Head",
        "One bold.",
        "Two link?",
        "¿Tres?",
        "item e.g. small",
    ]


def test_a_short_text_is_its_own_passage() -> None:
    assert excerpt("A short one.", [Span(2, 7)]) == ("A short one.", [Span(2, 7)])


def test_a_passage_shows_the_matches_of_a_long_sentence() -> None:
    text = "word " * 60 + "needle " + "word " * 60
    passage, shown = excerpt(text, [Span(300, 306)])
    assert [passage[span.start : span.end] for span in shown] == ["needle"]
    assert passage.startswith("… word")
    assert passage.endswith("word …")


@given(st.text(max_size=400))
def test_a_passage_is_never_too_long(text: str) -> None:
    marked = [Span(*place) for place in token_offsets(text)[3:9]]
    passage, shown = excerpt(text, marked)
    assert len(passage) <= LONGEST
    texts = [text[span.start : span.end] for span in marked]
    assert all(passage[span.start : span.end] in texts for span in shown)


@given(st.text())
def test_any_text_has_sentences_on_one_line(text: str) -> None:
    assert all(len(sentence.splitlines()) == 1 for sentence in split_markdown_sentences(text))
