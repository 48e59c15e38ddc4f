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
        path: of its file.
        open_engine: opens its engine; raises OSError if its index is damaged.
        errors: errors of the pack that this one replaces; None if it does not replace one.
    """

    pack: PackView
    path: Path
    open_engine: Callable[[], SearchEngine]
    errors: PackErrors | None = None

    def make_engine(self) -> SearchEngine:
        """Open the engine, or read the pack into memory if its index is damaged.

        Raises:
            PackErrors: the pack cannot be read any more.
        """
        try:
            return self.open_engine()
        except OSError:  # also where the disk is not writable, which opening an index needs
            return _engine(read(self.path))


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
    if is_large(path):
        # Imported here: the first paint of a small pack does not wait for this module.
        from desktop.search.open_index import open_index  # noqa: PLC0415

        if ready := open_index(path, make_index):
            indexed, open_engine = ready
            return OpenedPack(indexed, path, open_engine)
    pack = read(path)
    return OpenedPack(pack, path, lambda: _engine(pack))


def open_indexed(path: Path | None) -> OpenedPack:
    """As `open_pack`, for a command: builds the missing index of a large pack synchronously."""

    def make(large: Path) -> None:
        from desktop.search.open_index import build_index  # noqa: PLC0415  # see `open_pack`

        build_index(large)

    return open_pack(path, make)


def is_large(path: Path) -> bool:
    """Whether the index of the file at `path` is cached."""
    try:
        return path.is_file() and path.stat().st_size >= LARGE
    except (OSError, ValueError):  # ValueError: a NUL in the name
        return False


def _engine(pack: PackView) -> SearchEngine:
    # Imported here: a window is painted before its search is opened, which brings tantivy.
    from desktop.search.engine import SearchEngine  # noqa: PLC0415

    return SearchEngine(pack)
