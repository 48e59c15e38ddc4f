"""What is handed over of an entry: one language, whom to reach, in plain words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.pack.markup import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.pack.model import Contact, Entry
    from desktop.pack.view import PackView

_DIALLABLE = re.compile(r"[+#*(]*[0-9]")  # how a number begins
_DIALLED = re.compile(r"[^0-9+#*]")  # what is not pressed on a telephone


@dataclass(frozen=True, slots=True)
class Line:
    """One number of one contact.

    Attributes:
        number: in digits, as the pack shows it, ASCII: "505-438-3733".
        kind: "call", "text" or "call-or-text".
        name: of the contact, its short name if it has one.
        short: whether `name` is the short one, which names no subject.
        spelled: the number as a word, or "".
        note: what a caller must know, or "".
        answered_by: who answers, or "".
        hours: when, or "".
    """

    number: str
    kind: str
    name: str
    short: bool = False
    spelled: str = ""
    note: str = ""
    answered_by: str = ""
    hours: str = ""

    @property
    def dialled(self) -> str:
        """What is pressed on a telephone: digits, "+", "#" and "*"."""
        return _DIALLED.sub("", self.number)

    @property
    def takes_calls(self) -> bool:
        """Whether it can be called."""
        return self.kind != "text"

    @property
    def takes_texts(self) -> bool:
        """Whether it can be sent a text message."""
        return self.kind != "call"


@dataclass(frozen=True, slots=True)
class Handout:
    """An entry in one language.

    Attributes:
        lang: BCP 47 tag.
        title: the pack's neutral title, "" if it has none.
        question: as the pack asks it.
        brief: the brief; where there is none, the answer in plain text, or the question.
        lines: numbers of the entry's contacts, those of the help bar where it has none.
    """

    lang: str
    title: str
    question: str
    brief: str
    lines: tuple[Line, ...]


def handout(pack: PackView, entry: Entry, lang: str) -> Handout:
    """What is handed over of `entry` in `lang`; texts fall back as `Pack.text` does."""
    question = tidy(pack.text(entry.question, lang))
    brief = pack.text(entry.brief, lang) or plain_text(pack.text(entry.answer, lang))
    return Handout(
        lang=lang,
        title=tidy(pack.text(pack.manifest.neutral_title, lang)),
        question=question,
        brief=tidy(brief) or question,
        lines=lines_of(pack, entry.contacts, lang) or help_lines(pack, lang),
    )


def help_lines(pack: PackView, lang: str) -> tuple[Line, ...]:
    """The numbers of the help bar."""
    return lines_of(pack, pack.manifest.help, lang)


def lines_of(pack: PackView, contact_ids: Iterable[str], lang: str) -> tuple[Line, ...]:
    """The numbers of some contacts, in order, each number once.

    Relay services for teletypewriters are left out (those who use them know the number), and
    so is what cannot be dialled. Unknown ids have no numbers.
    """
    contacts = [pack.contact_by_id[each] for each in contact_ids if each in pack.contact_by_id]
    found: dict[tuple[str, str], Line] = {}
    for contact in contacts:
        for line in _lines(pack, contact, lang):
            found.setdefault((line.number, line.kind), line)
    return tuple(found.values())


def _lines(pack: PackView, contact: Contact, lang: str) -> Iterator[Line]:
    short = pack.text(contact.short_name, lang)
    for phone in contact.phones:
        number = tidy(phone.number.encode("ascii", "ignore").decode())
        if phone.kind != "tty" and _DIALLABLE.match(number):
            yield Line(
                number=number,
                kind=phone.kind,
                name=tidy(short or pack.text(contact.name, lang)),
                short=bool(short),
                spelled=tidy(phone.spelled),
                note=tidy(pack.text(phone.note, lang)),
                answered_by=tidy(pack.text(contact.answered_by, lang)),
                hours=tidy(pack.text(contact.hours, lang)),
            )


def tidy(text: str) -> str:
    """`text` on one line, without what cannot be seen (control and direction marks)."""
    spaced = (" " if char.isspace() else char for char in text)
    return " ".join("".join(char for char in spaced if char.isprintable()).split())
