"""Columnar tables of strings and numbers, in memory or memory-mapped.

The index of a pack consists of them. Strings are UTF-8, whose byte order is the order of code
points, so that a sorted table allows binary search.
"""

from __future__ import annotations

import mmap
import os
import weakref
import zlib
from abc import ABC, abstractmethod
from array import array
from bisect import bisect_left
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

_MAX_MAPPED_BYTES: Final = 32_000_000  # bytes; larger tables are read in ranges, not mapped
_MAX_FULLY_CACHED: Final = 20_000  # strings of a table that is cached as a whole
_MAX_CACHED_LOOKUPS: Final = 50_000  # cached indexes of strings per table


RangeReader = Callable[[int, int], bytes]
"""Reads the bytes from a start to an end."""


class TableSource(ABC):
    """Readable store of tables."""

    @abstractmethod
    def read(self, name: str) -> memoryview:
        """The bytes of the table `name`."""

    def range_reader(self, name: str) -> RangeReader:
        """A reader of ranges of the table `name`."""
        table = self.read(name)
        return lambda start, end: bytes(table[start:end])


class TableSink(Protocol):
    """Writable store of tables."""

    def stream(self, name: str) -> BinaryIO:
        """A stream to write the table `name`, which is complete when it is closed."""


class MemoryTables(TableSource):
    """Tables in memory."""

    def __init__(self) -> None:
        self._tables: dict[str, bytes] = {}

    def read(self, name: str) -> memoryview:
        """The bytes of the table `name`."""
        return memoryview(self._tables[name])

    def stream(self, name: str) -> BinaryIO:
        """A stream to write the table `name`, which is complete when it is closed."""
        return _MemoryStream(self._tables, name)


class FolderTables(TableSource):
    """Tables in the files of a folder, memory-mapped when they are read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._streams: list[BinaryIO] = []

    def read(self, name: str) -> memoryview:
        """The bytes of the table `name`."""
        with (self._folder / f"{name}.table").open("rb") as file:
            if not os.fstat(file.fileno()).st_size:
                return memoryview(b"")  # mmap rejects empty files
            return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))

    def range_reader(self, name: str) -> RangeReader:
        """A reader of ranges of the table `name`, for any thread.

        A large table is not mapped, because its pages would remain in memory.
        """
        path = self._folder / f"{name}.table"
        if path.stat().st_size < _MAX_MAPPED_BYTES or not hasattr(os, "pread"):
            return super().range_reader(name)
        file = os.open(path, os.O_RDONLY)

        def read_range(start: int, end: int) -> bytes:
            return os.pread(file, end - start, start)

        weakref.finalize(read_range, os.close, file)
        return read_range

    def stream(self, name: str) -> BinaryIO:
        """A stream to write the table `name`."""
        stream = (self._folder / f"{name}.table").open("wb")
        self._streams.append(stream)
        return stream

    def close(self) -> None:
        """Close open streams, after an error."""
        for stream in self._streams:
            stream.close()


class _MemoryStream(BytesIO):
    """Stores its bytes in `tables` when it is closed."""

    def __init__(self, tables: dict[str, bytes], name: str) -> None:
        super().__init__()
        self._tables = tables
        self._name = name

    def close(self) -> None:
        if not self.closed:
            self._tables[self._name] = self.getvalue()
        super().close()


# Numbers ----------------------------------------------------------------------------------


def write_numbers(target: TableSink, name: str, code: str, numbers: Iterable[int]) -> None:
    """Write numbers of the type code `code` of the module `array`: "B", "I" or "Q"."""
    with target.stream(name) as stream:
        stream.write(memoryview(array(code, numbers)).cast("B"))


def read_numbers(source: TableSource, name: str, code: str) -> memoryview[int]:
    """The numbers that `write_numbers` wrote."""
    return source.read(name).cast(code)  # type: ignore[call-overload, no-any-return]


# Blobs and strings ------------------------------------------------------------------------


class BlobTable:
    """A sequence of byte strings."""

    def __init__(self, source: TableSource, name: str) -> None:
        self._cut = source.range_reader(name)
        self._bounds = read_numbers(source, f"{name}.bounds", "Q")

    def __len__(self) -> int:
        return len(self._bounds) - 1

    def __getitem__(self, at: int) -> bytes:
        bounds = self._bounds
        return self._cut(bounds[at], bounds[at + 1])


class BlobTableWriter:
    """Writes a `BlobTable` blob by blob."""

    def __init__(self, target: TableSink, name: str) -> None:
        self._target = target
        self._name = name
        self._bounds = array("Q", [0])
        self._stream = target.stream(name)

    def add(self, blob: bytes) -> None:
        """Append a blob."""
        self._stream.write(blob)
        self._bounds.append(self._bounds[-1] + len(blob))

    def close(self) -> None:
        """Finish the table."""
        self._stream.close()
        write_numbers(self._target, f"{self._name}.bounds", "Q", self._bounds)


class StringTable:
    """A sequence of strings, with lookup if they are sorted."""

    def __init__(self, source: TableSource, name: str) -> None:
        self._bytes = source.read(name)
        self._bounds = read_numbers(source, f"{name}.bounds", "Q")
        self._count = len(self._bounds) - 1
        self._places: dict[str, int] = {}

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[str]:
        return map(self.__getitem__, range(self._count))

    def __getitem__(self, at: int) -> str:
        bounds = self._bounds
        return str(self._bytes[bounds[at] : bounds[at + 1]], "utf-8")

    def index_of(self, text: str) -> int:
        """The index of `text` in a sorted table, -1 if it is not there."""
        if self._count <= _MAX_FULLY_CACHED:
            if not self._places:
                self._places = {own: at for at, own in enumerate(self)}
            return self._places.get(text, -1)
        found = self._places.get(text)
        if found is None:
            found = bisect_left(self, text)
            if found == self._count or self[found] != text:
                return -1  # typed words are not cached
            if len(self._places) < _MAX_CACHED_LOOKUPS:
                self._places[text] = found
        return found

    def prefix_range(self, prefix: str) -> range:
        """The indexes of the strings that begin with `prefix` in a sorted table."""
        first = bisect_left(self, prefix)
        return range(first, bisect_left(self, prefix + "\U0010ffff", first))


def write_strings(target: TableSink, name: str, texts: Iterable[str]) -> None:
    """Write a `StringTable`; lookup needs sorted `texts`."""
    writer = BlobTableWriter(target, name)
    for text in texts:
        writer.add(text.encode("utf-8", "replace"))
    writer.close()


# Keys as checksums ------------------------------------------------------------------------


class ChecksumSet:
    """Set of strings as sorted CRC-32 values; membership tests may give false positives."""

    def __init__(self, source: TableSource, name: str) -> None:
        self._sums = read_numbers(source, name, "I")

    def __contains__(self, key: str) -> bool:
        wanted = _checksum(key)
        at = bisect_left(self._sums, wanted)
        return at < len(self._sums) and self._sums[at] == wanted


def write_checksum_set(target: TableSink, name: str, keys: Iterable[str]) -> None:
    """Write a `ChecksumSet`."""
    write_numbers(target, name, "I", sorted({_checksum(key) for key in keys}))


class ChecksumMultimap:
    """Numbers by the CRC-32 of a key; a lookup may include numbers of other keys."""

    def __init__(self, source: TableSource, name: str) -> None:
        self._pairs = read_numbers(source, name, "Q")

    def get(self, key: str) -> Iterator[int]:
        """The numbers of `key`."""
        pairs, wanted = self._pairs, _checksum(key)
        at = bisect_left(pairs, wanted << 32)
        while at < len(pairs) and pairs[at] >> 32 == wanted:
            yield pairs[at] & 0xFFFFFFFF
            at += 1


def write_checksum_multimap(target: TableSink, name: str, pairs: Iterable[tuple[str, int]]) -> None:
    """Write a `ChecksumMultimap` of pairs of a key and a number below 2**32."""
    write_numbers(target, name, "Q", sorted(_checksum(key) << 32 | number for key, number in pairs))


def _checksum(key: str) -> int:
    return zlib.crc32(key.encode("utf-8", "replace"))
