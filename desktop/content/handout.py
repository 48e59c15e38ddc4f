"""The hand-out of an answer: telephone numbers, in plain text, and how to learn one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from desktop.content.answer import PhoneNumber

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.content.answer import Answer, ContactInfo

_DIALLABLE = re.compile(r"[+#*(]*[0-9]")  # how a number begins
_DIALLED = re.compile(r"[^0-9+#*]")  # not a key of a telephone
_GROUP = re.compile(r"[0-9]{1,4}\Z|[0-9]{3}")  # of digits; the last takes up to four


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneLine(PhoneNumber):
    """One number of one contact, not a teletypewriter's; every text is on one line."""

    name: str  # of the contact, its short name if it has one
    short: bool  # whether `name` is the short one, which names no subject
    answered_by: str  # who answers, or ""
    hours: str  # when, or ""

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
    """The part of an answer that is handed over."""

    question: str
    brief: str  # the brief; where there is none, the full reply in plain text, or the question
    lines: tuple[PhoneLine, ...]


def handout(answer: Answer) -> Handout:
    """The hand-out of `answer`.

    Its numbers are those of the contacts that the entry lists, or of the help bar if it lists none,
    then those of the contacts that its text links to.
    """
    question = single_line(answer.question)
    listed = answer.contacts if lines_of(answer.contacts) else answer.help_contacts
    return Handout(
        question=question,
        brief=single_line(answer.brief or answer.plain_text) or question,
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
        number = single_line(each.number.encode("ascii", "ignore").decode())
        if _DIALLABLE.match(number):
            yield PhoneLine(
                number=number,
                kind=each.kind,
                how=each.how,
                name=single_line(contact.label),
                short=bool(contact.short),
                spelled=single_line(each.spelled),
                note=single_line(each.note),
                answered_by=single_line(contact.answered_by),
                hours=single_line(contact.hours),
            )


def single_line(text: str) -> str:
    """`text` on one line, without invisible characters (control and direction marks)."""
    spaced = (" " if char.isspace() else char for char in text)
    return " ".join("".join(char for char in spaced if char.isprintable()).split())


def grouped(number: str) -> str:
    """`number` in groups of at most four digits, with spaces: "233733" gives "233 733".

    Groups that the number has already are kept, and so are "+", "#" and "*".
    """
    runs = re.findall(r"([+#*]*)([0-9]*)", number)
    groups = (sign + " ".join(_GROUP.findall(digits)) for sign, digits in runs)
    return " ".join(filter(None, groups))


def is_same_number(typed: str, number: str) -> bool:
    """Whether both reach the same phone: signs do not count, nor the 1 before an area code."""
    return bool(_plain(number)) and _plain(typed) == _plain(number)


def right_digits(typed: str, number: str) -> int:
    """How many digits of `typed` are right, from the first on."""
    pairs = zip(_plain(typed), _plain(number), strict=False)
    return len(list(takewhile(lambda pair: pair[0] == pair[1], pairs)))


def _plain(number: str) -> str:
    """The digits; of eleven with a 1 before (North America), the ten that follow it."""
    digits = re.sub(r"[^0-9]", "", number)
    return digits[1:] if len(digits) == 11 and digits.startswith("1") else digits
