"""Files: atomic writing; for persistent state also bounded reading and backups of damaged files."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum, auto
from glob import escape
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

T = TypeVar("T")


class WriteError(Enum):
    """Reasons why a file was not written."""

    EXISTS = auto()  # and must not be replaced
    NOT_ALLOWED = auto()
    FULL = auto()
    NO_FOLDER = auto()
    BAD_NAME = auto()
    OTHER = auto()


@dataclass(eq=False)  # exceptions must stay hashable
class FileNotWritten(Exception):  # noqa: N818
    """A file was not written; an existing one is unchanged."""

    path: Path
    reason: WriteError

    def __str__(self) -> str:
        return f"{self.path.name}: {self.reason.name}"


_FAULTS = {
    errno.EEXIST: WriteError.EXISTS,
    errno.EACCES: WriteError.NOT_ALLOWED,
    errno.EPERM: WriteError.NOT_ALLOWED,
    errno.EROFS: WriteError.NOT_ALLOWED,
    errno.ENOSPC: WriteError.FULL,
    errno.EFBIG: WriteError.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): WriteError.FULL,  # Windows has no quota error
    errno.ENOENT: WriteError.NO_FOLDER,
    errno.ENOTDIR: WriteError.NO_FOLDER,
    errno.ENAMETOOLONG: WriteError.BAD_NAME,
    errno.EINVAL: WriteError.BAD_NAME,
    errno.EISDIR: WriteError.BAD_NAME,
}


def write_bytes_atomically(
    path: Path, content: bytes, *, overwrite: bool = False, private: bool = False
) -> None:
    """Write a temporary file in the same folder, and rename it.

    Even after a power cut, readers find the old file or the new one.

    Args:
        path: the file; of a symbolic link, the target is written.
        content: its new content.
        overwrite: whether an existing file may be replaced.
        private: whether only this user may read it (mode 0600).

    Raises:
        FileNotWritten: the file is unchanged, or still does not exist.
    """
    try:
        _write(Path(os.path.realpath(path)), content, overwrite=overwrite, private=private)
    except ValueError as error:  # a null character in the name
        raise FileNotWritten(path, WriteError.BAD_NAME) from error
    except OSError as error:
        raise FileNotWritten(path, _FAULTS.get(error.errno or 0, WriteError.OTHER)) from error


def _write(path: Path, content: bytes, *, overwrite: bool, private: bool) -> None:
    if not overwrite and path.exists():
        raise FileExistsError(errno.EEXIST, "there is such a file")
    draft = path.with_name(f".luminaria-{secrets.token_hex(8)}.part")
    try:
        mode = 0o600 if private else 0o666  # minus the user's umask
        with open(draft, "xb", opener=lambda name, flags: os.open(name, flags, mode)) as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if overwrite:
            draft.replace(path)
        else:
            rename_to_free_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    _sync_folder(path.parent)


def rename_to_free_name(path: Path, target: Path) -> None:
    """Rename a file or folder within its folder; never replace another, even a concurrent one.

    Raises:
        FileExistsError: the target exists.
        OSError: the file cannot be renamed.
    """
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target))
    if path.is_dir() and not path.is_symlink():  # not linkable; rename replaces empty ones only
        path.rename(target)
        return
    try:
        os.link(path, target)  # unlike rename, never replaces
    except FileExistsError:
        raise
    except OSError:  # FAT has no links: reserve the name first, then replace it
        os.close(os.open(target, os.O_CREAT | os.O_EXCL, 0o600))
        path.replace(target)
    else:
        path.unlink()


def _sync_folder(folder: Path) -> None:
    """Make a rename durable, where the system allows folders to be opened."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


class FileDamaged(Exception):  # noqa: N818
    """A file is larger than its limit, or its content is invalid."""


@dataclass(frozen=True, slots=True)
class StateFile:
    """One file of state."""

    path: Path  # need not exist yet, nor its folder
    limit: int  # bytes; a larger file is damaged

    def read(self, decode: Callable[[bytes], T]) -> T | None:
        """The stored state; None if there is no file.

        Args:
            decode: decodes the content; raises ValueError if it is damaged.

        Raises:
            FileDamaged: it is too large, or `decode` rejects it; the file is unchanged.
            OSError: it cannot be read, or is not a regular file.
        """
        try:
            with open_regular(self.path) as file:
                content = file.read(self.limit + 1)
        except (FileNotFoundError, NotADirectoryError):  # the latter: a file in place of a folder
            return None
        if len(content) > self.limit:
            raise FileDamaged("too large")
        try:
            return decode(content)
        except (ValueError, RecursionError) as error:
            raise FileDamaged(type(error).__name__) from None  # a message may quote the content

    def read_or_set_aside(self, decode: Callable[[bytes], T]) -> tuple[T | None, Path | None]:
        """The stored state, and the path of the backup if the file was damaged.

        Raises:
            OSError: it cannot be read, or it is damaged and cannot be renamed.
        """
        try:
            return self.read(decode), None
        except FileDamaged:
            return None, self.set_aside()

    def set_aside(self) -> Path:
        """Rename the file to a free name `NAME.damaged-N.ENDING` as a backup; return the path.

        Raises:
            OSError: it cannot be renamed.
        """
        for number in count(1):
            name = f"{self.path.stem}.damaged-{number}{self.path.suffix}"
            with suppress(FileExistsError):
                rename_to_free_name(self.path, aside := self.path.with_name(name))
                return aside
        raise AssertionError  # unreachable: `count` is infinite

    def write(self, content: bytes) -> None:
        """Replace the file, or create it and its folder; only this user may read them.

        Raises:
            FileNotWritten: the file is unchanged.
        """
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise FileNotWritten(self.path, WriteError.NO_FOLDER) from error
        write_bytes_atomically(self.path, content, overwrite=True, private=True)

    def remove(self) -> None:
        """Remove the file and its backups.

        Raises:
            OSError: one of them cannot be removed.
        """
        name = f"{escape(self.path.stem)}.damaged-*{escape(self.path.suffix)}"
        for path in (self.path, *self.path.parent.glob(name)):
            path.unlink(missing_ok=True)


def open_regular(path: Path) -> BinaryIO:
    """Open a regular file for reading; a named pipe does not block.

    Raises:
        OSError: it cannot be opened, or is not a regular file.
    """

    def open_at_once(name: str, flags: int) -> int:
        return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))  # not on Windows

    file = open(path, "rb", opener=open_at_once)  # noqa: SIM115  # returned
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return file
