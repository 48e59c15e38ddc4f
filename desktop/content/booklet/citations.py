"""Sources as pieces of paper: numbers in the text, and the list they point to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.content.booklet.piece import Piece, Style, plain
from desktop.languages.loader import section
from desktop.languages.program_strings import PaperStrings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.content.answer import Reference


@dataclass(slots=True)
class Citations:
    """Numbers the sources of one language from 1, in the order they are first met.

    Attributes:
        lang: BCP 47 tag.
    """

    lang: str
    _numbers: dict[Reference, int] = field(default_factory=dict)

    def mark(self, source: Reference) -> str:
        """The number of a source as it is cited, such as "[3]"."""
        return f"[{self._numbers.setdefault(source, len(self._numbers) + 1)}]"

    def listing(self) -> Iterator[Piece]:
        """All sources that were cited, in order."""
        for source, number in self._numbers.items():
            yield replace(plain(Style.SOURCE, source.text, self.lang), label=f"[{number}]")

    def appendix(self, level: int) -> Iterator[Piece]:
        """The list on a page of its own, under a heading of `level`."""
        if self._numbers:
            heading = plain(Style.QUESTION, section(PaperStrings, self.lang).sources, self.lang)
            yield replace(heading, level=level, anchor=self.anchor, new_page=True)
            yield from self.listing()

    @property
    def anchor(self) -> str:
        """Where the appendix begins."""
        return f"{self.lang} sources"
