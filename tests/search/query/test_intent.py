from __future__ import annotations

import pytest

from desktop.languages.language import Grammar, united
from desktop.languages.loader import language
from desktop.search.index.analysis import tokenize
from desktop.search.query.intent import QueryIntent, WordClasses

GRAMMAR = united(Grammar, (language(tag).grammar for tag in ("en", "es")))


@pytest.mark.parametrize(
    "query",
    [
        *("how many people are trafficked", "penalty for kidnapping", "signs of abuse"),
        *("cuántas personas sufren trata", "qué castigo hay por secuestro", "tarea sobre la trata"),
    ],
)
def test_questions_about_the_world(query: str) -> None:
    tone = QueryIntent(tokenize(query), GRAMMAR)
    assert tone.is_information_request
    assert not tone.is_personal_report


@pytest.mark.parametrize(
    "query",
    [
        *("he keeps my passport", "my sister is afraid of her boss", "they lock us in at night"),
        *("mi patrón no me deja salir", "mi hermana tiene miedo", "nos encierran de noche"),
    ],
)
def test_what_happens_to_someone_is_told(query: str) -> None:
    tone = QueryIntent(tokenize(query), GRAMMAR)
    assert not tone.is_information_request
    assert tone.is_personal_report


@pytest.mark.parametrize(
    "query", ["workers are locked in", "victims of violence", "mujeres encerradas en casas"]
)
def test_kinds_of_people_are_nobody_in_particular(query: str) -> None:
    assert QueryIntent(tokenize(query), GRAMMAR).is_generic


@pytest.mark.parametrize("query", ["help me write about fear", "quiero aprender sobre el miedo"])
def test_a_request_for_information_tells_nothing(query: str) -> None:
    assert not QueryIntent(tokenize(query), GRAMMAR).is_personal_report


def test_no_words_have_no_tone() -> None:
    tone = QueryIntent([], GRAMMAR)
    assert (
        tone.is_information_request,
        tone.is_generic,
        tone.mentions_someone_near,
        tone.is_personal_report,
    ) == (False, False, False, False)


def test_words_around_a_call_add_nothing() -> None:
    fillers = WordClasses(("en", "es")).fillers
    assert {"please", "porfa"} < fillers
    assert "passport" not in fillers


def test_small_words_are_no_slips() -> None:
    small = WordClasses(("en", "es")).closed_class
    assert "mi" in small
    assert "passport" not in small


def test_languages_of_no_file_tell_nothing() -> None:
    tone = QueryIntent(tokenize("he took my passport"), united(Grammar, ()))
    assert (
        tone.is_information_request,
        tone.is_generic,
        tone.mentions_someone_near,
        tone.is_personal_report,
    ) == (False, False, False, False)
