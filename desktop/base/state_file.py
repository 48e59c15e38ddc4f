"""Files of persistent state: bounded reading, atomic private writing, backups of damaged files."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from glob import escape
from itertools import count
from typing import TYPE_CHECKING, TypeVar

from desktop.base.files import (
    FileNotWritten,
    WriteFault,
    rename_to_free_name,
    write_bytes_atomically,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from typing import BinaryIO

T = TypeVar("T")


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
            raise FileNotWritten(self.path, WriteFault.NO_FOLDER) from error
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
    no_wait = getattr(os, "O_NONBLOCK", 0)  # not on Windows
    file = open(path, "rb", opener=lambda name, flags: os.open(name, flags | no_wait))  # noqa: SIM115  # returned
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return file
