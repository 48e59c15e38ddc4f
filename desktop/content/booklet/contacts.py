"""Contacts as pieces of paper: a card each, or all numbers in one frame."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from desktop.content.booklet.piece import Frame, Piece, Style, plain
from desktop.content.booklet.words import month, words_in
from desktop.pack.freshness import may_have_changed
from desktop.pack.markup import Run

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator

    from desktop.pack.model import Contact, Phone
    from desktop.pack.view import PackView

_COLUMN: Final = 14  # digits and hyphens that fit beside a name


@dataclass(slots=True)
class Contacts:
    """Prints contacts in one language, and remembers which.

    Attributes:
        pack: whose contacts.
        lang: BCP 47 tag.
        today: decides which contacts may have changed.
        is_short: numbers only, since all the rest is printed at the end.
        printed: ids of those that were printed.
    """

    pack: PackView
    lang: str
    today: dt.date
    is_short: bool = False
    printed: dict[str, None] = field(default_factory=dict)  # a set that keeps its order

    def cards(self, ids: Iterable[str]) -> Iterator[Piece]:
        """The cards of some contacts; unknown ids have none."""
        for box, each in enumerate(each for each in ids if each in self.pack.contact_by_id):
            self.printed[each] = None
            contact = self.pack.contact_by_id[each]
            pieces = self._lines(contact) if self.is_short else self._card(contact)
            for piece in pieces:
                yield replace(piece, frame=Frame.CARD, box=0 if self.is_short else box)

    def directory(self, level: int) -> Iterator[Piece]:
        """A page with full cards of all that were printed, under a heading of `level`."""
        full = replace(self, is_short=False, printed={})
        if cards := list(full.cards(self.printed)):
            heading = plain(Style.QUESTION, words_in(self.lang).call, self.lang)
            yield replace(heading, level=level, anchor=self.anchor, new_page=True)
            yield from cards

    @property
    def anchor(self) -> str:
        """Where the directory begins."""
        return f"{self.lang} contacts"

    def _lines(self, contact: Contact) -> Iterator[Piece]:
        """A line for each number, the number before it."""
        name = self._name(contact)
        for phone in contact.phones:
            about = self._about(phone)
            runs = [Run(name, bold=True)] if name else []
            runs += [Run(f" · {about}" if name else about)] if about else []
            yield _line(phone.number, tuple(runs), self.lang)
            name = ""  # once is enough

    def _card(self, contact: Contact) -> Iterator[Piece]:
        yield plain(Style.CONTACT_NAME, self._name(contact), self.lang)
        for phone in contact.phones:
            about = self._about(phone)
            quiet = (Run(f"   {about}"),) if about else ()
            yield Piece(Style.NUMBER, (Run(phone.number, bold=True), *quiet), self.lang)
        facts = (
            contact.serves,
            contact.hours,
            contact.languages,
            contact.answered_by,
            contact.what_happens,
            contact.reports_to,
        )
        told = " · ".join(text for fact in facts if (text := self.pack.text(fact, self.lang)))
        for line in (told, contact.web, self._checked(contact)):
            if line:
                yield plain(Style.CONTACT_NOTE, line, self.lang)

    def _name(self, contact: Contact) -> str:
        name = self.pack.text(contact.name, self.lang)
        return ", ".join(filter(None, (name, contact.place)))

    def _about(self, phone: Phone) -> str:
        kind = words_in(self.lang).kinds.get(phone.kind)
        note = self.pack.text(phone.note, self.lang)
        return " · ".join(filter(None, (kind, phone.spelled, note)))

    def _checked(self, contact: Contact) -> str:
        date, words = contact.checked_on, words_in(self.lang)
        if date is None:
            return ""
        told = words.checked.replace("%1", month(date, self.lang))
        return f"{told}. {words.may_have_changed}" if may_have_changed(date, self.today) else told


def _line(number: str, runs: tuple[Run, ...], lang: str) -> Piece:
    """`number` in a column of its own, unless it is too long for it."""
    if len(number) > _COLUMN:
        return Piece(Style.CONTACT_LINE, (Run(f"{number}  ", bold=True), *runs), lang)
    return Piece(Style.CONTACT_LINE, runs or (Run(" "),), lang, label=number)
