"""Contacts and sources as pieces of paper, in an answer and on a page of their own."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from desktop.content.booklet.piece import Frame, Piece, Style, plain
from desktop.languages.loader import section
from desktop.languages.program_strings import PaperStrings
from desktop.pack.markup import Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.answer import ContactInfo, Reference

_COLUMN: Final = 14  # digits and hyphens that fit beside a name


@dataclass(slots=True)
class Contacts:
    """Prints contacts in one language, a card each or all numbers in one frame."""

    lang: str  # BCP 47 tag
    is_short: bool = False  # numbers only, since all the rest is printed at the end
    printed: dict[ContactInfo, None] = field(default_factory=dict)  # a set that keeps its order

    def cards(self, contacts: Iterable[ContactInfo]) -> Iterator[Piece]:
        """The cards of some contacts."""
        for box, contact in enumerate(contacts):
            self.printed[contact] = None
            pieces = self._lines(contact) if self.is_short else self._card(contact)
            for piece in pieces:
                yield replace(piece, frame=Frame.CARD, box=0 if self.is_short else box)

    def directory(self, level: int) -> Iterator[Piece]:
        """A page with full cards of all that were printed, under a heading of `level`."""
        full = replace(self, is_short=False, printed={})
        if cards := list(full.cards(self.printed)):
            title = section(PaperStrings, self.lang).call
            yield _page(title, self.lang, level, anchor=f"{self.lang} contacts")
            yield from cards

    def _lines(self, contact: ContactInfo) -> Iterator[Piece]:
        """A line for each number, the number before it."""
        name = contact.full_name
        for each in contact.numbers:
            about = " · ".join(each.about)
            runs = [Run(name, bold=True)] if name else []
            runs += [Run(f" · {about}" if name else about)] if about else []
            yield _line(each.number, tuple(runs), self.lang)
            name = ""  # once is enough

    def _card(self, contact: ContactInfo) -> Iterator[Piece]:
        yield plain(Style.CONTACT_NAME, contact.full_name, self.lang)
        for each in contact.numbers:
            quiet = (Run(f"   {' · '.join(each.about)}"),) if each.about else ()
            yield Piece(Style.NUMBER, (Run(each.number, bold=True), *quiet), self.lang)
        for line in (" · ".join(contact.facts), contact.web, self._checked(contact)):
            if line:
                yield plain(Style.CONTACT_NOTE, line, self.lang)

    def _checked(self, contact: ContactInfo) -> str:
        if contact.checked_on is None:
            return ""
        words = section(PaperStrings, self.lang)
        checked = words.checked.replace("%1", words.month_of(contact.checked_on))
        return f"{checked}. {words.may_have_changed}" if contact.may_have_changed else checked


def _line(number: str, runs: tuple[Run, ...], lang: str) -> Piece:
    """`number` in a column of its own, unless it is too long for it."""
    if len(number) > _COLUMN:
        return Piece(Style.CONTACT_LINE, (Run(f"{number}  ", bold=True), *runs), lang)
    return Piece(Style.CONTACT_LINE, runs or (Run(" "),), lang, label=number)


@dataclass(slots=True)
class Citations:
    """Numbers the sources of one language from 1, in the order they are first met."""

    lang: str  # BCP 47 tag
    _numbers: dict[Reference, int] = field(default_factory=dict)

    def cite(self, source: Reference) -> str:
        """The number of a source as it is cited, such as "[3]"."""
        return f"[{self._numbers.setdefault(source, len(self._numbers) + 1)}]"

    def listing(self) -> Iterator[Piece]:
        """All sources that were cited, in order."""
        for source, number in self._numbers.items():
            yield replace(plain(Style.SOURCE, source.text, self.lang), label=f"[{number}]")

    def appendix(self, level: int) -> Iterator[Piece]:
        """The list on a page of its own, under a heading of `level`."""
        if self._numbers:
            title = section(PaperStrings, self.lang).sources
            yield _page(title, self.lang, level, anchor=f"{self.lang} sources")
            yield from self.listing()


def _page(title: str, lang: str, level: int, *, anchor: str) -> Piece:
    """The heading of a new page."""
    heading = plain(Style.QUESTION, title, lang)
    return replace(heading, level=level, anchor=anchor, new_page=True)
