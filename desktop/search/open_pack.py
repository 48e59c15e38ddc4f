"""Opens a pack and its search: a small one in memory, a large one through its cached index."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.base.resources import flagship_pack
from desktop.pack.reader import read

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.pack.errors import PackErrors
    from desktop.pack.view import PackView
    from desktop.search.engine import SearchEngine

LARGE: Final = 4_000_000  # bytes: the index of a pack from this size on is cached


@dataclass(frozen=True, slots=True)
class OpenedPack:
    """A pack, and its search engine, which takes longer to open.

    Attributes:
        pack: the pack.
        open_engine: opens its engine; raises `CacheDamaged` or OSError if its index is damaged.
        make_engine: the same, but then reads the pack into memory; raises `PackErrors` if that
            is not possible any more.
        errors: errors of the pack that this one replaces; None if it does not replace one.
    """

    pack: PackView
    open_engine: Callable[[], SearchEngine]
    make_engine: Callable[[], SearchEngine]
    errors: PackErrors | None = None


def open_pack(path: Path | None, make_index: Callable[[Path], object] | None = None) -> OpenedPack:
    """Open a pack; a large one through its index, if there is one or it can be built.

    Args:
        path: of the pack; None for the one shipped with the program.
        make_index: builds the missing index of the large pack at a path; None to read such a
            pack into memory.

    Raises:
        PackErrors: the file cannot be read or is not a valid pack.
    """
    path = path or flagship_pack()
    if is_large(path) and (opened := _indexed(path, make_index)):
        return opened
    pack = read(path)

    def make_engine() -> SearchEngine:
        # Imported here: a window is painted before its search is opened, which brings tantivy.
        from desktop.search.engine import SearchEngine  # noqa: PLC0415

        return SearchEngine(pack)

    return OpenedPack(pack, make_engine, make_engine)


def open_indexed(path: Path | None) -> OpenedPack:
    """As `open_pack`, for a command: builds the missing index of a large pack synchronously."""

    def make(large: Path) -> None:
        from desktop.search.open_index import build_index  # noqa: PLC0415  # see `_indexed`

        build_index(large)

    return open_pack(path, make)


def is_large(path: Path) -> bool:
    """Whether the index of the file at `path` is cached."""
    try:
        return path.is_file() and path.stat().st_size >= LARGE
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def _indexed(path: Path, make_index: Callable[[Path], object] | None) -> OpenedPack | None:
    """A large pack through its index; None if there is none and none can be built."""
    # Imported here: the first paint of a small pack does not wait for this module.
    from desktop.search.open_index import engine_or_read, open_index  # noqa: PLC0415

    ready = open_index(path, make_index)
    if ready is None:
        return None
    return OpenedPack(ready.pack, ready.open_engine, lambda: engine_or_read(ready, path))
