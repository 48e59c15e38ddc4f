"""One entry as pieces of paper: question, brief, answer, whom to call, sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from desktop.content.booklet.piece import Frame, Piece, Style, plain
from desktop.content.booklet.words import month, words_in
from desktop.pack import translation
from desktop.pack.markup import BlockKind, Run, parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.content.booklet.citations import Citations
    from desktop.content.booklet.contacts import Contacts
    from desktop.pack.markup import Block
    from desktop.pack.model import Entry
    from desktop.pack.view import PackView

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
    """Turns entries into pieces, in one language.

    Attributes:
        pack: the pack; texts fall back as `Pack.text` does.
        lang: BCP 47 tag.
        level: of a question as a heading, from 1.
        contacts: prints whom to call.
        citations: numbers the sources.
        is_single: whether an answer lists its sources itself; else only their numbers.
    """

    pack: PackView
    lang: str
    level: int
    contacts: Contacts
    citations: Citations
    is_single: bool

    def pieces_of(self, entry: Entry) -> Iterator[Piece]:
        """All that is printed of `entry`."""
        blocks = parse(self.pack.text(entry.answer, self.lang))[0]
        yield from self._head(entry)
        yield from self._brief(entry)
        for block in blocks:
            yield self._block(block)
        yield from self._whom_to_call(_linked("contact", entry.contacts, blocks))
        yield from self._sources(_linked("source", entry.sources, blocks))

    def _head(self, entry: Entry) -> Iterator[Piece]:
        lang, words = self.lang, words_in(self.lang)
        question = plain(Style.QUESTION, self.pack.text(entry.question, lang), lang)
        yield replace(question, level=self.level, anchor=f"{lang} {entry.id}")
        if entry.reviewed_on:
            checked = words.facts_checked.replace("%1", month(entry.reviewed_on, lang))
            yield plain(Style.META, checked, lang)
        for notice in self._notices(entry):
            yield plain(Style.NOTICE, notice, lang)

    def _notices(self, entry: Entry) -> Iterator[str]:
        words, source = words_in(self.lang), self.pack.languages[0]
        if any(text and not text.get(self.lang) for text in (entry.brief, entry.answer)):
            yield words.untranslated
        if translation.state(entry, self.lang, source=source) is translation.State.OUT_OF_DATE:
            yield words.out_of_date
        if entry.sensitive:
            yield words.violence

    def _brief(self, entry: Entry) -> Iterator[Piece]:
        if brief := self.pack.text(entry.brief, self.lang):
            label = words_in(self.lang).brief
            for style, text in ((Style.BRIEF_LABEL, label), (Style.BRIEF, brief)):
                yield replace(plain(style, text, self.lang), frame=Frame.BRIEF)

    def _block(self, block: Block) -> Piece:
        labels = {BlockKind.BULLET: BULLET, BlockKind.NUMBERED: f"{block.number}."}
        return Piece(
            _STYLES[block.kind],
            tuple(run for each in block.runs for run in self._cited(each)),
            self.lang,
            level=self.level + _DEEPER[block.kind] if block.kind in _DEEPER else 0,
            label=labels.get(block.kind, ""),
        )

    def _cited(self, run: Run) -> Iterator[Run]:
        """`run`, and the number of the source it links to."""
        yield replace(run, link="")
        kind, _, target = run.link.partition(":")
        if kind == "source" and (mark := self.citations.mark(target)):
            yield Run(f"\u00a0{mark}")  # never at the start of a line

    def _whom_to_call(self, ids: Sequence[str]) -> Iterator[Piece]:
        if cards := list(self.contacts.cards(ids)):
            yield self._section(words_in(self.lang).call)
            yield from cards

    def _sources(self, ids: Sequence[str]) -> Iterator[Piece]:
        marks = [mark for each in ids if (mark := self.citations.mark(each))]
        if not marks:
            return
        title = words_in(self.lang).sources
        if self.is_single:
            yield self._section(title)
            yield from self.citations.listing()
        else:
            yield plain(Style.SMALL, f"{title}: {' '.join(marks)}", self.lang)

    def _section(self, text: str) -> Piece:
        return replace(plain(Style.HEADING2, text, self.lang), level=self.level + 1)


def _linked(kind: str, ids: Sequence[str], blocks: Sequence[Block]) -> tuple[str, ...]:
    """`ids` and those that links of the answer lead to, each once."""
    links = (run.link.partition(":") for block in blocks for run in block.runs)
    return tuple(dict.fromkeys((*ids, *(link[2] for link in links if link[0] == kind))))
