from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop import resources
from desktop.pack.checker import RULES, Finding, Severity, check

if TYPE_CHECKING:
    from tests.pack.conftest import PackBuilder

BOTH = {"en": "Text", "es": "Texto"}


def findings(pack: object) -> list[Finding]:
    return list(check(json.dumps(pack).encode(), file="x.json"))


def changed(pack: dict[str, Any], record: str, **changes: Any) -> dict[str, Any]:
    """`pack` with `changes` in its first `record`."""
    pack[record][0] |= changes
    return pack


def test_a_sound_pack_has_no_findings(make_pack: PackBuilder) -> None:
    assert not findings(make_pack())


def test_the_flagship_pack_has_no_errors() -> None:
    found = check(resources.flagship_pack().read_bytes(), file="flagship")
    assert not [finding for finding in found if finding.severity is Severity.ERROR]


@pytest.mark.parametrize(
    ("record", "field", "place"),
    [
        ("topics", "entries", "topics[0] (basics).entries[0]"),
        ("entries", "contacts", "entries[0] (signs).contacts[0]"),
        ("entries", "sources", "entries[0] (signs).sources[0]"),
        ("entries", "related", "entries[0] (signs).related[0]"),
        ("contacts", "sources", "contacts[0] (hotline).sources[0]"),
    ],
)
def test_a_dangling_reference_is_an_error(
    make_pack: PackBuilder, record: str, field: str, place: str
) -> None:
    (finding,) = findings(changed(make_pack(), record, **{field: ["nothing"]}))
    assert (finding.rule, finding.severity, finding.place) == ("reference", "error", place)


def test_a_dangling_contact_of_an_urgent_phrase_is_an_error(make_pack: PackBuilder) -> None:
    urgent = [{"id": "now", "phrases": {"en": ["x"], "es": ["y"]}, "contacts": ["hotlin"]}]
    (finding,) = findings(make_pack(urgent=urgent))
    assert finding.remedy == 'Did you mean "hotline"?'


def test_faults_of_the_markup_name_entry_language_and_line(make_pack: PackBuilder) -> None:
    answer = {"en": "fine", "es": "uno\n\n<b>dos</b>"}
    (finding,) = findings(changed(make_pack(), "entries", answer=answer))
    assert (finding.rule, finding.entry, finding.lang) == ("markup", "signs", "es")
    assert finding.place == "entries[0] (signs).answer.es, line 3"


@pytest.mark.parametrize("target", ["entry:nothing", "contact:signs", "source:hotline"])
def test_a_link_to_nothing_is_an_error(make_pack: PackBuilder, target: str) -> None:
    answer = {"en": f"[a]({target})", "es": "[b](entry:signs)"}
    (finding,) = findings(changed(make_pack(), "entries", answer=answer))
    assert (finding.rule, finding.severity, finding.lang) == ("link", "error", "en")


def test_a_missing_language_is_a_warning(make_pack: PackBuilder) -> None:
    (finding,) = findings(changed(make_pack(), "entries", brief={"en": "Text", "es": " "}))
    assert (finding.rule, finding.severity, finding.lang) == ("missing-language", "warning", "es")


def test_a_question_without_words_is_an_error(make_pack: PackBuilder) -> None:
    (finding,) = findings(changed(make_pack(), "entries", question={}))
    assert (finding.rule, finding.severity) == ("no-text", "error")


def test_a_language_the_manifest_does_not_name_is_a_warning(make_pack: PackBuilder) -> None:
    (finding,) = findings(changed(make_pack(), "entries", brief={**BOTH, "fr": "Texte"}))
    assert (finding.rule, finding.severity, finding.lang) == ("unknown-language", "warning", "fr")


def test_a_language_named_twice_is_an_error(make_pack: PackBuilder) -> None:
    pack = make_pack()
    pack["manifest"]["languages"] = ["en", "es", "en"]
    assert [finding.rule for finding in findings(pack)] == ["repeated-language"]


def test_only_topics_without_any_entry_below_are_empty(make_pack: PackBuilder) -> None:
    root = {"id": "root", "title": BOTH, "children": make_pack()["topics"]}
    empty = {"id": "empty", "title": BOTH}
    (finding,) = findings(make_pack(topics=[root, empty]))
    assert (finding.rule, finding.place) == ("empty-topic", "topics[1] (empty)")


def test_a_topic_that_orders_a_foreign_entry_is_warned_of(make_pack: PackBuilder) -> None:
    children = [{"id": "inner", "title": BOTH, "entries": ["signs"]}]
    pack = changed(make_pack(), "topics", children=children)
    assert "foreign-entry" in {finding.rule for finding in findings(pack)}


def test_unknown_fields_are_warnings(make_pack: PackBuilder) -> None:
    (finding,) = findings(changed(make_pack(), "entries", breif=BOTH))
    assert (finding.rule, finding.severity) == ("unknown-field", "warning")
    assert finding.remedy == 'Did you mean "brief"?'


def test_repeated_fields_are_errors(pack_bytes: bytes) -> None:
    (finding,) = check(pack_bytes[:-1] + b',"urgent":[],"urgent":[]}', file="")
    assert (finding.rule, finding.severity) == ("repeated-field", "error")


def test_a_pack_that_cannot_be_read_is_reported_as_far_as_it_goes(make_pack: PackBuilder) -> None:
    found = findings(changed(make_pack(), "entries", question=5, topic="x", breif=BOTH))
    assert [finding.rule for finding in found] == ["schema", "unknown-field", "reference"]
    assert findings([])[0].rule == "file"


def test_every_rule_says_what_it_looks_for() -> None:
    assert all(run.__doc__ for _, run in RULES.values())
