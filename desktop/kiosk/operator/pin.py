"""The operator's PIN, stored as a slow hash that only this account can read. Independent of Qt."""

from __future__ import annotations

import errno
import os
import re
import sys
from enum import Enum, auto
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from argon2 import PasswordHasher
from argon2.exceptions import HashingError, VerificationError

from desktop.base.files import FileNotWritten, StateFile, open_regular

if TYPE_CHECKING:
    from pathlib import Path

SHORTEST: Final = 6  # digits
LONGEST: Final = 12  # digits

# Argon2id, second recommended option of RFC 9106, section 4 (64 MiB of memory, 3 passes, 4
# lanes, 16 bytes of salt, 32 of hash): 0.13 s on two cores of 2023. Explicit, so that a new
# release of the library does not change what old files are compared with.
_HASHER: Final = PasswordHasher(
    time_cost=3, memory_cost=64 * 1024, parallelism=4, hash_len=32, salt_len=16
)
# Only lines of this form are passed to the library, which trusts its input: another number in
# one could allocate all memory.
_LINE: Final = re.compile(r"\$argon2id\$v=19\$m=65536,t=3,p=4\$[\w+/]{22}\$[\w+/]{43}", re.ASCII)
_LONGEST_FILE: Final = 200  # bytes


class WeakPin(ValueError):  # noqa: N818
    """A PIN that is refused; str() is the reason, suitable for display."""


class PinError(Enum):
    """Reasons why a file gives no PIN."""

    MISSING = auto()
    EXPOSED = auto()  # others may have read or made it
    DAMAGED = auto()  # or unreadable


class PinFile:
    """A PIN in a file of one line; there is no PIN until one is set."""

    def __init__(self, path: Path) -> None:
        self._file = StateFile(path, _LONGEST_FILE)

    @property
    def error(self) -> PinError | None:
        """The reason why there is no PIN to compare with; None if there is one."""
        found = self._read()
        return found if isinstance(found, PinError) else None

    @property
    def is_set(self) -> bool:
        """Whether there is a valid file that nobody else can read."""
        return self.error is None

    def set(self, pin: str) -> None:
        """Replace the PIN by `pin`.

        Args:
            pin: 6 to 12 digits.

        Raises:
            WeakPin: it is easily guessed, or not a PIN. The old one is still valid.
            OSError: it cannot be stored. The old one is still valid.
        """
        refuse_weak(pin)
        try:
            line = _HASHER.hash(pin)
            self._file.write(f"{line}\n".encode())
        except HashingError as error:
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from error
        except FileNotWritten as error:
            number = getattr(error.__cause__, "errno", None) or errno.EINVAL
            raise OSError(number, os.strerror(number), self._file.path.name) from error

    def matches(self, pin: str) -> bool:
        """Whether `pin` is the operator's; False if none is set.

        Takes up to a second and 64 MiB: not for the UI thread.
        """
        found = self._read()
        if isinstance(found, PinError):
            return False
        try:
            return _HASHER.verify(found, pin)
        except VerificationError:
            return False

    def _read(self) -> str | PinError:
        """The line in the file, if it is valid and private."""
        try:
            with open_regular(self._file.path) as file:
                if not _is_private(os.fstat(file.fileno())):
                    return PinError.EXPOSED
                line = file.read(self._file.limit).decode("ascii").removesuffix("\n")
        except FileNotFoundError:
            return PinError.MISSING
        except (OSError, ValueError):
            return PinError.DAMAGED
        return line if _LINE.fullmatch(line) else PinError.DAMAGED


def _is_private(status: os.stat_result) -> bool:
    if sys.platform == "win32":  # has no such modes; the user's folder is private there
        return True
    return status.st_uid == os.geteuid() and not status.st_mode & 0o077


def refuse_weak(pin: str) -> None:
    """Refuse a PIN that is easily guessed.

    Raises:
        WeakPin: it is too short or too long, has characters other than digits, or is one digit
            repeated or a run of digits.
    """
    if not re.fullmatch(rf"[0-9]{{{SHORTEST},{LONGEST}}}", pin):
        raise WeakPin(f"Use {SHORTEST} to {LONGEST} digits, and nothing else.")
    steps = {(int(after) - int(before)) % 10 for before, after in pairwise(pin)}
    if steps == {0}:
        raise WeakPin("Use more than one digit: this PIN is easily guessed.")
    if steps in ({1}, {9}):  # 9 is descending, modulo 10
        raise WeakPin("Do not use digits in a row, such as 123456: this PIN is easily guessed.")
