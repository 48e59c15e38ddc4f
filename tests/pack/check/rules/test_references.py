from __future__ import annotations

import pytest

from tests.pack.conftest import PackBuilder, answer, changed, findings

BOTH = {"en": "Text", "es": "Texto"}


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
def test_a_dangling_reference_is_an_error(record: str, field: str, place: str) -> None:
    (finding,) = findings(changed(record, **{field: ["nothing"]}))
    assert (finding.rule, finding.severity, finding.place) == ("reference", "error", place)


def test_a_dangling_contact_of_an_urgent_phrase_is_an_error(make_pack: PackBuilder) -> None:
    urgent = [{"id": "now", "phrases": {"en": ["x"], "es": ["y"]}, "contacts": ["hotlin"]}]
    (finding,) = findings(make_pack(urgent=urgent), "reference")
    assert finding.remedy == 'Did you mean "hotline"?'


@pytest.mark.parametrize("mark", ["<b>a</b>", "# a", "*a", "[a](http://x)"])
def test_marks_that_are_not_allowed_are_errors(mark: str) -> None:
    (finding,) = findings(changed("entries", answer=answer(en=mark)), "markup")
    assert finding.severity == "error"


@pytest.mark.parametrize("mark", ["a < b", "**a**", "1. a", "#a"])
def test_marks_that_are_allowed_are_not(mark: str) -> None:
    assert not findings(changed("entries", answer=answer(en=mark)), "markup")


@pytest.mark.parametrize("target", ["entry:nothing", "contact:signs", "source:hotline"])
def test_a_link_to_nothing_is_an_error(target: str) -> None:
    texts = answer(en=f"[a]({target})", es="[b](entry:signs)")
    (finding,) = findings(changed("entries", answer=texts))
    assert (finding.rule, finding.severity, finding.lang) == ("link", "error", "en")


def test_only_topics_without_any_entry_below_are_empty(make_pack: PackBuilder) -> None:
    root = {"id": "root", "title": BOTH, "children": make_pack()["topics"]}
    empty = {"id": "empty", "title": BOTH}
    (finding,) = findings(make_pack(topics=[root, empty]))
    assert (finding.rule, finding.place) == ("empty-topic", "topics[1] (empty)")


def test_a_topic_that_orders_a_foreign_entry_is_warned_of() -> None:
    children = [{"id": "inner", "title": BOTH, "entries": ["signs"]}]
    (finding,) = findings(changed("topics", children=children), "foreign-entry")
    assert finding.place == "topics[0] (basics).children[0] (inner).entries[0]"
