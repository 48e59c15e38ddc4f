from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from desktop.search.engine import SearchEngine
    from desktop.search.results import Hit, Span


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
    assert marked(found.question, found.why.question_spans) == words


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
    assert found.why.passage == passage
    assert marked(found.why.passage, found.why.passage_spans) == words
