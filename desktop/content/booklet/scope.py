"""Which answers are printed: one, all of its topic, or the whole booklet. No Qt."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from desktop.pack.model import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pack.view import PackView

MAX_ENTRIES: Final = 400
"""Answers in one document: about 1,200 sheets, and two seconds until they are set."""


class PrintScope(Enum):
    """How much is printed."""

    ANSWER = auto()
    TOPIC = auto()
    ALL = auto()


def entry_ids(pack: PackView, scope: PrintScope, entry_id: str) -> tuple[str, ...]:
    """The entries to print, in the order of the pack's topics.

    Args:
        pack: the pack.
        scope: how much of it.
        entry_id: the answer that is read; for the whole booklet it may be "".

    Raises:
        KeyError: the pack has no such entry.
    """
    match scope:
        case PrintScope.ANSWER:
            return (pack.entry_by_id[entry_id].id,)
        case PrintScope.TOPIC:
            topic = pack.entry_by_id[entry_id].topic
            return tuple(each.id for each in pack.entries_by_topic[topic])
        case PrintScope.ALL:
            topics = walk(pack.topics)
            return tuple(each.id for topic in topics for each in pack.entries_by_topic[topic.id])


def offered(pack: PackView, entry_id: str) -> tuple[PrintScope, ...]:
    """The scopes to choose from: each larger than the one before, none more than `MAX_ENTRIES`.

    Args:
        pack: the pack.
        entry_id: the answer that is read; "" or an unknown one for none.
    """
    return tuple(_offered(pack, entry_id))


def _offered(pack: PackView, entry_id: str) -> Iterator[PrintScope]:
    before = 0
    if entry_id in pack.entry_by_id:
        before = 1
        yield PrintScope.ANSWER
        count = len(pack.entries_by_topic[pack.entry_by_id[entry_id].topic])
        if before < count <= MAX_ENTRIES:
            before = count
            yield PrintScope.TOPIC
    if before < len(pack.entries) <= MAX_ENTRIES:
        yield PrintScope.ALL
