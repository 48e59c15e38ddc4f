from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from desktop.pack.model import Entry, Pack, PartialDate, Phone, Slug, Topic, closest_language, walk
from tests.pack.conftest import build_pack


def make(**changes: object) -> Pack:
    return msgspec.convert(build_pack(**changes), Pack)


def topic(name: str, *children: Topic, entries: tuple[str, ...] = ()) -> Topic:
    return Topic(id=name, title={"en": name}, children=children, entries=entries)


def entry(name: str, topic_id: str) -> Entry:
    return Entry(id=name, topic=topic_id, question={"en": name})


def test_records_are_found_by_id() -> None:
    pack = make()
    assert pack.entry_by_id["signs"] is pack.entries[0]
    assert pack.contact_by_id["hotline"].phones == (Phone(number="911"),)
    assert pack.source_by_id["report"].date == "2024-05"


def test_topics_are_walked_parents_first() -> None:
    tree = (topic("a", topic("b", topic("c")), topic("d")), topic("e"))
    assert [node.id for node in walk(tree)] == ["a", "b", "c", "d", "e"]


def test_entries_follow_the_order_of_their_topic_then_that_of_the_pack() -> None:
    pack = Pack(
        manifest=make().manifest,
        topics=(topic("a", topic("b"), entries=("three", "one")),),
        entries=tuple(entry(name, "a") for name in ("one", "two", "three", "four")),
    )
    ids = [found.id for found in pack.entries_by_topic["a"]]
    assert ids == ["three", "one", "two", "four"]
    assert pack.entries_by_topic["b"] == ()


@pytest.mark.parametrize(
    ("texts", "shown"),
    [
        ({"en": "a", "es": "b"}, "b"),
        ({"en": "a", "es": ""}, "a"),
        ({"en": "a", "fr": "c"}, "a"),
        ({"fr": "c"}, "c"),
        ({}, ""),
    ],
)
def test_a_text_falls_back_to_the_source_language_then_to_any(
    texts: dict[str, str], shown: str
) -> None:
    assert make().text(texts, "es") == shown


@pytest.mark.parametrize("text", ["Signs", "a b", "-a", "a-", "a--b", "", "a\n", "ñ", "a" * 101])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, Slug)


@pytest.mark.parametrize("text", ["24", "2024-5", "2024-05-01T00", "2024\n", "May 2024"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(text, PartialDate)


def test_dates_are_dates() -> None:
    read = msgspec.convert(
        {"id": "a", "topic": "b", "question": {}, "reviewed_on": "2024-05-31"}, Entry
    )
    assert read.reviewed_on == dt.date(2024, 5, 31)


def test_a_record_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        make().entries[0].id = "other"  # type: ignore[misc]


@pytest.mark.parametrize(
    ("tag", "known", "chosen"),
    [
        ("es", ("en", "es"), "es"),
        ("ES", ("en", "es"), "es"),
        ("es_MX", ("en", "es"), "es"),
        ("es-MX", ("es-ES", "es-MX"), "es-MX"),
        ("es", ("en", "es-MX", "es-ES"), "es-MX"),
        ("fr", ("en", "es"), None),
        ("", ("en", "es"), None),
    ],
)
def test_closest(tag: str, known: tuple[str, ...], chosen: str | None) -> None:
    assert closest_language(tag, known) == chosen
