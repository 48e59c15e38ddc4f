"""Atomic writing of files."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path


class WriteFault(Enum):
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
    fault: WriteFault

    def __str__(self) -> str:
        return f"{self.path.name}: {self.fault.name}"


_FAULTS = {
    errno.EEXIST: WriteFault.EXISTS,
    errno.EACCES: WriteFault.NOT_ALLOWED,
    errno.EPERM: WriteFault.NOT_ALLOWED,
    errno.EROFS: WriteFault.NOT_ALLOWED,
    errno.ENOSPC: WriteFault.FULL,
    errno.EFBIG: WriteFault.FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): WriteFault.FULL,  # Windows has no quota error
    errno.ENOENT: WriteFault.NO_FOLDER,
    errno.ENOTDIR: WriteFault.NO_FOLDER,
    errno.ENAMETOOLONG: WriteFault.BAD_NAME,
    errno.EINVAL: WriteFault.BAD_NAME,
    errno.EISDIR: WriteFault.BAD_NAME,
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
        raise FileNotWritten(path, WriteFault.BAD_NAME) from error
    except OSError as error:
        raise FileNotWritten(path, _FAULTS.get(error.errno or 0, WriteFault.OTHER)) from error


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
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
