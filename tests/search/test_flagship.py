"""What the flagship pack must answer, whatever its wording becomes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.pack.reader import load, read
from desktop.search.engine import SearchEngine
from desktop.search.evaluate import Report, evaluate, read_queries
from tests import ROOT

FLAGSHIP = ROOT / "data" / "nm-trafficking.json"


@pytest.fixture(scope="module")
def flagship() -> SearchEngine:
    return SearchEngine(read(FLAGSHIP))


@pytest.mark.parametrize("query", ["signs", "sig", "siggns of traficking", "Signs?", "red flags"])
def test_signs_come_first(flagship: SearchEngine, query: str) -> None:
    assert flagship.search(query, lang="en").hits[0].entry_id == "signs"


@pytest.mark.parametrize(
    "query",
    ["my boss took my passport", "my boss tok my pasport", "mi jefe me quitó el pasaporte"],
)
def test_a_taken_passport_shows_the_help_card(flagship: SearchEngine, query: str) -> None:
    results = flagship.search(query, lang="en")
    assert results.help_contacts
    assert results.hits[0].entry_id in {"signs", "survivor-services", "recruitment"}


@pytest.mark.parametrize(
    "query",
    ["help me", "he hit me", "my husband hits me", "no me deja salir", "i am trapped"],
)
def test_danger_shows_the_help_card(flagship: SearchEngine, query: str) -> None:
    assert flagship.search(query, lang="en").help_contacts


@pytest.mark.parametrize(
    "query",
    ["skills", "gun laws", "which industries make people work", "what help is there"],
)
def test_a_question_is_no_danger(flagship: SearchEngine, query: str) -> None:
    assert not flagship.search(query, lang="en").help_contacts


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_spanish_query_finds_spanish_text(flagship: SearchEngine, lang: str) -> None:
    hits = flagship.search("trafico", lang=lang).hits
    assert hits[0].lang == "es"


@pytest.mark.parametrize("query", ["how to bake a cake", "capital of france", "qwxz"])
def test_nothing_is_said_honestly(flagship: SearchEngine, query: str) -> None:
    results = flagship.search(query, lang="en")
    assert not results.hits
    assert any(suggestion.topic_id for suggestion in results.suggestions)


def measured(name: str) -> Report:
    pack = read(FLAGSHIP)
    queries = read_queries(load(Path(__file__).with_name(name)), pack, file=name)
    return evaluate(SearchEngine(pack), queries)


def test_the_right_entry_is_among_the_first_three() -> None:
    groups = measured("queries.jsonl").groups
    assert groups["en"].queries == groups["es"].queries >= 160
    assert min(groups["en"].hit_3, groups["es"].hit_3) >= 0.95


def test_every_distress_query_shows_help() -> None:
    total, shown = measured("distress.jsonl").urgent
    assert total == shown >= 120


def test_calm_questions_show_no_help() -> None:
    total, shown = measured("calm.jsonl").not_urgent
    assert total > 100
    assert shown <= 0.02 * total


def test_what_is_off_topic_finds_little() -> None:
    found = [fault.query for fault in measured("negatives.jsonl").failures]
    assert sum(query.kind == "off-topic" for query in found) <= 16  # of 40


@pytest.mark.parametrize(
    "query",
    [
        *("505-438-3733", "505 438 3733", "5054383733", "505.438.3733", "(505) 438-3733"),
        *("4383733", "438 3733", "505 4383733", "1-888-373-7888", "18883737888", "233733"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_telephone_number_is_found_however_it_is_spaced(
    flagship: SearchEngine, query: str, lang: str
) -> None:
    pack = flagship._pack
    digits = re.sub(r"\D", "", query)
    numbers = {
        contact.id
        for contact in pack.contacts
        for phone in contact.phones
        if re.sub(r"\D", "", phone.number).endswith(digits)
    }
    best = pack.entry_by_id[flagship.search(query, lang=lang).hits[0].entry_id]
    assert numbers.intersection(best.contacts)


@pytest.mark.parametrize(
    ("query", "joined"), [("hot line", "hotline"), ("work place", "workplace")]
)
def test_a_word_written_as_two_is_found(flagship: SearchEngine, query: str, joined: str) -> None:
    found = [hit.entry_id for hit in flagship.search(f"{query} ", lang="en").hits]
    wanted = [hit.entry_id for hit in flagship.search(f"{joined} ", lang="en").hits]
    assert wanted
    assert {*found[:3]} & {*wanted[:3]}
