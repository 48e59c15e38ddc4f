"""Problems of the form of a pack, with messages for its author."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from desktop.pack.place import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.pack.place import Place


class IssueKind(Enum):
    """Kinds of problems."""

    FILE = auto()
    SYNTAX = auto()
    VALUE = auto()
    REFERENCE = auto()
    REPEATED_ID = auto()
    REPEATED_KEY = auto()
    UNKNOWN_FIELD = auto()
    BYTE_ORDER_MARK = auto()


@dataclass(frozen=True, slots=True)
class Problem:
    """A problem of a pack.

    Attributes:
        kind: its kind.
        where: location in the JSON, or a line of the file.
        expected: the expectation, a sentence.
        remedy: what to do, a sentence.
    """

    kind: IssueKind
    where: Place
    expected: str
    remedy: str

    @property
    def is_fault(self) -> bool:
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
    return Problem(IssueKind.REFERENCE, where, f'No {what} has the id "{shown(name)}".', remedy)
