"""A pack whose entries remain on disk and are read on access."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, overload

from msgspec import msgpack

from desktop.base.flat_tables import (
    BlobTable,
    BlobTableWriter,
    StringTable,
    read_numbers,
    write_numbers,
    write_texts,
)
from desktop.pack.model import Entry, Pack, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.base.flat_tables import TableSink, TableSource
    from desktop.pack.model import Localized

_REMEMBERED: Final = 256  # cached entries


class PackWriter:
    """Writes the tables of a stored pack, entry by entry."""

    def __init__(self, target: TableSink, head: Pack) -> None:
        self._target = target
        self._head = head
        self._ids: list[str] = []
        self._of_topic: dict[str, array[int]] = {
            topic.id: array("I") for topic in walk(head.topics)
        }
        self._entries = BlobTableWriter(target, "pack.entries")

    def passing(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Write each of `entries` and pass it on."""
        for entry in entries:
            self._of_topic[entry.topic].append(len(self._ids))
            self._ids.append(entry.id)
            self._entries.add(msgpack.encode(entry))
            yield entry

    def finish(self) -> None:
        """Write the tables that need all entries."""
        target, ids = self._target, self._ids
        self._entries.close()
        with target.stream("pack.head") as stream:
            stream.write(msgpack.encode(self._head))
        places = sorted(range(len(ids)), key=ids.__getitem__)
        write_texts(target, "pack.ids", (ids[at] for at in places))
        write_numbers(target, "pack.places", "I", places)
        for topic in walk(self._head.topics):
            order = {entry_id: at for at, entry_id in enumerate(topic.entries)}
            own = self._of_topic[topic.id]
            if order:
                own = array("I", sorted(own, key=lambda at: order.get(ids[at], len(order))))
            self._of_topic[topic.id] = own
        starts = [0]
        for topic in walk(self._head.topics):
            starts.append(starts[-1] + len(self._of_topic[topic.id]))
        ordered = (at for topic in walk(self._head.topics) for at in self._of_topic[topic.id])
        write_numbers(target, "pack.ordered", "I", ordered)
        write_numbers(target, "pack.topics", "I", starts)


class _Entries(Sequence[Entry]):
    """A sequence of entries of a stored pack."""

    def __init__(self, entries: _Store, numbers: Sequence[int]) -> None:
        self._entries = entries
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return _Entries(self._entries, self._numbers[at])
        return self._entries.entry(self._numbers[at])


class _ById(Mapping[str, Entry]):
    """Entries of a stored pack by id."""

    def __init__(self, entries: _Store, source: TableSource) -> None:
        self._entries = entries
        self._ids = StringTable(source, "pack.ids")
        self._places = read_numbers(source, "pack.places", "I")

    def __getitem__(self, entry_id: str) -> Entry:
        at = self._ids.place(entry_id)
        if at < 0:
            raise KeyError(entry_id)
        return self._entries.entry(self._places[at])

    def __contains__(self, entry_id: object) -> bool:
        return isinstance(entry_id, str) and self._ids.place(entry_id) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class _Store:
    def __init__(self, source: TableSource) -> None:
        blobs = BlobTable(source, "pack.entries")
        decode = msgpack.Decoder(Entry).decode
        self.entry = lru_cache(_REMEMBERED)(lambda number: decode(blobs[number]))
        self.count = len(blobs)


class StoredPack:
    """The pack whose tables `PackWriter` wrote; a `PackView`.

    Args:
        source: store of the tables.
    """

    def __init__(self, source: TableSource) -> None:
        self._head = head = msgpack.decode(source.read("pack.head"), type=Pack)
        store = _Store(source)
        ordered = read_numbers(source, "pack.ordered", "I")
        starts = read_numbers(source, "pack.topics", "I")
        self.manifest = head.manifest
        self.topics = head.topics
        self.contacts = head.contacts
        self.sources = head.sources
        self.urgent = head.urgent
        self.synonyms = head.synonyms
        self.unrelated = head.unrelated
        self.languages = head.languages
        self.contact_by_id = head.contact_by_id
        self.source_by_id = head.source_by_id
        self.topic_by_id = head.topic_by_id
        self.entries: Sequence[Entry] = _Entries(store, range(store.count))
        self.entry_by_id: Mapping[str, Entry] = _ById(store, source)
        self.entries_by_topic: Mapping[str, Sequence[Entry]] = {
            topic.id: _Entries(store, ordered[starts[at] : starts[at + 1]])
            for at, topic in enumerate(walk(head.topics))
        }

    def text(self, localized: Localized, lang: str) -> str:
        """As `Pack.text`."""
        return self._head.text(localized, lang)
