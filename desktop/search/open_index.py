"""Finds, builds, opens and verifies the index of a large pack."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Final

import msgspec

from desktop.base.flat_tables import FolderTables
from desktop.base.folders import cache_folder
from desktop.pack.errors import PackErrors
from desktop.pack.stored import StoredPack
from desktop.search.index.cache import Cache, CacheDamaged, discard, verify

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.search.engine import SearchEngine

Indexed = tuple[StoredPack, "Callable[[], SearchEngine]"]
"""A pack that is read from its index, and what opens its search or raises `CacheDamaged`."""

_DAMAGE: Final = (OSError, ValueError, msgspec.MsgspecError, IndexError)


def find_index(path: Path) -> Path | None:
    """The folder of the index of the pack at `path`; None if there is none.

    Raises:
        PackErrors: the file is missing or cannot be a pack.
    """
    try:
        return Cache(cache_folder()).find(path)
    except (OSError, RuntimeError):  # RuntimeError: no home folder
        return None


def build_index(path: Path) -> None:
    """Build the index of the pack at `path`.

    Raises:
        PackErrors: the pack is invalid.
        OSError: the disk is full or not writable.
        RuntimeError: there is no home folder.
    """
    Cache(cache_folder()).make(path)


def open_index(path: Path, make: Callable[[Path], object] | None = None) -> Indexed | None:
    """Open the pack at `path` through its index; None if it has none and `make` builds none.

    Raises:
        PackErrors: the file is missing or cannot be a pack; or from `make`.
    """
    ready = _open_ready(path)
    if ready is None and make:
        with suppress(OSError, RuntimeError):  # no space for an index
            make(path)
        ready = _open_ready(path)
    return ready


def _open_ready(path: Path) -> Indexed | None:
    folder = find_index(path)
    try:
        return open_folder(folder) if folder else None
    except CacheDamaged:
        return None


def open_folder(folder: Path) -> Indexed:
    """Open the pack whose index is in `folder`.

    Raises:
        CacheDamaged: it cannot be read.
    """
    try:
        tables = FolderTables(folder)
        pack = StoredPack(tables)
    except _DAMAGE as error:
        raise CacheDamaged(type(error).__name__) from None
    return pack, lambda: _open_engine(folder, pack, tables)


def _open_engine(folder: Path, pack: StoredPack, tables: FolderTables) -> SearchEngine:
    # Imported here: a window is painted before its search is opened, which brings tantivy.
    import tantivy  # noqa: PLC0415

    from desktop.search.engine import SearchEngine  # noqa: PLC0415
    from desktop.search.index.index import Index  # noqa: PLC0415

    try:
        terms = tantivy.Index.open(str(folder / "terms"))
        terms.config_reader(reload_policy="manual")  # it never changes
        return SearchEngine(pack, Index(pack, tables, terms))
    except _DAMAGE as error:
        discard(folder)  # rebuilt the next time
        raise CacheDamaged(type(error).__name__) from None


def discard_if_damaged(path: Path) -> bool:
    """Verify the index of the pack at `path` by reading all of it; return whether it was discarded.

    A discarded index is rebuilt the next time the pack is opened.
    """
    try:
        folder = find_index(path)
        if folder is None or verify(folder):
            return False
        discard(folder)
    except (PackErrors, OSError):  # the pack or the cache was removed
        return False
    return True
