from __future__ import annotations

from typing import Any

import msgspec
import pytest

from desktop.pack.model import Entry
from desktop.pack.translation import TranslationState, source_hash, translation_state
from tests.pack.conftest import build_pack


def entry(**changes: Any) -> Entry:
    return msgspec.convert(build_pack()["entries"][0] | changes, Entry)


def test_a_translation_stamped_with_its_source_is_current() -> None:
    assert translation_state(entry(), "en", source="en") is TranslationState.SOURCE
    assert translation_state(entry(), "es", source="en") is TranslationState.CURRENT
    assert len(source_hash(entry(), "en")) == 16


@pytest.mark.parametrize("field", ["question", "brief", "answer"])
def test_a_change_of_the_source_makes_it_out_of_date(field: str) -> None:
    texts = {"en": "Something new", "es": "Algo"}
    assert (
        translation_state(entry(**{field: texts}), "es", source="en")
        is TranslationState.OUT_OF_DATE
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"phrasings": {"en": ["new"]}, "keywords": {"en": ["new"]}, "reviewed_on": None},
        {"brief": {"en": " Text \r\n", "es": "Otro texto"}},
        {"sources": [], "contacts": []},
    ],
)
def test_other_changes_do_not(changes: dict[str, Any]) -> None:
    assert translation_state(entry(**changes), "es", source="en") is TranslationState.CURRENT


def test_the_way_accents_are_encoded_does_not_count() -> None:
    one, two = (entry(brief={"en": text, "es": "x"}) for text in ("caf\u00e9", "cafe\u0301"))
    assert source_hash(one, "en") == source_hash(two, "en")


def test_texts_do_not_run_into_each_other() -> None:
    one = entry(question={"en": "a"}, brief={"en": "b"}, answer={})
    two = entry(question={"en": "a\nb"}, brief={}, answer={})
    assert source_hash(one, "en") != source_hash(two, "en")


@pytest.mark.parametrize("translations", [{}, {"es": {"source_hash": " "}}])
def test_a_translation_that_was_never_stamped_is_unknown(translations: dict[str, Any]) -> None:
    assert (
        translation_state(entry(translations=translations), "es", source="en")
        is TranslationState.UNKNOWN
    )


@pytest.mark.parametrize("brief", [{"en": "Text"}, {"en": "Text", "es": " "}])
def test_a_text_without_its_counterpart_is_missing(brief: dict[str, str]) -> None:
    assert translation_state(entry(brief=brief), "es", source="en") is TranslationState.MISSING
    assert translation_state(entry(brief=brief), "fr", source="en") is TranslationState.MISSING


def test_what_the_source_does_not_have_is_not_missing() -> None:
    assert (
        translation_state(entry(brief={}, answer={}), "es", source="en")
        is TranslationState.OUT_OF_DATE
    )
