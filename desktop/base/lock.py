"""One kiosk per account. No Qt.

The lock is the kernel's (`flock`): it ends with the process, also with one that is killed, and
the file that stays says nothing.
"""

from __future__ import annotations

import os
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from desktop.base.private_folder import open_private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_FILE: Final = "kiosk.lock"


@contextmanager
def only_one(environ: Mapping[str, str]) -> Iterator[bool]:
    """Be the only kiosk of this account for the length of the block.

    Args:
        environ: the environment variables of the process.

    Yields: whether this is the only one, as far as can be told: where no file can be made, two
        kiosks are better than none.
    """
    file = _open(environ)
    try:
        yield file is None or _is_free(file)
    finally:
        if file is not None:
            os.close(file)


def _open(environ: Mapping[str, str]) -> int | None:
    """A descriptor of the file; Python keeps it from child processes."""
    folder = open_private_folder(environ)
    if folder is None:
        return None
    try:
        with suppress(OSError):
            return os.open(_FILE, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600, dir_fd=folder)
    finally:
        os.close(folder)
    return None


def _is_free(file: int) -> bool:
    """Take the lock, if nobody has it."""
    import fcntl  # noqa: PLC0415  # Windows has none

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
