"""Rules, and the iterators over a pack that they share."""

from __future__ import annotations

import datetime as dt  # noqa: TC003  # dataclasses keep the annotations
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from desktop.pack import markup
from desktop.pack.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from desktop.pack.model import Contact, Entry, Pack, Phone, Topic, Urgent

ERROR: Final = (Severity.ERROR,)
WARNING: Final = (Severity.WARNING,)
BOTH: Final = (Severity.ERROR, Severity.WARNING)

parsed = lru_cache(maxsize=256)(markup.parse_markup)
"""Blocks and issues of an answer, cached because most rules use them."""


@dataclass(frozen=True, slots=True)
class RuleContext:
    """Input of a rule: a readable pack, and the reference date for ages."""

    pack: Pack
    today: dt.date

    def topics(self) -> Iterator[tuple[Topic, Place]]:
        """Every topic at every depth and its place, parents first."""
        return _topics(self.pack.topics, Place("topics"))

    def entries(self) -> Iterator[tuple[Entry, Place]]:
        """Every entry and its place."""
        return Place("entries").items(self.pack.entries)

    def contacts(self) -> Iterator[tuple[Contact, Place]]:
        """Every contact and its place."""
        return Place("contacts").items(self.pack.contacts)

    def phones(self) -> Iterator[tuple[Phone, Place]]:
        """Every number of every contact and its place."""
        for contact, where in self.contacts():
            yield from where.key("phones").items(contact.phones)

    def urgent(self) -> Iterator[tuple[Urgent, Place]]:
        """Every group of urgent phrases and its place."""
        return Place("urgent").items(self.pack.urgent)

    def texts(self, field: str) -> Iterator[tuple[str, Place]]:
        """The "brief" or "answer" of every entry in every language, and its place."""
        for entry, where in self.entries():
            yield from where.key(field).texts(getattr(entry, field))

    def passages(self) -> Iterator[tuple[str, Place]]:
        """Every block of text for visitors, but for names of contacts and titles of sources."""
        for entry, where in self.entries():
            yield from where.key("question").texts(entry.question)
            yield from where.key("brief").texts(entry.brief)
            for answer, place in where.key("answer").texts(entry.answer):
                for block in parsed(answer)[0]:
                    yield block.text, place.line(block.line)
        yield from _short_texts(self.pack.manifest, Place("manifest"))
        for topic, where in Place("topics").items(self.pack.topics):
            yield from _short_texts(topic, where)
        for contact, where in self.contacts():
            yield from _short_texts(contact, where)


def _topics(level: tuple[Topic, ...], parent: Place) -> Iterator[tuple[Topic, Place]]:
    for topic, where in parent.items(level):
        yield topic, where
        yield from _topics(topic.children, where.key("children"))


def _short_texts(record: Struct, where: Place) -> Iterator[tuple[str, Place]]:
    for place, name, texts in localized(record, where):
        if name not in ("name", "short_name"):
            yield from place.texts(texts)


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
            for item, place in where.key(name).items(value):
                if isinstance(item, Struct):
                    yield from localized(item, place)


_Run = Callable[[RuleContext], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its documentation.

    Attributes:
        name: in findings, "phone-contact".
        severities: of its findings; the first is the default.
        finds: description of its findings, for a table.
        run: finds the problems; those of the form of the file are found before.
    """

    name: str
    severities: tuple[Severity, ...]
    finds: str
    run: _Run = lambda _: iter(())


class RuleSet(list[Rule]):
    """The rules of a module, in the order of the report."""

    def add(
        self, name: str, severities: tuple[Severity, ...], finds: str
    ) -> Callable[[_Run], _Run]:
        """A decorator that adds the function as `run` of a rule; for the parameters see `Rule`."""

        def added(run: _Run) -> _Run:
            self.append(Rule(name, severities, finds, run))
            return run

        return added
