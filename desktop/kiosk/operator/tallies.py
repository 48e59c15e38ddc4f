"""Counts of opened answers, by day and language, and nothing else of a visit. Independent of Qt.

Off unless the operator switches it on. The counts cannot be traced to a person: no time, no
order, and "<5" in place of numbers below five. That holds for the disk as a whole: exact small
numbers are in memory only, so after a restart such a row continues from 1, its least possible
value. Counts may therefore be too low, never too high.

The time stamp of the file is the midnight of its day. Two others cannot be changed, the system's
change time and that of the folder, and show when the file was last written; so an unchanged file
is not written again.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
from dataclasses import astuple, dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from desktop.base.files import FileNotWritten, StateFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MOST_DAYS: Final = 400
MOST_ROWS: Final = 20_000
MIN_SHOWN_COUNT: Final = 5  # smaller counts are stored and shown as "<5"

_HEAD: Final = ["day", "entry", "language", "count"]
_TOO_FEW: Final = f"<{MIN_SHOWN_COUNT}"
_LARGEST_FILE: Final = 4_000_000  # bytes; more than the longest rows need
# The patterns of `desktop.pack.model`; none begins like a formula of a spreadsheet.
_ENTRY: Final = re.compile(r"(?=.{1,100}\Z)[a-z0-9]+(-[a-z0-9]+)*")
_LANGUAGE: Final = re.compile(r"(?=.{1,35}\Z)[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_COUNT: Final = re.compile(r"[1-9][0-9]{0,8}")

_Key = tuple[dt.date, str, str]


class TallyError(Enum):
    """The last error with the file."""

    SET_ASIDE = auto()  # damaged: renamed as a backup, and a new file is begun
    NOT_READ = auto()  # left unchanged; counts last until the program ends
    NOT_WRITTEN = auto()  # counts are in memory; the next visit tries again


@dataclass(frozen=True, slots=True)
class TallyRow:
    """One row as it is shown and stored; `count` is "<5" or a number."""

    day: dt.date
    entry: str
    language: str
    count: str


class Tallies:
    """Counts in memory, and in a file on request."""

    def __init__(self, path: Path | None, today: Callable[[], dt.date] = dt.date.today) -> None:
        """Continue with the counts of `path`.

        Args:
            path: the file, which may be missing; None counts nothing.
            today: returns the date at the kiosk.
        """
        self.error: TallyError | None = None
        self._file = StateFile(path, _LARGEST_FILE) if path else None
        self._today = today
        self._may_write = True
        self._counts: dict[_Key, int] = {}
        self._written = ""
        if self._file:
            self._read(self._file)

    @property
    def is_on(self) -> bool:
        """Whether openings are counted."""
        return self._file is not None

    def count(self, entry: str, language: str) -> None:
        """Count one opening of the entry with this id today, in memory.

        Raises:
            ValueError: an id or a tag that no pack can have.
        """
        if self._file is None:
            return
        if not (_ENTRY.fullmatch(entry) and _LANGUAGE.fullmatch(language)):
            raise ValueError("This is not the id of an entry, or not a language tag.")
        key = (self._today(), entry, language)
        self._counts[key] = self._counts.get(key, 0) + 1
        self._prune()

    def flush(self) -> None:
        """Write the file, if it changed; an error is stored in `error`."""
        text = self.as_csv()
        if self._file is None or not self._may_write or text == self._written:
            return
        try:
            self._file.write(text.encode())
            self._written = text
            midnight = dt.datetime.combine(self._today(), dt.time()).timestamp()
            os.utime(self._file.path, (midnight, midnight))
        except (OSError, FileNotWritten, OverflowError, ValueError):
            self.error = TallyError.NOT_WRITTEN
        else:
            if self.error is TallyError.NOT_WRITTEN:  # the other errors remain valid
                self.error = None

    def clear(self) -> None:
        """Delete all counts, the file, and backups of damaged ones."""
        self._counts.clear()
        if self._file is None:
            return
        try:
            self._file.remove()
        except OSError:
            self.error = TallyError.NOT_WRITTEN
        else:
            self._written, self._may_write, self.error = "", True, None

    def rows(self) -> tuple[TallyRow, ...]:
        """All counts, by day, entry and language; never in the order of opening."""
        return tuple(
            TallyRow(*key, count=str(count) if count >= MIN_SHOWN_COUNT else _TOO_FEW)
            for key, count in sorted(self._counts.items())
        )

    def as_csv(self) -> str:
        """The file's text: a header and one line for each row."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(_HEAD)
        writer.writerows(map(astuple, self.rows()))
        return text.getvalue()

    def _prune(self) -> None:
        """Delete the oldest days.

        The number of days with counts is limited, not their distance from today: a clock that is
        years ahead for a moment must not empty the file.
        """
        days = sorted({day for day, _, _ in self._counts})
        while len(days) > MOST_DAYS or len(self._counts) > MOST_ROWS:
            oldest = days.pop(0)
            self._counts = {key: count for key, count in self._counts.items() if key[0] > oldest}

    def _read(self, file: StateFile) -> None:
        try:
            found, aside = file.read_or_set_aside(_decoded)
        except OSError:
            self.error, self._may_write = TallyError.NOT_READ, False
            return
        if aside:
            self.error = TallyError.SET_ASIDE
        if found is not None:
            self._counts = found
            self._written = self.as_csv()
            self._prune()


def _decoded(content: bytes) -> dict[_Key, int]:
    """Parse the counts of a file; "<5" is 1.

    Raises:
        ValueError: it is not a file of tallies.
    """
    try:
        head, *lines = csv.reader(io.StringIO(content.decode()), strict=True)
    except csv.Error as error:
        raise ValueError("no CSV") from error
    if head != _HEAD:
        raise ValueError("another head")
    counts = dict(map(_decoded_line, lines))
    if len(counts) != len(lines):
        raise ValueError("a row is in it twice")
    return counts


def _decoded_line(line: list[str]) -> tuple[_Key, int]:
    day, entry, language, count = line
    if not (_ENTRY.fullmatch(entry) and _LANGUAGE.fullmatch(language)):
        raise ValueError("no entry or no language")
    key = (dt.date.fromisoformat(day), entry, language)
    if count == _TOO_FEW:
        return key, 1
    if not _COUNT.fullmatch(count) or int(count) < MIN_SHOWN_COUNT:
        raise ValueError("no count")
    return key, int(count)
