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
    write_strings,
)
from desktop.pack.model import Entry, Pack, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from desktop.base.flat_tables import TableSink, TableSource
    from desktop.pack.model import Localized

    _ReadEntry = Callable[[int], Entry]  # by its number in the pack

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
        write_strings(target, "pack.ids", (ids[at] for at in places))
        write_numbers(target, "pack.places", "I", places)
        starts, ordered = [0], array("I")
        for topic in walk(self._head.topics):
            order = {entry_id: at for at, entry_id in enumerate(topic.entries)}
            own: Iterable[int] = self._of_topic[topic.id]
            if order:
                own = sorted(own, key=lambda at: order.get(ids[at], len(order)))
            ordered.extend(own)
            starts.append(len(ordered))
        write_numbers(target, "pack.ordered", "I", ordered)
        write_numbers(target, "pack.topics", "I", starts)


class _Entries(Sequence[Entry]):
    """A sequence of entries of a stored pack."""

    def __init__(self, entry: _ReadEntry, numbers: Sequence[int]) -> None:
        self._entry = entry
        self._numbers = numbers

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, at: int) -> Entry: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entry]: ...
    def __getitem__(self, at: int | slice) -> Entry | Sequence[Entry]:
        if isinstance(at, slice):
            return _Entries(self._entry, self._numbers[at])
        return self._entry(self._numbers[at])


class _ById(Mapping[str, Entry]):
    """Entries of a stored pack by id."""

    def __init__(self, entry: _ReadEntry, source: TableSource) -> None:
        self._entry = entry
        self._ids = StringTable(source, "pack.ids")
        self._places = read_numbers(source, "pack.places", "I")

    def __getitem__(self, entry_id: str) -> Entry:
        at = self._ids.index_of(entry_id)
        if at < 0:
            raise KeyError(entry_id)
        return self._entry(self._places[at])

    def __contains__(self, entry_id: object) -> bool:
        return isinstance(entry_id, str) and self._ids.index_of(entry_id) >= 0

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class StoredPack:
    """The pack whose tables `PackWriter` wrote to `source`."""

    def __init__(self, source: TableSource) -> None:
        self._head = head = msgpack.decode(source.read("pack.head"), type=Pack)
        blobs = BlobTable(source, "pack.entries")
        decode = msgpack.Decoder(Entry).decode
        entry = lru_cache(_REMEMBERED)(lambda number: decode(blobs[number]))
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
        self.entries: Sequence[Entry] = _Entries(entry, range(len(blobs)))
        self.entry_by_id: Mapping[str, Entry] = _ById(entry, source)
        self.entries_by_topic: Mapping[str, Sequence[Entry]] = {
            topic.id: _Entries(entry, ordered[starts[at] : starts[at + 1]])
            for at, topic in enumerate(walk(head.topics))
        }

    def text(self, localized: Localized, lang: str) -> str:
        """As `Pack.text`."""
        return self._head.text(localized, lang)
