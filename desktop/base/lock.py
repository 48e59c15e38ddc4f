"""Locks between the processes of one user.

The kernel (`flock`) releases a lock when its process ends, even if it is killed. An existing lock
file means nothing.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desktop.base.private_folder import open_private_folder

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def only_one(name: str, environ: Mapping[str, str]) -> Iterator[bool]:
    """Hold a lock of this account during the block, if no other process holds it.

    Args:
        name: of the lock.
        environ: the environment variables of the process.

    Yields: whether the lock is held; True also if no lock file can be created.
    """
    file = _open(name, environ)
    try:
        yield file is None or try_lock(file)
    finally:
        if file is not None:
            os.close(file)


def open_lock(name: str, folder: int) -> int:
    """Open the file of a lock, created if missing; child processes do not inherit it.

    Args:
        name: of the lock.
        folder: descriptor of the folder, as from `open_private_folder`.

    Returns: a descriptor, owned by the caller. Closing it releases the lock.

    Raises:
        OSError: it cannot be opened, or is a link.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
    return os.open(f"{name}.lock", flags, 0o600, dir_fd=folder)


def try_lock(file: int) -> bool:
    """Acquire the lock of an open file without blocking; False if another process holds it.

    Args:
        file: descriptor from `open_lock`.
    """
    import fcntl  # noqa: PLC0415  # Windows has none

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _open(name: str, environ: Mapping[str, str]) -> int | None:
    folder = open_private_folder(environ)
    if folder is None:
        return None
    try:
        return open_lock(name, folder)
    except OSError:
        return None
    finally:
        os.close(folder)
