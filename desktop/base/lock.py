"""Locks between the processes of one user, and the private folder for their communication.

The kernel (`flock`) releases a lock when its process ends, even if it is killed. An existing lock
file means nothing.
"""

from __future__ import annotations

import os
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextmanager
def single_instance_lock(name: str, environ: Mapping[str, str]) -> Iterator[bool]:
    """Hold a lock of this account during the block, if no other process holds it.

    Yields: whether the lock is held; True also if no lock file can be created.
    """
    with ExitStack() as stack:
        file = None
        folder = open_private_folder(environ)
        if folder is not None:
            stack.callback(os.close, folder)
            with suppress(OSError):
                file = open_lock(name, folder)
                stack.callback(os.close, file)
        yield file is None or try_lock(file)


def open_lock(name: str, folder: int) -> int:
    """Open the file of a lock in an open folder, created if missing.

    Returns: a descriptor, owned by the caller. Closing it releases the lock; child processes do
        not inherit it.

    Raises:
        OSError: it cannot be opened, or is a link.
    """
    flags = os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW
    return os.open(f"{name}.lock", flags, 0o600, dir_fd=folder)


def try_lock(file: int) -> bool:
    """Acquire the lock of the open `file` without blocking; False if another process holds it."""
    import fcntl  # noqa: PLC0415  # Windows has none

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def open_private_folder(environ: Mapping[str, str]) -> int | None:
    """Open the folder, created if missing. Linux only.

    It is in the runtime folder of the XDG Base Directory Specification, else in the folder for
    temporary files. The checks examine the open descriptor, so that the folder cannot be replaced
    in between.

    Returns: a descriptor of the folder, owned by the caller; None if no folder is private and
        writable.
    """
    for path in _candidates(environ):
        with suppress(OSError):
            if (folder := _open(path)) is not None:
                return folder
    return None


def _candidates(environ: Mapping[str, str]) -> Iterator[Path]:
    runtime = Path(environ.get("XDG_RUNTIME_DIR") or ".")
    with suppress(OSError):
        # With sudo it may belong to another user, who could not use our folder afterwards.
        if runtime.is_absolute() and runtime.stat().st_uid == os.geteuid():
            yield runtime / "luminaria"
    for temporary in (environ.get("TMPDIR"), "/tmp"):  # noqa: S108  # owner and mode are checked
        if temporary and Path(temporary).is_absolute():
            yield Path(temporary) / f"luminaria-{os.geteuid()}"


def _open(path: Path) -> int | None:
    """A descriptor of the folder at `path`; None if it is not private and writable.

    Raises:
        OSError: it cannot be created, or is a link or a file.
    """
    with suppress(FileExistsError):
        path.mkdir(mode=0o700)
    folder = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    status = os.fstat(folder)
    is_private = status.st_uid == os.geteuid() and not status.st_mode & 0o077
    if is_private and os.access(f"/proc/self/fd/{folder}", os.W_OK | os.X_OK):
        return folder
    os.close(folder)
    return None
