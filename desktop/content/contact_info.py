"""A contact in one language, as every form of an answer renders it; `answer` makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt


@dataclass(frozen=True, slots=True)
class PhoneNumber:
    """A number of a contact."""

    number: str  # digits as the pack shows them, such as "505-438-3733"
    kind: str  # "call", "text", "call-or-text" or "tty"
    how: str  # the words for `kind`; "" where calling goes without saying
    spelled: str  # the number as a word, or ""
    note: str  # what else a caller must know, or ""

    @property
    def about(self) -> tuple[str, ...]:
        """The words beside the number."""
        return tuple(filter(None, (self.how, self.spelled, self.note)))


@dataclass(frozen=True, slots=True)
class ContactInfo:
    """A contact; texts that the pack lacks are ""."""

    id: str
    name: str  # without the place
    short: str  # the short name, which names no subject
    place: str
    numbers: tuple[PhoneNumber, ...]  # in the order of the pack
    hours: str  # when somebody answers
    answered_by: str
    facts: tuple[str, ...]  # serves, hours, languages, answered by, what happens, reports to
    web: str  # public address
    checked_on: dt.date | None  # when somebody last made sure of it
    may_have_changed: bool  # whether that is too long ago, or never was

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
