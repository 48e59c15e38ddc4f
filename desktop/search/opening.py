"""From the file of a pack to its search: read whole if it is small, through the cache if not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pack.errors import PackErrors
from desktop.pack.reader import read
from desktop.search.cache import (
    LARGE,
    Cache,
    CacheDamaged,
    cache_folder,
    discard,
    open_index,
    verify,
)
from desktop.search.engine import Engine

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from desktop.pack.model import Pack


def is_large(path: Path) -> bool:
    """Whether the file at `path` is so large that its index is worth keeping."""
    try:
        return path.is_file() and path.stat().st_size >= LARGE
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def open_ready(path: Path, environ: Mapping[str, str]) -> tuple[Pack, Engine] | None:
    """The pack at `path` and its search, if its index is ready; None if it must be made.

    Raises:
        PackErrors: there is no file that may be a pack.
    """
    try:
        folder = Cache(cache_folder(environ)).find(path)
        return open_index(folder) if folder else None
    except (CacheDamaged, OSError, RuntimeError):  # RuntimeError: no home folder
        return None


def discard_if_damaged(path: Path, environ: Mapping[str, str]) -> bool:
    """Look at every byte of the index of the pack at `path`; whether it had to be discarded.

    It is made anew the next time the pack is opened. Takes as long as to read the index.
    """
    try:
        folder = Cache(cache_folder(environ)).find(path)
        if folder is None or verify(folder):
            return False
        discard(folder)
    except (PackErrors, OSError, RuntimeError):  # the pack or the cache is gone meanwhile
        return False
    return True


def open_search(path: Path, environ: Mapping[str, str]) -> tuple[Pack, Engine]:
    """The pack at `path` and its search, its index made if need be.

    Raises:
        PackErrors: this is no sound pack.
    """
    if is_large(path):
        ready = open_ready(path, environ)
        if ready:
            return ready
        try:
            return open_index(Cache(cache_folder(environ)).make(path))
        except (CacheDamaged, OSError, RuntimeError):  # no room for a cache: in memory, then
            pass
    pack = read(path)
    return pack, Engine(pack)
