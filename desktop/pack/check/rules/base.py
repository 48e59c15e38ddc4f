"""Rules and violations, and the iterators over a pack that rules share."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  # dataclasses keep the annotations
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from desktop.pack import markup
from desktop.pack.place import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.pack.model import Contact, Entry, Pack, Topic


class Severity(StrEnum):
    """Severity of a finding."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class RuleContext:
    """Input of a rule.

    Attributes:
        pack: a readable pack.
        today: reference date for ages.
    """

    pack: Pack
    today: dt.date


@dataclass(frozen=True, slots=True)
class Violation:
    """A violation of a rule.

    Attributes:
        where: location in the pack.
        expected: the expectation, a sentence.
        remedy: what to do, a sentence.
        severity: None for the first of its rule.
    """

    where: Place
    expected: str
    remedy: str
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its documentation.

    Attributes:
        name: in findings, "phone-contact".
        severities: of its findings; the first is the default.
        finds: description of its findings, for a table.
        run: finds the violations; None for rules about the form of the file.
    """

    name: str
    severities: tuple[Severity, ...]
    finds: str
    run: Callable[[RuleContext], Iterator[Violation]] | None = None


ERROR: Final = (Severity.ERROR,)
WARNING: Final = (Severity.WARNING,)
BOTH: Final = (Severity.ERROR, Severity.WARNING)


parsed = lru_cache(maxsize=256)(markup.parse)
"""Blocks and issues of an answer, cached because most rules use them."""


# Iterators --------------------------------------------------------------------------------


def entries(pack: Pack) -> Iterator[tuple[Entry, Place]]:
    """Every entry and its place."""
    for at, entry in enumerate(pack.entries):
        yield entry, Place("entries").item(at, entry)


def contacts(pack: Pack) -> Iterator[tuple[Contact, Place]]:
    """Every contact and its place."""
    for at, contact in enumerate(pack.contacts):
        yield contact, Place("contacts").item(at, contact)


def topics(pack: Pack) -> Iterator[tuple[Topic, Place]]:
    """Every topic at every depth and its place, parents first."""
    waiting = [(topic, Place("topics").item(at, topic)) for at, topic in enumerate(pack.topics)]
    while waiting:
        topic, where = waiting.pop(0)
        yield topic, where
        children = where.key("children")
        waiting[:0] = [(child, children.item(at, child)) for at, child in enumerate(topic.children)]


def answers(pack: Pack) -> Iterator[tuple[Entry, Place, str]]:
    """Every answer in every language."""
    for entry, where in entries(pack):
        for tag, text in entry.answer.items():
            yield entry, where.key("answer").tagged(tag), text


def localized(
    record: Struct, where: Place | None = None
) -> Iterator[tuple[Place, str, dict[str, Any]]]:
    """Every object keyed by language in `record` and the records in it, with its field name."""
    where = where or Place()
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, dict):
            yield where.key(name), name, value
        elif isinstance(value, Struct):
            yield from localized(value, where.key(name))
        elif isinstance(value, tuple):
            for at, item in enumerate(value):
                if isinstance(item, Struct):
                    yield from localized(item, where.key(name).item(at, item))


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, item, heading or short text that visitors read.

    Attributes:
        where: its location, with the line in an answer, and its language.
        text: without markup.
        entry: the entry it belongs to, if any.
    """

    where: Place
    text: str
    entry: Entry | None = None


_NOT_OURS: Final = frozenset({"phrasings", "keywords", "phrases", "synonyms", "translations"})
"""Fields with words of visitors, or without text."""


def passages(pack: Pack) -> Iterator[Passage]:
    """All text for visitors, except the names of contacts and the titles of sources."""
    for entry, where in entries(pack):
        for name, texts in (("question", entry.question), ("brief", entry.brief)):
            for tag, text in texts.items():
                yield Passage(where.key(name).tagged(tag), text, entry)
        for tag, text in entry.answer.items():
            place = where.key("answer").tagged(tag)
            for block in parsed(text)[0]:
                yield Passage(place.line(block.line), block.text, entry)
    yield from _short(pack.manifest, Place("manifest"))
    for topic, where in topics(pack):
        yield from _plain({"title": topic.title, "summary": topic.summary}, where)
    for contact, where in contacts(pack):
        yield from _short(contact, where)


def _short(record: Struct, where: Place) -> Iterator[Passage]:
    for place, name, texts in localized(record, where):
        if name not in _NOT_OURS and name not in ("name", "short_name"):
            for tag, text in texts.items():
                yield Passage(place.tagged(tag), text)


def _plain(fields: Mapping[str, Mapping[str, str]], where: Place) -> Iterator[Passage]:
    for name, texts in fields.items():
        for tag, text in texts.items():
            yield Passage(where.key(name).tagged(tag), text)
