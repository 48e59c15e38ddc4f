"""Reads ICU's data archive, and writes it with fewer items.

The format is "CmnD" version 1, as `ucmndata.h` of ICU declares it: a header
whose first two bytes are its length; the number of items; for each, in the order of the names, the
offsets of its name and its data from the end of the header; the names, ended by zero; the data,
aligned to 16 bytes. All integers are little-endian.
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# Two bytes of length, two of magic, 8 of properties of the platform, then the format.
_HEADER = re.compile(rb"..\xda\x27.{8}CmnD", re.DOTALL)
_ALIGNMENT = 16


@dataclass(frozen=True, slots=True)
class Item:
    """One file of an archive."""

    name: str  # with its package: "icudt73l/es.res"
    data: bytes  # up to the next item, including padding; the last, up to the end of the blob


@dataclass(frozen=True, slots=True)
class Archive:
    """An archive: its header, which is opaque here, and its items by name."""

    header: bytes
    items: tuple[Item, ...]


def read(blob: bytes) -> Archive:
    """The first archive in `blob`, e.g. in the library libicudata.

    Raises: ValueError: there is none.
    """
    found = _HEADER.search(blob)
    if not found:
        raise ValueError("no ICU data archive found")
    (length,) = struct.unpack_from("<H", blob, found.start())
    toc = found.start() + length
    return Archive(blob[found.start() : toc], tuple(_items(blob[toc:])))


def _items(body: bytes) -> Iterator[Item]:
    """The items of an archive without its header."""
    (count,) = struct.unpack_from("<I", body)
    offsets = list(struct.iter_unpack("<II", body[4 : 4 + 8 * count]))
    for (name_at, data_at), (_, end) in pairwise([*offsets, (0, len(body))]):
        name = body[name_at : body.index(b"\0", name_at)]
        yield Item(name.decode("ascii"), body[data_at:end])


def write(archive: Archive) -> bytes:
    """The bytes of `archive`, for `read`."""
    names = [item.name.encode("ascii") + b"\0" for item in archive.items]
    names_at = 4 + 8 * len(names)
    index = bytearray(struct.pack("<I", len(names)))
    data = bytearray()
    data_at = names_at + sum(map(len, names))
    for name, item in zip(names, archive.items, strict=True):
        data += bytes(-(data_at + len(data)) % _ALIGNMENT)
        index += struct.pack("<II", names_at, data_at + len(data))
        names_at += len(name)
        data += item.data
    return archive.header + bytes(index) + b"".join(names) + bytes(data)


def cut(blob: bytes, wanted: Callable[[str], bool]) -> bytes:
    """The archive in `blob` with only the items whose names are `wanted`.

    Raises: ValueError: there is no archive.
    """
    archive = read(blob)
    items = tuple(item for item in archive.items if wanted(item.name))
    return write(Archive(archive.header, items))
