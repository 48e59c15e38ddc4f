"""Problems of a pack and their places, in words for its author."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

T = TypeVar("T")

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
        name = quoted(key)
        return Place(f"{self.path}.{name}" if self.path else name, self.entry, self.lang)

    def tagged(self, tag: str) -> Place:
        """The text in the language `tag` of the object here."""
        lang = tag if _TAG.fullmatch(tag) else ""
        return Place(f"{self.path}.{quoted(tag)}", self.entry, lang)

    def texts(self, texts: Mapping[str, T]) -> Iterator[tuple[T, Place]]:
        """Each of `texts`, the object here, with its place."""
        for tag, text in texts.items():
            yield text, self.tagged(tag)

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

    def items(self, values: Iterable[T]) -> Iterator[tuple[T, Place]]:
        """Each of `values`, the array here, with its place."""
        for at, value in enumerate(values):
            yield value, self.item(at, value)


def quoted(text: str) -> str:
    """`text` for a message: shortened, and without control characters."""
    short = text if len(text) <= 60 else f"{text[:57]}..."
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in short)


class Severity(StrEnum):
    """Severity of a problem."""

    ERROR = "error"
    WARNING = "warning"


class IssueKind(StrEnum):
    """Names of the rules that the form of a pack can violate."""

    FILE = "file"
    SCHEMA = "schema"
    REFERENCE = "reference"
    REPEATED_ID = "repeated-id"
    REPEATED_KEY = "repeated-field"
    UNKNOWN_FIELD = "unknown-field"
    BYTE_ORDER_MARK = "byte-order-mark"


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a pack.

    Attributes:
        where: location in the JSON, or a line of the file.
        expected: the expectation, a sentence.
        remedy: what to do, a sentence.
        kind: an `IssueKind`, or "" for a problem of the contents.
        severity: None for the first of its rule.
    """

    where: Place
    expected: str
    remedy: str
    kind: str = ""
    severity: Severity | None = None

    @property
    def is_error(self) -> bool:
        """Whether the file must be corrected before it can be used."""
        return self.kind not in (IssueKind.UNKNOWN_FIELD, IssueKind.BYTE_ORDER_MARK)


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """A remedy that names the closest of `known`, or `otherwise` if none is close."""
    import difflib  # noqa: PLC0415  # not needed for a valid pack

    close = difflib.get_close_matches(name[:100], list(known), n=1)
    return f'Did you mean "{close[0]}"?' if close else otherwise


def unknown(where: Place, what: str, name: str, known: Iterable[str]) -> Problem:
    """The problem that no `what` of the pack has the id `name`."""
    remedy = did_you_mean(name, sorted(known), f"Add this {what}, or name another one.")
    expected = f'No {what} has the id "{quoted(name)}".'
    return Problem(where, expected, remedy, IssueKind.REFERENCE)
