from __future__ import annotations

import pytest

from desktop.search.index.analysis import fold, words
from desktop.search.query import tone as asking
from desktop.search.query.tone import Tone, adds_nothing, forms, is_small


@pytest.mark.parametrize(
    "query",
    [
        *("how many people are trafficked", "penalty for kidnapping", "signs of abuse"),
        *("cuántas personas sufren trata", "qué castigo hay por secuestro", "tarea sobre la trata"),
    ],
)
def test_questions_about_the_world(query: str) -> None:
    tone = Tone(words(query))
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
    tone = Tone(words(query))
    assert not tone.asks
    assert tone.tells


@pytest.mark.parametrize(
    "query", ["workers are locked in", "victims of violence", "mujeres encerradas en casas"]
)
def test_kinds_of_people_are_nobody_in_particular(query: str) -> None:
    assert Tone(words(query)).general


@pytest.mark.parametrize("query", ["help me write about fear", "quiero aprender sobre el miedo"])
def test_a_request_for_information_tells_nothing(query: str) -> None:
    assert not Tone(words(query)).tells


def test_no_words_have_no_tone() -> None:
    tone = Tone([])
    assert (tone.asks, tone.general, tone.near, tone.tells) == (False, False, False, False)


def test_words_around_a_call_add_nothing() -> None:
    assert adds_nothing("please")
    assert adds_nothing("porfa")
    assert not adds_nothing("passport")


def test_small_words_are_no_slips() -> None:
    assert is_small("mi")
    assert not is_small("passport")


def test_forms_share_their_word() -> None:
    groups = list(forms("en"))
    assert ["take", "took", "taken", "takin"] in groups
    assert list(forms("de")) == []


def test_words_stand_as_a_query_is_folded() -> None:
    listed = {
        *asking.NOT | asking.SUBJECT | asking.OBJECT | asking.OWNER | asking.LIGHT,
        *(word for language in ("en", "es") for group in forms(language) for word in group),
    }
    assert [word for word in sorted(listed) if fold(word) != word] == []
