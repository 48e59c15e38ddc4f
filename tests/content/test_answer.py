from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.content.answer import AnswerNotice, Reference, present
from desktop.pack.model import Pack, Translation
from desktop.pack.translation import source_hash
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.content.answer import Answer
    from tests.content.conftest import Presented, Reached

REPORT = Reference("report", "Yearly report. The State. 2024-05. report.example/2024")


def ids(answer: Answer) -> tuple[list[str], list[str]]:
    """Contacts that are listed, and those that are only linked."""
    return [one.id for one in answer.contacts], [one.id for one in answer.linked_contacts]


def test_an_entry_is_presented_in_one_language(presented: Presented) -> None:
    answer = presented("signs", "es")
    assert (answer.entry_id, answer.lang) == ("signs", "es")
    assert (answer.topic_id, answer.topic) == ("getting-help", "Cómo recibir ayuda")
    assert answer.question == "¿Cuáles son las señales?"
    assert answer.brief == "Otra persona guarda los papeles y el pago."
    assert answer.plain_text == "En el trabajo\nMire bien.\nsin pago\nsin descanso"
    assert answer.reviewed_on == dt.date(2024, 5, 31)
    assert answer.related == (
        Reference("pay", "¿Quién me debe el salario?"),
        Reference("law-book", "¿Qué ley me protege?"),
    )


def test_each_text_names_the_language_it_is_in(presented: Presented) -> None:
    answer = presented("history", "es")
    assert (answer.question_lang, answer.brief_lang, answer.blocks_lang) == ("es", "", "en")


@pytest.mark.parametrize("lang", ["en", "es", "fr"])
def test_texts_fall_back_as_those_of_the_pack_do(presented: Presented, lang: str) -> None:
    brief = {"fr": "", "es": "Sí."}
    answer = presented("signs", lang, brief=brief)
    assert (answer.brief, answer.brief_lang) == ("Sí.", "es")


def test_listed_and_linked_contacts_are_told_apart(presented: Presented) -> None:
    assert ids(presented("services")) == (["hotline"], [])
    linked = presented("services", contacts=("emergency",))
    assert ids(linked) == (["emergency"], ["hotline"])
    assert [one.id for one in linked.all_contacts] == ["emergency", "hotline"]


def test_sources_are_those_listed_and_those_linked(presented: Presented) -> None:
    assert presented("signs").sources == (REPORT,)
    assert presented("services", sources=()).sources == (REPORT,)
    assert presented("pay").sources == ()


def test_what_the_pack_lacks_is_left_out(presented: Presented) -> None:
    gone = ("gone",)
    answer = presented("pay", topic="gone", contacts=gone, sources=gone, related=gone)
    assert answer.topic == ""
    assert (answer.all_contacts, answer.sources, answer.related) == ((), (), ())


def test_links_lead_somewhere_or_are_words(presented: Presented) -> None:
    text = "[1](entry:gone), [2](contact:gone), [3](source:gone), [4](entry:signs)"
    (block,) = presented("pay", answer={"en": text}).blocks
    assert block.text == "1, 2, 3, 4"
    assert [run.link for run in block.runs if run.link] == ["entry:signs"]


@pytest.mark.parametrize(
    ("entry", "lang", "notices"),
    [
        ("signs", "es", set()),
        ("history", "en", set()),
        ("history", "es", {AnswerNotice.UNTRANSLATED}),
    ],
)
def test_an_answer_in_another_language_has_a_notice(
    presented: Presented, entry: str, lang: str, notices: set[AnswerNotice]
) -> None:
    assert presented(entry, lang).notices == notices


@pytest.mark.parametrize(("stamp", "is_old"), [("", False), ("0" * 16, True)])
def test_an_outdated_translation_has_a_notice(
    presented: Presented, pack: Pack, stamp: str, is_old: bool
) -> None:
    stamp = stamp or source_hash(pack.entry_by_id["signs"], "en")
    record = {"es": Translation(by="us", source_hash=stamp)}
    answer = presented("signs", "es", translations=record)
    assert (AnswerNotice.OUT_OF_DATE in answer.notices) is is_old
    assert not presented("signs", "en", translations=record).notices


def test_a_sensitive_answer_is_folded(presented: Presented) -> None:
    assert presented("signs", sensitive=True).is_sensitive
    assert not presented("signs").is_sensitive


def test_a_contact_is_presented_in_full(reached: Reached) -> None:
    (hotline,) = reached("hotline", "gone", "hotline")
    assert (hotline.full_name, hotline.label) == ("State hotline, Santa Fe", "Hotline")
    assert (hotline.facts, hotline.web) == (("Day and night",), "hotline.example")
    assert [(each.number, each.about) for each in hotline.numbers] == [
        ("505-555-0100", ("call or text", "505-GET-HELP")),
        ("233733", ("text message",)),
        ("711", ("TTY and relay",)),
    ]


@pytest.mark.parametrize(("days", "changed"), [(180, False), (181, True)])
def test_a_contact_checked_long_ago_may_have_changed(pack: Pack, days: int, changed: bool) -> None:
    today = dt.date(2024, 5, 31) + dt.timedelta(days)
    (hotline,) = present(pack, pack.entry_by_id["signs"], "en", today).contacts
    assert hotline.may_have_changed is changed


def test_the_time_to_read_is_at_least_a_minute(presented: Presented) -> None:
    assert presented("signs").minutes == 1
    assert presented("signs", answer={"en": "word " * 700}).minutes == 4


def test_an_unknown_language_is_that_of_the_source(flagship: Pack) -> None:
    for entry in flagship.entries:
        english, other = (present(flagship, entry, lang, TODAY) for lang in ("en", "nv"))
        assert other.blocks == english.blocks
        assert other.all_contacts == english.all_contacts
        assert other.notices == english.notices | {AnswerNotice.UNTRANSLATED}


def test_a_contact_without_a_place_or_short_name_is_its_name(reached: Reached) -> None:
    (hotline,) = reached("hotline", place="", short_name={})
    assert hotline.full_name == hotline.label == "State hotline"


def test_numbers_for_teletypewriters_are_no_voice_numbers(reached: Reached) -> None:
    (hotline,) = reached("hotline")
    assert [each.number for each in hotline.voice_numbers] == ["505-555-0100", "233733"]
