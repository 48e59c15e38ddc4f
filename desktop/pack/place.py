"""Locations in the JSON of a pack, in notation for its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_SLUG: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True, slots=True)
class Place:
    """A location in the JSON.

    Attributes:
        path: path from the root, "entries[4] (signs).answer.es".
        entry: id of the entry that contains it, or "".
        lang: language tag of the text that contains it, or "".
    """

    path: str = ""
    entry: str = ""
    lang: str = ""

    def key(self, key: str) -> Place:
        """The member `key` of the object here."""
        name = shown(key)
        return Place(f"{self.path}.{name}" if self.path else name, self.entry, self.lang)

    def tagged(self, tag: str) -> Place:
        """The text in the language `tag` of the object here."""
        lang = tag if _TAG.fullmatch(tag) else ""
        return Place(f"{self.path}.{shown(tag)}", self.entry, lang)

    def line(self, line: int) -> Place:
        """Line `line` of the text here, from 1."""
        return Place(f"{self.path}, line {line}", self.entry, self.lang)

    def item(self, at: int, value: object) -> Place:
        """Item `at` of the array here, named by its id if it has one."""
        identifier = value.get("id") if isinstance(value, dict) else getattr(value, "id", None)
        if not (isinstance(identifier, str) and _SLUG.fullmatch(identifier)):
            return Place(f"{self.path}[{at}]", self.entry, self.lang)
        identifier = identifier[:100]
        entry = identifier if self.path == "entries" else self.entry
        return Place(f"{self.path}[{at}] ({identifier})", entry, self.lang)


def shown(text: str) -> str:
    """`text` for a message: shortened, and without control characters."""
    short = text if len(text) <= 60 else f"{text[:57]}..."
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in short)
