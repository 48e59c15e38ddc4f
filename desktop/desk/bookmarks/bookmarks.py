"""Bookmarks: an ordered list of entries, kept in a file of this user. No Qt.

Only what a person marks is written, nothing about when, and nothing about what else was read.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from desktop.base.files import FileNotWritten
from desktop.base.state_file import StateFile
from desktop.pack.model import Slug  # noqa: TC001  # msgspec reads the annotations at run time

if TYPE_CHECKING:
    from pathlib import Path

MAX_BOOKMARKS: Final = 500  # bookmarks
LONGEST_NAME: Final = 120  # characters
MAX_BYTES: Final = 1_000_000  # of the file; a full list of the longest ids and names takes less


class Bookmark(Struct, frozen=True, omit_defaults=True):
    """One marked entry.

    Attributes:
        pack: id of the pack.
        entry: id of the entry, which the pack of today may lack.
        name: given by the person; "" for the entry's question.
    """

    pack: Slug
    entry: Slug
    name: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""

    def marks(self, pack_id: str, entry_id: str) -> bool:
        """Whether this is the bookmark of that entry."""
        return (self.pack, self.entry) == (pack_id, entry_id)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal[1]
    bookmarks: Annotated[tuple[Bookmark, ...], Meta(max_length=MAX_BOOKMARKS)]


class BookmarkFault(Enum):
    """What went wrong with the file."""

    SET_ASIDE = auto()  # it was damaged or of another program; the list starts empty
    NOT_READ = auto()  # it may not be read, and is left alone; the list lives in memory
    NOT_KEPT = auto()  # it could not be written; the list lives in memory


@dataclass(frozen=True, slots=True)
class BookmarkNotice:
    """Something to tell the person, once; `desktop.desk.saving_words` has the words.

    Attributes:
        fault: what went wrong.
        file: name of the file it is about, the new one of a file set aside.
    """

    fault: BookmarkFault
    file: str


class ToggleResult(Enum):
    """What became of a bookmark."""

    ADDED = auto()
    REMOVED = auto()
    FULL = auto()  # there are `MAX_BOOKMARKS` already


def tidy_name(text: str) -> str:
    """`text` as a name: one line, nothing invisible that Qt or a file cannot take, cut to fit."""
    shown = "".join(char for char in text if unicodedata.category(char) not in {"Cs", "Co", "Cn"})
    spaced = " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in shown).split())
    return spaced[:LONGEST_NAME].rstrip()


class Bookmarks:
    """The list and its file, which is written after every change.

    Two programs may have the same file: the one that writes last wins, and nobody ever finds
    half a list.

    Args:
        path: of the file, which need not be there yet; None to keep the list in memory.
    """

    def __init__(self, path: Path | None) -> None:
        self._file = StateFile(path, MAX_BYTES) if path else None
        self._notices: deque[BookmarkNotice] = deque()
        self._told: set[BookmarkFault] = set()
        self._items: list[Bookmark] = self._read()

    @property
    def items(self) -> tuple[Bookmark, ...]:
        """The bookmarks in their order."""
        return tuple(self._items)

    def take_notice(self) -> BookmarkNotice | None:
        """What has not been told yet; each fault is told once."""
        return self._notices.popleft() if self._notices else None

    def has(self, pack_id: str, entry_id: str) -> bool:
        """Whether an entry is marked."""
        return any(item.marks(pack_id, entry_id) for item in self._items)

    def toggle(self, pack_id: str, entry_id: str) -> ToggleResult:
        """Mark an entry, as the last one, or take its mark away."""
        for row, item in enumerate(self._items):
            if item.marks(pack_id, entry_id):
                self.remove(row)
                return ToggleResult.REMOVED
        return ToggleResult.ADDED if self.add(Bookmark(pack_id, entry_id)) else ToggleResult.FULL

    def add(self, bookmark: Bookmark, row: int | None = None) -> bool:
        """Put a bookmark before `row`, or last; False if it is there already or the list full."""
        if len(self._items) >= MAX_BOOKMARKS or self.has(bookmark.pack, bookmark.entry):
            return False
        self._items.insert(len(self._items) if row is None else row, bookmark)
        self._write()
        return True

    def remove(self, row: int) -> Bookmark:
        """Take a bookmark away; returns it.

        Raises:
            IndexError: there is no such row.
        """
        bookmark = self._items.pop(row)
        self._write()
        return bookmark

    def rename(self, row: int, name: str) -> None:
        """Give a bookmark another name, made tidy; "" gives back the entry's question.

        Raises:
            IndexError: there is no such row.
        """
        self._items[row] = msgspec.structs.replace(self._items[row], name=tidy_name(name))
        self._write()

    def move(self, row: int, to: int) -> None:
        """Move a bookmark so that it stands in row `to`.

        Raises:
            IndexError: there is no such row.
        """
        self._items.insert(to, self._items.pop(row))
        self._write()

    def _read(self) -> list[Bookmark]:
        if self._file is None:
            return []
        try:
            items, aside = self._file.read_or_set_aside(_decoded)
        except OSError:
            self._tell(BookmarkFault.NOT_READ, self._file.path.name)
            self._file = None  # it is left as it is from now on
            return []
        if aside:
            self._tell(BookmarkFault.SET_ASIDE, aside.name)
        return items or []

    def _write(self) -> None:
        if self._file is None:
            return
        try:
            self._file.write(_encoded(self._items))
        except FileNotWritten:  # may go well the next time
            self._tell(BookmarkFault.NOT_KEPT, self._file.path.name)

    def _tell(self, fault: BookmarkFault, file: str) -> None:
        if fault not in self._told:
            self._told.add(fault)
            self._notices.append(BookmarkNotice(fault, file))


def _decoded(content: bytes) -> list[Bookmark]:
    """The bookmarks of a file, each entry once.

    Raises:
        ValueError: it is not a list of bookmarks.
    """
    found = msgspec.json.decode(content, type=_File).bookmarks
    once = {(item.pack, item.entry): item for item in reversed(found)}
    return [
        msgspec.structs.replace(item, name=tidy_name(item.name)) for item in reversed(once.values())
    ]


def _encoded(items: list[Bookmark]) -> bytes:
    file = _File(1, tuple(items))
    return msgspec.json.format(msgspec.json.encode(file), indent=1) + b"\n"
