"""Third-party components and their licences, the data of the about page. Does not import Qt.

`assets/licences/components.json` lists each component; the licence texts are in `assets`.
Tests compare the list with the lock file and with NOTICE.md.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Literal

import msgspec

from desktop.base.resources import asset

if TYPE_CHECKING:
    from pathlib import Path

Group = Literal["libraries", "fonts", "system"]


class Component(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Third-party part of the program.

    Attributes:
        group: section of the about page.
        name: name given by its authors.
        version: the one that is shipped.
        licence: an SPDX expression, or a description where there is none.
        texts: files of the licence's text, below `assets`.
        use: purpose, by language tag.
        package: its name in the lock files, "" where it comes from elsewhere.
    """

    group: Group
    name: str
    version: str
    licence: str
    texts: tuple[str, ...]
    use: dict[str, str]
    package: str = ""


def components() -> tuple[Component, ...]:
    """All components, in display order."""
    raw = asset("licences", "components.json").read_bytes()
    return msgspec.json.decode(raw, type=tuple[Component, ...])


def licence_text(texts: tuple[str, ...]) -> str:
    """The texts of a licence, files below `assets`, one below the other, as they were written.

    Raises:
        OSError: a file is missing: the installation is incomplete.
    """
    parts = [_read(asset(*name.split("/"))).strip() for name in texts]
    return f"\n\n\n{'-' * 30}\n\n\n".join(parts)


def _read(path: Path) -> str:
    """Text of a file; long ones are gzipped to keep the executable small."""
    data = path.read_bytes()
    return (zlib.decompress(data, wbits=31) if path.suffix == ".gz" else data).decode()
