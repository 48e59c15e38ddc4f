"""A contact in one language, as every form of an answer renders it; `answer` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number of a contact.

    Attributes:
        number: digits as the pack shows them, such as "505-438-3733".
        kind: "call", "text", "call-or-text" or "tty".
        how: the words for `kind`; "" where calling goes without saying.
        spelled: the number as a word, or "".
        note: what else a caller must know, or "".
    """

    number: str
    kind: str
    how: str
    spelled: str
    note: str

    @property
    def about(self) -> tuple[str, ...]:
        """The words beside the number."""
        return tuple(filter(None, (self.how, self.spelled, self.note)))


@dataclass(frozen=True, slots=True)
class ContactInfo:
    """A contact; texts that the pack lacks are "".

    Attributes:
        name: without the place.
        short: the short name, which names no subject.
        numbers: in the order of the pack.
        hours: when somebody answers.
        answered_by: who answers.
        facts: whom it serves, hours, languages, who answers, what happens, whom they tell; those
            that are known.
        web: public address.
        checked_on: when somebody last made sure of it.
        may_have_changed: whether that is too long ago, or never was.
    """

    id: str
    name: str
    short: str
    place: str
    numbers: tuple[PhoneNumber, ...]
    hours: str
    answered_by: str
    facts: tuple[str, ...]
    web: str
    checked_on: dt.date | None
    may_have_changed: bool

    @property
    def full_name(self) -> str:
        """Name and place."""
        return ", ".join(filter(None, (self.name, self.place)))

    @property
    def label(self) -> str:
        """The short name, or the name where there is none."""
        return self.short or self.name

    @property
    def voice_numbers(self) -> tuple[PhoneNumber, ...]:
        """The numbers that need no teletypewriter; those who use one know its relay service."""
        return tuple(number for number in self.numbers if number.kind != "tty")
