"""Reads a pack entry by entry, so that a large one need not fit into memory."""

from __future__ import annotations

import mmap
from codecs import BOM_UTF8
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from desktop.pack import reader
from desktop.pack.errors import PackErrors
from desktop.pack.integrity import EntryCheck
from desktop.pack.model import Entry, Pack, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class StreamedPack:
    """A pack whose entries are read one at a time.

    Attributes:
        head: the pack without its entries.
        entries: iterates over them once; raises `PackErrors` at an invalid one.
        size: number of entries.
    """

    head: Pack
    entries: Iterator[Entry]
    size: int


def read_long(path: Path) -> StreamedPack:
    """Read the pack at `path` without loading all its entries.

    Raises:
        PackErrors: the file cannot be read or is not a valid pack; carries all errors.
    """
    reader.check_file(path)
    try:
        with path.open("rb") as stream:
            data = mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
        text = memoryview(data)[len(BOM_UTF8) * (data[: len(BOM_UTF8)] == BOM_UTF8) :]
        members = msgspec.json.decode(text, type=dict[str, msgspec.Raw])
        pieces = msgspec.json.decode(members.pop("entries"), type=list[msgspec.Raw])
        members["entries"] = msgspec.Raw(b"[]")
        head = msgspec.json.decode(msgspec.json.encode(members), type=Pack)
    except (OSError, KeyError, ValueError, RecursionError, OverflowError):
        raise _errors(path) from None
    if not reader.has_valid_references(head):
        raise _errors(path)
    return StreamedPack(head, _each(head, pieces, path), len(pieces))


def _each(head: Pack, pieces: Sequence[msgspec.Raw], path: Path) -> Iterator[Entry]:
    decoder = msgspec.json.Decoder(Entry)
    check = EntryCheck({topic.id for topic in walk(head.topics)})
    for at, piece in enumerate(pieces):
        try:
            entry = decoder.decode(piece)
        except (ValueError, RecursionError, OverflowError):
            raise _errors(path) from None
        if next(check.problems(entry, at), None):
            raise _errors(path)
        yield entry


def _errors(path: Path) -> Exception:
    """The errors of the pack, found by reading all of it."""
    try:
        reader.read(path)
    except PackErrors as error:
        return error
    return reader.as_pack_errors(str(path), "The file changed while it was read.", "Try again.")
