"""The hand-out of an answer: telephone numbers, in plain text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.answer import Answer
    from desktop.content.contact_info import ContactInfo

_DIALLABLE = re.compile(r"[+#*(]*[0-9]")  # how a number begins
_DIALLED = re.compile(r"[^0-9+#*]")  # not a key of a telephone


@dataclass(frozen=True, slots=True)
class PhoneLine:
    """One number of one contact.

    Attributes:
        number: in digits, as the pack shows it, ASCII: "505-438-3733".
        kind: "call", "text" or "call-or-text".
        name: of the contact, its short name if it has one.
        how: the words for `kind`; "" where calling goes without saying.
        short: whether `name` is the short one, which names no subject.
        spelled: the number as a word, or "".
        note: what a caller must know, or "".
        answered_by: who answers, or "".
        hours: when, or "".
    """

    number: str
    kind: str
    name: str
    how: str = ""
    short: bool = False
    spelled: str = ""
    note: str = ""
    answered_by: str = ""
    hours: str = ""

    @property
    def dialled(self) -> str:
        """The keys to press on a telephone: digits, "+", "#" and "*"."""
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
    """The part of an answer that is handed over.

    Attributes:
        question: as the pack asks it.
        brief: the brief; where there is none, the full reply in plain text, or the question.
        lines: numbers of the contacts that the entry lists, those of the help bar where it lists
            none; then of those that its text links to.
    """

    question: str
    brief: str
    lines: tuple[PhoneLine, ...]


def handout(answer: Answer) -> Handout:
    """The hand-out of `answer`."""
    question = tidy(answer.question)
    listed = answer.contacts if lines_of(answer.contacts) else answer.help_contacts
    return Handout(
        question=question,
        brief=tidy(answer.brief or answer.plain_text) or question,
        lines=lines_of((*listed, *answer.linked_contacts)),
    )


def lines_of(contacts: Iterable[ContactInfo]) -> tuple[PhoneLine, ...]:
    """The numbers of some contacts, in order, each number once.

    Relay services for teletypewriters are left out (those who use them know the number), and
    so is what cannot be dialled.
    """
    found: dict[tuple[str, str], PhoneLine] = {}
    for contact in contacts:
        for line in _lines(contact):
            found.setdefault((line.number, line.kind), line)
    return tuple(found.values())


def _lines(contact: ContactInfo) -> Iterator[PhoneLine]:
    for each in contact.voice_numbers:
        number = tidy(each.number.encode("ascii", "ignore").decode())
        if _DIALLABLE.match(number):
            yield PhoneLine(
                number=number,
                kind=each.kind,
                how=each.how,
                name=tidy(contact.label),
                short=bool(contact.short),
                spelled=tidy(each.spelled),
                note=tidy(each.note),
                answered_by=tidy(contact.answered_by),
                hours=tidy(contact.hours),
            )


def tidy(text: str) -> str:
    """`text` on one line, without invisible characters (control and direction marks)."""
    spaced = (" " if char.isspace() else char for char in text)
    return " ".join("".join(char for char in spaced if char.isprintable()).split())
