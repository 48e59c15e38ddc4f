from __future__ import annotations

from typing import Any

import msgspec
import pytest

from desktop.pack import translation
from desktop.pack.model import Entry
from tests.pack.conftest import answer, build_pack, changed, findings

BOTH = {"en": "Text", "es": "Texto"}


def test_a_missing_language_is_a_warning() -> None:
    (finding,) = findings(changed("entries", brief={"en": "Text", "es": " "}))
    assert (finding.rule, finding.severity, finding.lang) == ("missing-language", "warning", "es")
    assert not findings(changed("entries", brief={}), "missing-language")


def test_a_question_without_words_is_an_error() -> None:
    (finding,) = findings(changed("entries", question={}), "no-text")
    assert finding.severity == "error"
    assert not findings(changed("entries", question={"es": "¿Qué?"}), "no-text")


def test_a_language_the_manifest_does_not_name_is_a_warning() -> None:
    (finding,) = findings(changed("entries", brief={**BOTH, "fr": "Texte"}))
    assert (finding.rule, finding.severity, finding.lang) == ("unknown-language", "warning", "fr")


def test_a_language_named_twice_is_an_error() -> None:
    pack = changed("manifest", languages=["en", "es", "en"])
    assert [finding.place for finding in findings(pack, "repeated-language")] == [
        "manifest.languages[2]"
    ]


@pytest.mark.parametrize(
    ("en", "es", "place", "words"),
    [
        ("## A", "A", "answer.es", 'Here a heading "##" is expected, as in line 1 of "en": "A".'),
        ("## A", "### A", "answer.es, line 1", 'Here a heading "##"'),
        ("- a\n- b", "- a", "answer.es", 'Here an item of a list "-" is expected'),
        ("- a", "1. a", "answer.es, line 1", 'Here an item of a list "-"'),
        ("a", "b\n\n## c", "answer.es, line 3", 'A heading "##" stands here'),
    ],
)
def test_another_structure_is_a_warning(en: str, es: str, place: str, words: str) -> None:
    (finding,) = findings(changed("entries", answer=answer(en=en, es=es)), "structure")
    assert finding.place == f"entries[0] (signs).{place}"
    assert finding.expected.startswith(words)


@pytest.mark.parametrize(
    ("en", "es"), [("## A\n- b", "## C\n\nd\n\n- e"), ("a\n\nb", "a"), ("- a\n  b", "- a")]
)
def test_paragraphs_may_be_parted_otherwise(en: str, es: str) -> None:
    assert not findings(changed("entries", answer=answer(en=en, es=es)), "structure")


@pytest.mark.parametrize(
    ("en", "es", "odd"),
    [("18 years", "16 años", "16"), ("in 2016", "entonces", "2016"), ("505-438", "505-483", "483")],
)
def test_other_numbers_are_warned_of(en: str, es: str, odd: str) -> None:
    found = findings(changed("entries", answer=answer(en=en, es=es)), "figures")
    assert any(odd in finding.expected for finding in found)


@pytest.mark.parametrize(
    ("en", "es"),
    [
        ("1,200 people", "1.200 personas"),
        ("two", "2"),
        ("2014-2017", "de 2014 a 2017"),
        ("1.5%", "1,5 %"),
    ],
)
def test_the_same_numbers_may_look_otherwise(en: str, es: str) -> None:
    assert not findings(changed("entries", answer=answer(en=en, es=es)), "figures")


def translated(**record: str) -> dict[str, Any]:
    entry = build_pack()["entries"][0]
    stamp = translation.source_hash(msgspec.convert(entry, Entry), "en")
    return changed("entries", translations={"es": {"by": "Ada", "source_hash": stamp, **record}})


def test_a_translation_of_another_text_is_out_of_date() -> None:
    pack = build_pack()
    pack["entries"][0]["question"]["en"] = "What has changed?"
    (finding,) = findings(pack, "translation")
    stamp = translation.source_hash(msgspec.convert(pack["entries"][0], Entry), "en")
    assert finding.place == "entries[0] (signs).translations.es.source_hash"
    assert stamp in finding.remedy
    pack["entries"][0]["translations"]["es"]["source_hash"] = stamp
    assert not findings(pack, "translation")


@pytest.mark.parametrize("translations", [{}, {"es": {"by": "Ada"}}])
def test_a_translation_without_a_hash_is_warned_of(translations: dict[str, Any]) -> None:
    (finding,) = findings(changed("entries", translations=translations), "translation")
    assert "Nothing shows" in finding.expected


def test_what_is_not_translated_is_only_a_missing_language() -> None:
    pack = changed("entries", brief={"en": "Text"}, translations={})
    assert [finding.rule for finding in findings(pack)] == ["missing-language"]


@pytest.mark.parametrize(
    ("record", "field"),
    [
        ({"by": " "}, "by"),
        ({"by": "machine, unreviewed"}, "reviewed_by"),
        ({"by": "DeepL"}, "reviewed_by"),
    ],
)
def test_nobody_and_machines_alone_are_warned_of(record: dict[str, str], field: str) -> None:
    (finding,) = findings(translated(**record), "translator")
    assert finding.place == f"entries[0] (signs).translations.es.{field}"
    assert finding.severity == "warning"


@pytest.mark.parametrize("record", [{"by": "Ada Machin"}, {"by": "machine", "reviewed_by": "Ada"}])
def test_people_and_machines_read_over_are_not(record: dict[str, str]) -> None:
    assert not findings(translated(**record))
