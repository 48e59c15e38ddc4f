"""Locks between the processes of one user.

A lock is the kernel's (`flock`): it ends with the process, also with one that is killed, and the
file that stays says nothing.
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
    """Be the only process of this account that holds a lock for the length of the block.

    Args:
        name: of the lock.
        environ: the environment variables of the process.

    Yields: whether this is the only one, as far as can be told: where no file can be made, two
        are better than none.
    """
    file = _open(name, environ)
    try:
        yield file is None or try_lock(file)
    finally:
        if file is not None:
            os.close(file)


def open_lock(name: str, folder: int) -> int:
    """Open the file of a lock, made if need be; Python keeps it from child processes.

    Args:
        name: of the lock.
        folder: descriptor of the folder, as from `open_private_folder`.

    Returns: a descriptor, owned by the caller. The lock ends when it is closed.

    Raises:
        OSError: it cannot be opened, or is a link.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
    return os.open(f"{name}.lock", flags, 0o600, dir_fd=folder)


def try_lock(file: int) -> bool:
    """Take the lock of an open file, without waiting; False if another process has it.

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
