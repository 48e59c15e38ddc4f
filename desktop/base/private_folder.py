"""The private folder for communication between the running programs of one user."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def open_private_folder(environ: Mapping[str, str]) -> int | None:
    """Open the folder, created if missing. Linux only.

    It is in the runtime folder of the XDG Base Directory Specification, else in the folder for
    temporary files. The checks examine the open descriptor, so that the folder cannot be replaced
    in between.

    Args:
        environ: the environment variables of the process.

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
    if status.st_uid == os.geteuid() and not status.st_mode & 0o077 and _may_write(folder):
        return folder
    os.close(folder)
    return None


def _may_write(folder: int) -> bool:
    return os.access(f"/proc/self/fd/{folder}", os.W_OK | os.X_OK)
