from __future__ import annotations

import pytest

from desktop.languages.language import Grammar, united
from desktop.languages.loader import language
from desktop.search.index.analysis import words
from desktop.search.query.tone import QueryIntent, WordClasses

GRAMMAR = united(Grammar, (language(tag).grammar for tag in ("en", "es")))


@pytest.mark.parametrize(
    "query",
    [
        *("how many people are trafficked", "penalty for kidnapping", "signs of abuse"),
        *("cuántas personas sufren trata", "qué castigo hay por secuestro", "tarea sobre la trata"),
    ],
)
def test_questions_about_the_world(query: str) -> None:
    tone = QueryIntent(words(query), GRAMMAR)
    assert tone.asks
    assert not tone.tells


@pytest.mark.parametrize(
    "query",
    [
        *("he keeps my passport", "my sister is afraid of her boss", "they lock us in at night"),
        *("mi patrón no me deja salir", "mi hermana tiene miedo", "nos encierran de noche"),
    ],
)
def test_what_happens_to_someone_is_told(query: str) -> None:
    tone = QueryIntent(words(query), GRAMMAR)
    assert not tone.asks
    assert tone.tells


@pytest.mark.parametrize(
    "query", ["workers are locked in", "victims of violence", "mujeres encerradas en casas"]
)
def test_kinds_of_people_are_nobody_in_particular(query: str) -> None:
    assert QueryIntent(words(query), GRAMMAR).general


@pytest.mark.parametrize("query", ["help me write about fear", "quiero aprender sobre el miedo"])
def test_a_request_for_information_tells_nothing(query: str) -> None:
    assert not QueryIntent(words(query), GRAMMAR).tells


def test_no_words_have_no_tone() -> None:
    tone = QueryIntent([], GRAMMAR)
    assert (tone.asks, tone.general, tone.near, tone.tells) == (False, False, False, False)


def test_words_around_a_call_add_nothing() -> None:
    fillers = WordClasses(("en", "es")).fillers
    assert {"please", "porfa"} < fillers
    assert "passport" not in fillers


def test_small_words_are_no_slips() -> None:
    small = WordClasses(("en", "es")).small
    assert "mi" in small
    assert "passport" not in small


def test_languages_of_no_file_tell_nothing() -> None:
    tone = QueryIntent(words("he took my passport"), united(Grammar, ()))
    assert (tone.asks, tone.general, tone.near, tone.tells) == (False, False, False, False)
