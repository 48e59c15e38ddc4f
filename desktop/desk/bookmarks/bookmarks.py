"""Bookmarks: an ordered list of entries in a file of this user. Does not import Qt.

Only the bookmarked entries are written, without times and without a history of reading.
"""

from __future__ import annotations

import unicodedata
from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Annotated, Final, Literal

import msgspec
from msgspec import Meta, Struct

from desktop.base.files import FileNotWritten, StateFile
from desktop.pack.model import Slug  # noqa: TC001  # msgspec reads the annotations at run time

if TYPE_CHECKING:
    from pathlib import Path

MAX_BOOKMARKS: Final = 500  # bookmarks
LONGEST_NAME: Final = 120  # characters
MAX_BYTES: Final = 1_000_000  # of the file; a full list of the longest ids and names needs less


class Bookmark(Struct, frozen=True, omit_defaults=True):
    """One bookmarked entry."""

    pack: Slug
    entry: Slug  # the current pack may lack it
    name: Annotated[str, Meta(max_length=LONGEST_NAME)] = ""  # "" for the entry's question

    def matches(self, pack_id: str, entry_id: str) -> bool:
        """Whether this is the bookmark of that entry."""
        return (self.pack, self.entry) == (pack_id, entry_id)


class _File(Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal[1]
    bookmarks: Annotated[tuple[Bookmark, ...], Meta(max_length=MAX_BOOKMARKS)]


class BookmarkError(Enum):
    """Error of the bookmarks file."""

    SET_ASIDE = auto()  # damaged or of another program, renamed as a backup; the list starts empty
    NOT_READ = auto()  # reading is not permitted, the file stays unchanged; the list is in memory
    NOT_KEPT = auto()  # it could not be written; the list is in memory


@dataclass(frozen=True, slots=True)
class BookmarkNotice:
    """Error to show to the person once; `desktop.desk.saver` has the messages."""

    error: BookmarkError
    file: str  # its name, after a renaming the new one


class ToggleResult(Enum):
    """Result of adding or removing a bookmark."""

    ADDED = auto()
    REMOVED = auto()
    FULL = auto()  # there are `MAX_BOOKMARKS` already


def tidy_name(text: str) -> str:
    """`text` as a name: one line, truncated, without invisible characters that Qt rejects."""
    shown = "".join(char for char in text if unicodedata.category(char) not in {"Cs", "Co", "Cn"})
    spaced = " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in shown).split())
    return spaced[:LONGEST_NAME].rstrip()


class Bookmarks:
    """The list and its file, which is written after every change.

    Two programs may share the file: the last write wins, and each write is atomic. Methods that
    take the row of a bookmark raise IndexError if there is none.

    Args:
        path: of the file, which may not exist yet; None to keep the list in memory.
    """

    def __init__(self, path: Path | None) -> None:
        self._file = StateFile(path, MAX_BYTES) if path else None
        self._notices: deque[BookmarkNotice] = deque()
        self._reported: set[BookmarkError] = set()
        self._items: list[Bookmark] = self._read()

    @property
    def items(self) -> tuple[Bookmark, ...]:
        """The bookmarks in their order."""
        return tuple(self._items)

    def pop_notice(self) -> BookmarkNotice | None:
        """Return the error not shown yet and clear it, so that each is shown once."""
        return self._notices.popleft() if self._notices else None

    def has(self, pack_id: str, entry_id: str) -> bool:
        """Whether an entry is bookmarked."""
        return any(item.matches(pack_id, entry_id) for item in self._items)

    def toggle(self, pack_id: str, entry_id: str) -> ToggleResult:
        """Add a bookmark at the end, or remove it."""
        for row, item in enumerate(self._items):
            if item.matches(pack_id, entry_id):
                self.remove(row)
                return ToggleResult.REMOVED
        return ToggleResult.ADDED if self.add(Bookmark(pack_id, entry_id)) else ToggleResult.FULL

    def add(self, bookmark: Bookmark, row: int | None = None) -> bool:
        """Insert a bookmark before `row`, or at the end; False if it exists or the list is full."""
        if len(self._items) >= MAX_BOOKMARKS or self.has(bookmark.pack, bookmark.entry):
            return False
        self._items.insert(len(self._items) if row is None else row, bookmark)
        self._write()
        return True

    def remove(self, row: int) -> Bookmark:
        """Remove a bookmark and return it."""
        bookmark = self._items.pop(row)
        self._write()
        return bookmark

    def rename(self, row: int, name: str) -> None:
        """Rename a bookmark; `name` is made tidy, "" restores the entry's question."""
        self._items[row] = msgspec.structs.replace(self._items[row], name=tidy_name(name))
        self._write()

    def move(self, row: int, to: int) -> None:
        """Move a bookmark to row `to`."""
        self._items.insert(to, self._items.pop(row))
        self._write()

    def _read(self) -> list[Bookmark]:
        if self._file is None:
            return []
        try:
            items, aside = self._file.read_or_set_aside(_decoded)
        except OSError:
            self._notify(BookmarkError.NOT_READ, self._file.path.name)
            self._file = None  # never written from now on
            return []
        if aside:
            self._notify(BookmarkError.SET_ASIDE, aside.name)
        return items or []

    def _write(self) -> None:
        if self._file is None:
            return
        content = msgspec.json.encode(_File(1, tuple(self._items)))
        try:
            self._file.write(msgspec.json.format(content, indent=1) + b"\n")
        except FileNotWritten:  # the next attempt may succeed
            self._notify(BookmarkError.NOT_KEPT, self._file.path.name)

    def _notify(self, error: BookmarkError, file: str) -> None:
        if error not in self._reported:
            self._reported.add(error)
            self._notices.append(BookmarkNotice(error, file))


def _decoded(content: bytes) -> list[Bookmark]:
    """Bookmarks of a file, each entry once.

    Raises:
        ValueError: it is not a list of bookmarks.
    """
    found = msgspec.json.decode(content, type=_File).bookmarks
    once = {(item.pack, item.entry): item for item in reversed(found)}
    return [
        msgspec.structs.replace(item, name=tidy_name(item.name)) for item in reversed(once.values())
    ]
