"""Integrity of a pack beyond its types: unique ids, bounded depth of topics, valid references.

It covers the references that the screen needs; the checker's rules cover the others. A pack is a
`Pack` or raw JSON here: the reader needs to know only whether there is a problem, and `pack check`
lists each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, NamedTuple

from msgspec import Struct

from desktop.pack.problem import IssueKind, Place, Problem, quoted, unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

MAX_TOPIC_DEPTH: Final = 8
"""Topics in topics, at most; the roots of the tree are at depth 1."""


class _Record(NamedTuple):
    """An object of the pack, its list, and its index there."""

    value: Any
    parent: Place
    at: int

    @property
    def id(self) -> object:
        return _field(self.value, "id")

    @property
    def place(self) -> Place:
        return self.parent.item(self.at, self.value)


def problems(pack: object) -> Iterator[Problem]:
    """All problems of `pack`, a `Pack` or the object of its JSON; members may have any type."""
    topics: list[_Record] = []
    yield from _gather_topics(_records(_field(pack, "topics"), Place("topics")), 1, topics)
    yield from _repeated_ids(topics)
    check = EntryCheck({topic.id for topic in topics if isinstance(topic.id, str)})
    for entry in _records(_field(pack, "entries"), _ENTRIES):
        yield from check.problems(entry.value, entry.at)
    for name in ("contacts", "sources", "urgent"):
        yield from _repeated_ids(_records(_field(pack, name), Place(name)))
    yield from _help_problems(pack)


class EntryCheck:
    """Checks the entries of a pack one after another.

    Args:
        topics: ids of all topics.
    """

    def __init__(self, topics: Set[str]) -> None:
        self._topics = topics
        self._first: dict[str, _Record] = {}

    def problems(self, entry: object, at: int) -> Iterator[Problem]:
        """The problems of `entry`, number `at` of the pack: a repeated id, an unknown topic."""
        record = _Record(entry, _ENTRIES, at)
        yield from _repeated_id(record, self._first)
        topic = _field(entry, "topic")
        if isinstance(topic, str) and topic not in self._topics:
            yield unknown(record.place.key("topic"), "topic", topic, self._topics)


_ENTRIES: Final = Place("entries")


def _gather_topics(
    level: Iterable[_Record], depth: int, topics: list[_Record]
) -> Iterator[Problem]:
    """Add a level of the tree and its descendants to `topics`."""
    for topic in level:
        topics.append(topic)
        if depth > MAX_TOPIC_DEPTH:
            yield Problem(
                topic.place,
                f"Topics are nested at most {MAX_TOPIC_DEPTH} deep.",
                "Move this topic higher up.",
                IssueKind.SCHEMA,
            )
        elif children := _field(topic.value, "children"):
            inner = _records(children, topic.place.key("children"))
            yield from _gather_topics(inner, depth + 1, topics)


def _repeated_ids(records: Iterable[_Record]) -> Iterator[Problem]:
    first: dict[str, _Record] = {}
    for record in records:
        yield from _repeated_id(record, first)


def _repeated_id(record: _Record, first: dict[str, _Record]) -> Iterator[Problem]:
    name = record.id
    if isinstance(name, str) and (other := first.setdefault(name, record)) is not record:
        yield Problem(
            record.place.key("id"),
            f'The id "{quoted(name)}" is taken by {other.place.path}.',
            "Give each record an id of its own.",
            IssueKind.REPEATED_ID,
        )


def _help_problems(pack: object) -> Iterator[Problem]:
    """The contacts of the help bar that the pack lacks."""
    records = _records(_field(pack, "contacts"), Place("contacts"))
    known = {record.id for record in records if isinstance(record.id, str)}
    bar = _field(_field(pack, "manifest"), "help")
    for at, contact in enumerate(bar if isinstance(bar, list | tuple) else ()):
        if isinstance(contact, str) and contact not in known:
            yield unknown(Place("manifest.help").item(at, contact), "contact", contact, known)


def _records(value: object, where: Place) -> Iterator[_Record]:
    for at, item in enumerate(value if isinstance(value, list | tuple) else ()):
        if isinstance(item, dict | Struct):
            yield _Record(item, where, at)


def _field(record: object, name: str) -> Any:  # noqa: ANN401  # raw JSON
    return record.get(name) if isinstance(record, dict) else getattr(record, name, None)
