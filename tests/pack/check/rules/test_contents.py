from __future__ import annotations

from typing import Any

import pytest

from tests.pack.conftest import build_pack, changed, findings, stamped

CASES: list[tuple[str, str, dict[str, Any], dict[str, Any]]] = [
    (
        "brief-length",
        "entries",
        {"brief": {"en": "One. Two. Three. Four.", "es": "Uno."}},
        {"brief": {"en": "In the U.S. it is $1.50. Two (i.e. no. 2). Three!", "es": "Uno."}},
    ),
    (
        "answer-length",
        "entries",
        {"answer": {"en": "word " * 119, "es": "voz " * 120}},
        {"answer": {"en": "word " * 120, "es": "voz " * 450}},
    ),
    (
        "answer-length",
        "entries",
        {"answer": {"en": "word " * 451, "es": "voz " * 120}},
        {"answer": {"en": "## Heading of four words\n" + "word " * 450, "es": "voz " * 120}},
    ),
    ("answer-length", "entries", {"answer": {}}, {}),
    (
        "few-phrasings",
        "entries",
        {"phrasings": {"en": ["a", "b", "c", "d", "A!"], "es": [*"abcde"]}},
        {"phrasings": {"en": ["a", "b", "c", "d", "e"], "es": [*"abcde"]}},
    ),
    ("few-phrasings", "entries", {"phrasings": {"en": [*"abcde"], "es": []}}, {}),
    ("no-source", "entries", {"sources": []}, {}),
    ("no-disclaimer", "manifest", {"disclaimer": {"en": " "}}, {"disclaimer": {"en": "Not law."}}),
]


@pytest.mark.parametrize(("rule", "record", "bad", "good"), CASES, ids=[case[0] for case in CASES])
def test_too_little_and_too_much(
    rule: str, record: str, bad: dict[str, Any], good: dict[str, Any]
) -> None:
    (finding,) = findings(changed(record, **bad), rule)
    assert finding.severity == "warning"
    assert not findings(changed(record, **good), rule)


def two_entries(theirs: str) -> dict[str, Any]:
    pack = build_pack()
    (first,) = pack["entries"]
    texts = {"en": [theirs, *"fghi"], "es": ["a", *"mnop"]}
    pack["entries"] = [first, stamped({**first, "id": "other", "phrasings": texts})]
    return pack


def test_a_phrasing_of_two_entries_is_warned_of() -> None:
    (finding,) = findings(two_entries("  Á? "))  # "a" is a phrasing of the first
    assert (finding.rule, finding.entry) == ("shared-phrasing", "other")
    assert '"signs"' in finding.expected
    assert not findings(two_entries("a a"))  # and "a" in Spanish is no phrasing in English


URGENT = {"id": "now", "phrases": {"en": ["help"], "es": ["auxilio"]}, "contacts": ["hotline"]}


@pytest.mark.parametrize("field", ["phrasings", "keywords"])
def test_an_urgent_phrase_that_is_also_a_question_is_warned_of(field: str) -> None:
    texts = {"en": ["Help!", *"abcd"], "es": [*"vwxyz"]}
    (finding,) = findings(changed("entries", **{field: texts}) | {"urgent": [URGENT]})
    assert finding.place == "urgent[0] (now).phrases.en[0]"
    hint = URGENT | {"phrases": {"en": ["… help"], "es": ["… ayuda"]}}
    assert not findings(changed("entries", **{field: texts}) | {"urgent": [hint]})
    texts["en"][0] = "help me understand"
    assert not findings(changed("entries", **{field: texts}) | {"urgent": [URGENT]})


def test_urgent_phrases_need_contacts() -> None:
    pack = changed("manifest", help=[]) | {"urgent": [URGENT]}
    assert [finding.place for finding in findings(pack, "no-help")] == ["manifest"]
    pack = build_pack(urgent=[URGENT | {"contacts": []}])
    assert [finding.place for finding in findings(pack, "no-help")] == ["urgent[0] (now)"]
    assert not findings(build_pack(urgent=[URGENT]))
    assert not findings(changed("manifest", help=[]))
