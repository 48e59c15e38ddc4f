"""One answer as pieces of paper: question, brief, full reply, whom to call, sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from desktop.content.answer import AnswerNotice
from desktop.content.booklet.piece import Frame, Piece, Style, plain
from desktop.languages.loader import section
from desktop.languages.program_strings import PaperStrings
from desktop.pack.markup import BlockKind, Run

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.content.answer import Answer, Reference
    from desktop.content.booklet.appendices import Citations, Contacts
    from desktop.pack.markup import Block

_STYLES = {
    BlockKind.HEADING2: Style.HEADING2,
    BlockKind.HEADING3: Style.HEADING3,
    BlockKind.PARAGRAPH: Style.BODY,
    BlockKind.BULLET: Style.ITEM,
    BlockKind.NUMBERED: Style.ITEM,
}
_DEEPER = {BlockKind.HEADING2: 1, BlockKind.HEADING3: 2}  # than the question
BULLET: Final = "•"


@dataclass(frozen=True, slots=True)
class Printer:
    """Turns answers into pieces, in one language."""

    lang: str  # BCP 47 tag
    level: int  # of a question as a heading, from 1
    contacts: Contacts
    citations: Citations
    is_single: bool  # whether an answer lists its sources itself; else only their numbers

    def pieces_of(self, answer: Answer) -> Iterator[Piece]:
        """All that is printed of `answer`."""
        yield from self._head(answer)
        yield from self._brief(answer)
        sources = {f"source:{source.id}": source for source in answer.sources}
        for block in answer.blocks:
            yield self._block(block, sources)
        if cards := list(self.contacts.cards(answer.all_contacts)):
            yield self._section(section(PaperStrings, self.lang).call)
            yield from cards
        yield from self._sources(answer)

    def _head(self, answer: Answer) -> Iterator[Piece]:
        lang, words = self.lang, section(PaperStrings, self.lang)
        question = plain(Style.QUESTION, answer.question, lang)
        yield replace(question, level=self.level, anchor=f"{lang} {answer.entry_id}")
        if answer.reviewed_on:
            checked = words.facts_checked.replace("%1", words.month_of(answer.reviewed_on))
            yield plain(Style.META, checked, lang)
        texts = {
            AnswerNotice.UNTRANSLATED: words.untranslated,
            AnswerNotice.OUT_OF_DATE: words.out_of_date,
            AnswerNotice.SENSITIVE: words.violence,
        }
        for notice, text in texts.items():
            if notice in answer.notices:
                yield plain(Style.NOTICE, text, lang)

    def _brief(self, answer: Answer) -> Iterator[Piece]:
        if answer.brief:
            label = section(PaperStrings, self.lang).brief
            for style, text in ((Style.BRIEF_LABEL, label), (Style.BRIEF, answer.brief)):
                yield replace(plain(style, text, self.lang), frame=Frame.BRIEF)

    def _block(self, block: Block, sources: Mapping[str, Reference]) -> Piece:
        labels = {BlockKind.BULLET: BULLET, BlockKind.NUMBERED: f"{block.number}."}
        return Piece(
            _STYLES[block.kind],
            tuple(run for each in block.runs for run in self._cited(each, sources)),
            self.lang,
            level=self.level + _DEEPER[block.kind] if block.kind in _DEEPER else 0,
            label=labels.get(block.kind, ""),
        )

    def _cited(self, run: Run, sources: Mapping[str, Reference]) -> Iterator[Run]:
        """`run`, and the number of the source it links to."""
        yield replace(run, link="")
        if source := sources.get(run.link):
            yield Run(f"\u00a0{self.citations.cite(source)}")  # never at the start of a line

    def _sources(self, answer: Answer) -> Iterator[Piece]:
        numbers = [self.citations.cite(source) for source in answer.sources]
        if not numbers:
            return
        title = section(PaperStrings, self.lang).sources
        if self.is_single:
            yield self._section(title)
            yield from self.citations.listing()
        else:
            yield plain(Style.SMALL, f"{title}: {' '.join(numbers)}", self.lang)

    def _section(self, text: str) -> Piece:
        return replace(plain(Style.HEADING2, text, self.lang), level=self.level + 1)
