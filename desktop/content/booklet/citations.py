"""Sources as pieces of paper: numbers in the text, and the list they point to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop.content.booklet.piece import Piece, Style, plain
from desktop.content.booklet.words import words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pack.model import Source
    from desktop.pack.view import PackView


@dataclass(slots=True)
class Citations:
    """Numbers the sources of one language from 1, in the order they are first met.

    Attributes:
        pack: whose sources.
        lang: BCP 47 tag.
    """

    pack: PackView
    lang: str
    _numbers: dict[str, int] = field(default_factory=dict)

    def mark(self, source_id: str) -> str:
        """What stands for a source, such as "[3]"; "" if there is no such source."""
        if source_id not in self.pack.source_by_id:
            return ""
        return f"[{self._numbers.setdefault(source_id, len(self._numbers) + 1)}]"

    def listing(self) -> Iterator[Piece]:
        """All sources that were marked, in order."""
        for source_id, number in self._numbers.items():
            text = self._about(self.pack.source_by_id[source_id])
            yield replace(plain(Style.SOURCE, text, self.lang), label=f"[{number}]")

    def appendix(self, level: int) -> Iterator[Piece]:
        """The list on a page of its own, under a heading of `level`."""
        if self._numbers:
            heading = plain(Style.QUESTION, words_in(self.lang).sources, self.lang)
            yield replace(heading, level=level, anchor=self.anchor, new_page=True)
            yield from self.listing()

    @property
    def anchor(self) -> str:
        """Where the appendix begins."""
        return f"{self.lang} sources"

    def _about(self, source: Source) -> str:
        title = self.pack.text(source.title, self.lang)
        facts = (title, source.publisher, source.date or "", source.address)
        return ". ".join(fact.rstrip(".") for fact in facts if fact)
