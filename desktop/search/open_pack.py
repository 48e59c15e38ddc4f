"""From the file of a pack to its search: read whole if it is small, through the cache if not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec

from desktop.base.flat_tables import FolderTables
from desktop.pack.errors import PackErrors
from desktop.pack.reader import read
from desktop.pack.stored import StoredPack
from desktop.search.index.cache import LARGE, Cache, CacheDamaged, cache_folder, discard, verify

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.pack.view import PackView
    from desktop.search.engine import Engine


_DAMAGE: Final = (OSError, ValueError, msgspec.MsgspecError, IndexError)


class Opened(NamedTuple):
    """A large pack that can be shown.

    Attributes:
        pack: read entry by entry from its index.
        make_engine: opens its search, which takes longer; raises `CacheDamaged`.
    """

    pack: PackView
    make_engine: Callable[[], Engine]


def is_large(path: Path) -> bool:
    """Whether the file at `path` is so large that its index is worth keeping."""
    try:
        return path.is_file() and path.stat().st_size >= LARGE
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def open_index(folder: Path) -> Opened:
    """The pack whose index `Cache` found or made.

    Raises:
        CacheDamaged: it cannot be read.
    """
    try:
        tables = FolderTables(folder)
        pack = StoredPack(tables)
    except _DAMAGE as error:
        raise CacheDamaged(type(error).__name__) from None
    return Opened(pack, lambda: _open_engine(folder, pack, tables))


def _open_engine(folder: Path, pack: PackView, tables: FolderTables) -> Engine:
    # Imported here: a window is painted before its search is opened.
    import tantivy  # noqa: PLC0415

    from desktop.search.engine import Engine  # noqa: PLC0415
    from desktop.search.index.index import Index  # noqa: PLC0415

    try:
        terms = tantivy.Index.open(str(folder / "terms"))
        terms.config_reader(reload_policy="manual")  # nothing ever changes it
        return Engine(pack, Index(pack, tables, terms))
    except _DAMAGE as error:
        discard(folder)  # and it is made anew the next time
        raise CacheDamaged(type(error).__name__) from None


def open_ready(path: Path, environ: Mapping[str, str]) -> Opened | None:
    """The pack at `path`, if its index is ready; None if it must be made.

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


def open_search(path: Path, environ: Mapping[str, str]) -> tuple[PackView, Engine]:
    """The pack at `path` and its search, its index made if need be.

    Raises:
        PackErrors: this is no sound pack.
    """
    if is_large(path):
        try:
            opened = open_ready(path, environ)
            if opened is None:
                opened = open_index(Cache(cache_folder(environ)).make(path))
            return opened.pack, opened.make_engine()
        except (CacheDamaged, OSError, RuntimeError):  # no room for a cache: in memory, then
            pass
    from desktop.search.engine import Engine  # noqa: PLC0415  # see `_open_engine`

    pack = read(path)
    return pack, Engine(pack)
