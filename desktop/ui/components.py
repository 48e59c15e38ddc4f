"""What the program carries and under which licences: the data of the about page. No Qt.

`assets/licences/components.json` lists every part, the texts of the licences stand in
`assets`. Tests compare the list with the lock file and with NOTICE.md.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from desktop.resources import asset

Group = Literal["libraries", "fonts", "system"]


class Component(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part of the program that others have made.

    Attributes:
        group: where the about page lists it.
        name: what its makers call it.
        version: the one that is shipped.
        licence: an SPDX expression, or words where there is none.
        texts: files of the licence's text, below `assets`.
        use: what it is for, by language tag.
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
    """Every part, in the order to show them."""
    raw = asset("licences", "components.json").read_bytes()
    return msgspec.json.decode(raw, type=tuple[Component, ...])


def licence_text(texts: tuple[str, ...]) -> str:
    """The texts of a licence, one below the other, as their authors wrote them.

    Args:
        texts: files below `assets`.

    Raises:
        OSError: a file is missing, so the program was not installed whole.
    """
    parts = [asset(*name.split("/")).read_text("utf-8").strip() for name in texts]
    return f"\n\n\n{'-' * 30}\n\n\n".join(parts)
