"""Cache of the indexes of large packs on disk.

An index is in a folder named after the checksum of its pack, in the user's cache folder. It is
built in a draft folder that is then renamed, so that it is complete or absent. Hashing a large
pack takes longer than opening its index, so a small file stores the checksum for the path, size
and modification time of a pack (as Git does for its files).
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import tempfile
import time
import zlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec
from msgspec import Struct

from desktop import __version__
from desktop.base.files import FileDamaged, FileNotWritten, StateFile
from desktop.base.flat_tables import FolderTables
from desktop.pack.reader import check_file
from desktop.pack.stored import PackWriter
from desktop.pack.streamed import read_long

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.pack.model import Entry

MAX_CACHED_INDEXES: Final = 5  # indexes of other packs that are kept
_FORMAT: Final = 4  # of the tables; a new format invalidates old caches
_FRESH: Final = 2.0  # seconds: a file modified more recently may change again without a new time
_CONTENTS: Final = "contents.json"  # without it an index is incomplete
_LARGEST_SEEN: Final = 1_000_000  # bytes: some thousand packs
_BLOCK: Final = 1 << 20
_REPORT_EVERY: Final = 500  # entries


class CacheDamaged(OSError):  # noqa: N818
    """An index is not as it was built."""


class _IndexManifest(Struct, frozen=True):
    """Manifest of an index; its file is written last."""

    format: int
    program: str
    files: dict[str, tuple[int, int]]  # size and checksum of each


class _PackFingerprint(Struct, frozen=True):
    """Fingerprint of a pack when it was hashed."""

    size: int
    modified: int  # nanoseconds
    checksum: str


_decoded: Final = msgspec.json.Decoder(dict[str, _PackFingerprint]).decode


class Cache:
    """The indexes in one folder, which need not exist yet."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seen = StateFile(folder / "seen.json", _LARGEST_SEEN)

    def find(self, path: Path) -> Path | None:
        """The folder of the index of the pack at `path`; None if there is no complete one.

        Raises:
            PackErrors: the file is missing or cannot be a pack.
        """
        check_file(path)
        folder = self._folder / self._checksum(path)
        try:
            _check_sizes(folder)
        except CacheDamaged:
            return None
        with contextlib.suppress(OSError):
            os.utime(folder)  # the most recently used are kept
        return folder

    def make(
        self, path: Path, report: Callable[[int, int], None] = lambda _done, _all: None
    ) -> Path:
        """Build the index of the pack at `path`; returns its folder.

        Args:
            path: of the pack.
            report: called with the number of processed entries and of all entries.

        Raises:
            PackErrors: the pack is invalid.
            OSError: the disk is full or not writable.
        """
        from desktop.search.index.build import build  # noqa: PLC0415  # brings tantivy

        long = read_long(path)
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        home = self._folder / self._checksum(path)
        draft = Path(tempfile.mkdtemp(prefix="draft-", dir=self._folder))
        tables = FolderTables(draft)
        try:
            (draft / "terms").mkdir()
            writer = PackWriter(tables, long.head)
            entries = _counted(writer.passing(long.entries), long.size, report)
            build(long.head, entries, long.size, tables, str(draft / "terms"))
            writer.finish()
            _seal(draft)
            if home.exists():  # a damaged one, or one built concurrently
                shutil.rmtree(home)
            draft.replace(home)
        finally:
            tables.close()
            shutil.rmtree(draft, ignore_errors=True)
        self._tidy(home)
        return home

    def _checksum(self, path: Path) -> str:
        status = path.stat()
        name = str(path.resolve())
        seen = self._read_seen()
        known = seen.get(name)
        if known and (known.size, known.modified) == (status.st_size, status.st_mtime_ns):
            return known.checksum
        checksum = _hash(path)
        if time.time() - status.st_mtime > _FRESH:
            seen[name] = _PackFingerprint(status.st_size, status.st_mtime_ns, checksum)
            with contextlib.suppress(FileNotWritten):  # then the pack is hashed again next time
                self._seen.write(msgspec.json.encode(seen))
        return checksum

    def _read_seen(self) -> dict[str, _PackFingerprint]:
        try:
            return self._seen.read(_decoded) or {}
        except (FileDamaged, OSError):  # it is written again
            return {}

    def _tidy(self, new: Path) -> None:
        """Remove the least recently used indexes and the drafts of killed builds."""
        with contextlib.suppress(OSError):
            found = sorted(
                (folder for folder in self._folder.iterdir() if folder.is_dir() and folder != new),
                key=lambda folder: folder.stat().st_mtime,
                reverse=True,
            )
            complete = [folder for folder in found if not folder.name.startswith("draft-")]
            day_ago = time.time() - 86_400
            left = [f for f in found if f not in complete and f.stat().st_mtime < day_ago]
            for folder in (*complete[MAX_CACHED_INDEXES:], *left):
                shutil.rmtree(folder, ignore_errors=True)


def verify(folder: Path) -> bool:
    """Whether all checksums of an index match; reads all of it."""
    try:
        contents = _check_sizes(folder)
        return all(
            _sum(folder / name) == checksum for name, (_, checksum) in contents.files.items()
        )
    except OSError:
        return False


def discard(folder: Path) -> None:
    """Make an index invalid; processes that have it open can still use it."""
    (folder / _CONTENTS).unlink(missing_ok=True)


def _counted(
    entries: Iterator[Entry], count: int, report: Callable[[int, int], None]
) -> Iterator[Entry]:
    for done, entry in enumerate(entries):
        if not done % _REPORT_EVERY:
            report(done, count)
        yield entry
    report(count, count)


def _hash(path: Path) -> str:
    salted = partial(hashlib.blake2b, f"{_FORMAT} {__version__}".encode(), digest_size=20)
    with path.open("rb") as file:
        return hashlib.file_digest(file, salted).hexdigest()


def _sum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            checksum = zlib.crc32(block, checksum)
    return checksum


def _seal(folder: Path) -> None:
    files = {
        path.relative_to(folder).as_posix(): (path.stat().st_size, _sum(path))
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".lock"
    }
    contents = _IndexManifest(_FORMAT, __version__, files)
    (folder / _CONTENTS).write_bytes(msgspec.json.encode(contents))


def _check_sizes(folder: Path) -> _IndexManifest:
    try:
        contents = msgspec.json.decode((folder / _CONTENTS).read_bytes(), type=_IndexManifest)
        sizes = {name: (folder / name).stat().st_size for name in contents.files}
    except (OSError, ValueError) as error:  # msgspec's errors are ValueErrors
        raise CacheDamaged(type(error).__name__) from None
    if sizes != {name: size for name, (size, _) in contents.files.items()}:
        raise CacheDamaged("size")
    return contents
