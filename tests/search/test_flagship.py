"""What the flagship pack must answer, whatever its wording becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.pack.reader import read
from desktop.search.engine import Engine

FLAGSHIP = Path(__file__).parents[2] / "data" / "nm-trafficking.json"


@pytest.fixture(scope="module")
def flagship() -> Engine:
    return Engine(read(FLAGSHIP))


@pytest.mark.parametrize("query", ["signs", "sig", "siggns of traficking", "Signs?", "red flags"])
def test_signs_come_first(flagship: Engine, query: str) -> None:
    assert flagship.search(query, lang="en").hits[0].entry_id == "signs"


@pytest.mark.parametrize(
    "query",
    ["my boss took my passport", "my boss tok my pasport", "mi jefe me quitó el pasaporte"],
)
def test_a_taken_passport_shows_the_help_card(flagship: Engine, query: str) -> None:
    results = flagship.search(query, lang="en")
    assert results.help_contacts
    assert results.hits[0].entry_id in {"signs", "survivor-services", "recruitment"}


@pytest.mark.parametrize(
    "query",
    ["help me", "he hit me", "my husband hits me", "no me deja salir", "i am trapped"],
)
def test_danger_shows_the_help_card(flagship: Engine, query: str) -> None:
    assert flagship.search(query, lang="en").help_contacts


@pytest.mark.parametrize(
    "query",
    ["skills", "gun laws", "which industries make people work", "what help is there"],
)
def test_a_question_is_no_danger(flagship: Engine, query: str) -> None:
    assert not flagship.search(query, lang="en").help_contacts


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_spanish_query_finds_spanish_text(flagship: Engine, lang: str) -> None:
    hits = flagship.search("trafico", lang=lang).hits
    assert hits[0].lang == "es"


@pytest.mark.parametrize("query", ["how to bake a cake", "capital of france", "qwxz"])
def test_nothing_is_said_honestly(flagship: Engine, query: str) -> None:
    results = flagship.search(query, lang="en")
    assert not results.hits
    assert any(suggestion.topic_id for suggestion in results.suggestions)
