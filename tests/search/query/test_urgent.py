from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.languages.language import Grammar, united
from desktop.languages.loader import language
from desktop.pack.model import Manifest, Pack, Urgent
from desktop.search.index.build import build_in_memory
from desktop.search.query.intent import QueryIntent
from desktop.search.query.planner import plan_query
from desktop.search.query.urgent import UrgentPhrases

if TYPE_CHECKING:
    from desktop.search.index.index import Index

GRAMMAR = united(Grammar, (language(tag).grammar for tag in ("en", "es")))
HARM = Pack(
    manifest=Manifest(
        format=1,
        id="harm",
        version=1,
        title={"en": "Harm", "es": "Daño"},
        languages=("en", "es"),
        help=("desk",),
    ),
    topics=(),
    entries=(),
    urgent=(
        Urgent(
            id="harm",
            phrases={
                "en": (
                    "help",
                    "I need help",
                    "kidnapped",
                    "took my passport",
                    "they make me work",
                    "he hits me",
                    "I can't leave",
                    "I am held against my will",
                    "I was raped",
                    "a girl is being sold",
                    "boss hits the workers",
                    "how many pills to die?",
                    "… padlock",
                    "he … me",
                ),
                "es": (
                    "ayuda",
                    "necesito ayuda",
                    "me quitó el pasaporte",
                    "no me dejan salir",
                    "me quiere matar",
                    "estoy encerrada",
                    "sáquenme de aquí",
                    "me …",
                ),
            },
        ),
    ),
    synonyms={"en": (("passport", "papers"),)},
)


@pytest.fixture(scope="module")
def harm() -> Index:
    return build_in_memory(HARM)


def is_urgent(index: Index, pack: Pack, query: str) -> bool:
    phrases = UrgentPhrases(pack, index.lexicons)
    shown = {
        bool(phrases.contacts([word for _, word in plan_query(index, query, lang=lang).typed]))
        for lang in ("en", "es")
    }
    assert len(shown) == 1, "the language of the screen must not matter"
    return shown.pop()


@pytest.mark.parametrize(
    ("query", "urgent"),
    [
        ("i smell smoke", True),
        ("I can smell some smoke in here", True),
        ("help, the top shelf is burning!", True),
        ("smel smoke", True),
        ("smoke smell", False),
        ("smell the roses while others smoke", False),
        ("fire", True),
        ("Fire!!", True),
        ("fire safety books", False),
        ("he hit me", True),
        ("my husband hits me", True),
        ("hit songs", False),
        ("huele mucho a humo", True),
        ("no me dejan salir de aqui", True),
        ("no quiero salir", False),
        ("smokey bear", False),
        ("", False),
    ],
)
def test_urgent_phrases(index: Index, pack: Pack, query: str, *, urgent: bool) -> None:
    phrases = UrgentPhrases(pack, index.lexicons)
    plan = plan_query(index, query, lang="en")
    expected = ("fire", "desk") if urgent else ()
    assert phrases.contacts([word for _, word in plan.typed]) == expected


@pytest.mark.parametrize(
    "query",
    [
        "he took my passport",
        "HE TAKES OUR PASSPORTS",
        "he took my pasport",
        "my papers were taken, he took my papers",
        "is it against the law if my boss took my passport",
        "they make us work at night",
        "he hit and kicked me",
        "my boss hits me",
        "i cannot leave",
        "i can't ever leave",
        "we cant leave the house",
        "i was raped",
    ],
)
def test_the_speaker_in_danger(harm: Index, query: str) -> None:
    assert is_urgent(harm, HARM, query)


@pytest.mark.parametrize(
    "query",
    [
        "me quitaron el pasaporte",
        "ME QUITO EL PASAPORTE",
        "quieren quitarme el pasaporte",
        "nos quitó el pasaporte",
        "no nos deja salir",
        "nunca me dejan salir",
        "quiere matarme",
        "estamos encerrados",
        "saquenme de aqui",
        "mi boss me quito el pasaporte",
        "mi jefe took my passport",
    ],
)
def test_spanish_hangs_me_on_the_verb_or_puts_it_first(harm: Index, query: str) -> None:
    assert is_urgent(harm, HARM, query)


@pytest.mark.parametrize(
    "query",
    [
        "she can't leave",
        "he hits my sister",
        "he took her passport",
        "my friend was raped",
        "a girl is being sold at the motel",
        "my sister is held against her will",
        "boss hits the workers at my job",
    ],
)
def test_someone_in_particular(harm: Index, query: str) -> None:
    assert is_urgent(harm, HARM, query)


@pytest.mark.parametrize(
    ("query", "urgent"),
    [
        ("held against my will", True),
        ("being held against will", True),
        ("cant leave", True),
        ("held as evidence against someones last will", False),
    ],
)
def test_who_leaves_out_the_i_must_say_it_word_for_word(
    harm: Index, query: str, *, urgent: bool
) -> None:
    assert is_urgent(harm, HARM, query) == urgent


@pytest.mark.parametrize(
    "query",
    [
        "do traffickers take passports",
        "traffickers take passports",
        "why do victims not leave",
        "what is forced work",
        "which industries make people work",
        "how many girls are being sold",
        "penalty when a girl is being sold",
        "is a girl being sold a crime",
        "can employers take her passport",
        "how many pills are sold",
        "por qué no dejan salir a las víctimas",
        "los tratantes quitan los pasaportes",
        "qué pasa si estoy leyendo sobre la trata",
    ],
)
def test_questions_about_the_world_are_calm(harm: Index, query: str) -> None:
    assert not is_urgent(harm, HARM, query)


def test_a_phrase_that_asks_is_urgent_all_the_same(harm: Index) -> None:
    assert is_urgent(harm, HARM, "how many pills do you need to die")


@pytest.mark.parametrize(
    ("query", "urgent"),
    [
        ("help", True),
        ("HELP!!!", True),
        ("heeeelp", True),
        ("please help me now", True),
        ("i need help", True),
        ("i need help with my homework", False),
        ("help me write a paper", False),
        ("what help is there", False),
        ("help for survivors", False),
        ("ayuda", True),
        ("AYUDAAA por favor", True),
        ("necesito ayuda ya", True),
        ("necesito ayuda con la tarea", False),
        ("ayuda legal", False),
        ("kidnapped", True),
        ("kidnapping", False),
        ("kidnapped children in history", False),
    ],
)
def test_a_call_for_help_is_the_whole_query(harm: Index, query: str, *, urgent: bool) -> None:
    assert is_urgent(harm, HARM, query) == urgent


@pytest.mark.parametrize(
    ("query", "urgent"),
    [
        ("the lady i clean for put a padlock on the fridge", True),
        ("he drops me off at hotels", True),
        ("me deja en hoteles", True),
        ("padlock", False),
        ("how does a padlock work", False),
        ("i want to know about padlocks", False),
        ("tell me what he does", False),
        ("me gustaría saber más", False),
        ("i need a padlock", False),
    ],
)
def test_a_hint_needs_a_query_that_tells_of_someone(
    harm: Index, query: str, *, urgent: bool
) -> None:
    assert is_urgent(harm, HARM, query) == urgent


def test_empty_phrases_do_no_harm(harm: Index) -> None:
    urgent = Urgent(id="none", phrases={"en": ("", "!", "…")})
    pack = Pack(manifest=HARM.manifest, topics=(), entries=(), urgent=(urgent,))
    phrases = UrgentPhrases(pack, harm.lexicons)
    asked = plan_query(harm, "what is a padlock", lang="en")
    assert phrases.contacts([word for _, word in asked.typed]) == ()
    told = plan_query(harm, "he has a rope", lang="en")
    assert phrases.contacts([word for _, word in told.typed]) == ("desk",)
    assert phrases.contacts([]) == ()


@pytest.mark.parametrize("word", ["me ", "he hits me ", "no me dejan salir ", "a", "👩‍👩‍👧 ", "x'"])
def test_endless_queries_end(harm: Index, word: str) -> None:
    """Each took minutes if time grew with the square; no clock, the suite would just hang."""
    phrases = UrgentPhrases(HARM, harm.lexicons)
    plan = plan_query(harm, word * (100_000 // len(word)), lang="en")
    typed = [found for _, found in plan.typed] * 25  # longer than any plan
    assert phrases.contacts(typed) in ((), ("desk",), ("fire", "desk"))


@pytest.mark.parametrize(
    ("query", "asks", "general", "tells"),
    [
        ("he took it from me", False, False, True),
        ("what is it", True, False, False),
        ("penalties for it", True, False, False),
        ("victims have no choice", False, True, False),
        ("there are women next door", False, False, False),
        ("tell me about it", False, False, False),
        ("no podemos", False, False, True),
        ("", False, False, False),
    ],
)
def test_tone(query: str, *, asks: bool, general: bool, tells: bool) -> None:
    tone = QueryIntent(query.split(), GRAMMAR)
    assert (tone.is_information_request, tone.is_generic, tone.is_personal_report) == (
        asks,
        general,
        tells,
    )
