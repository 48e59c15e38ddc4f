"""Data of the operator's panel, and what follows from it. Independent of Qt."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from desktop.pack.freshness import may_have_changed

if TYPE_CHECKING:
    from desktop.kiosk.operator.tallies import TallyError, TallyRow
    from desktop.kiosk.setup.check_result import CheckResult

DAYS_SHOWN: Final = 7


@dataclass(frozen=True, slots=True)
class CheckedContact:
    """A contact, and when it was last checked; None: never, or not stated."""

    name: str
    checked_on: dt.date | None


@dataclass(frozen=True, slots=True)
class OperatorFacts:
    """Everything that the panel shows, as of its opening."""

    today: dt.date
    version: str  # of the program
    pack_title: str  # in the language of the program
    pack_id: str
    pack_version: int
    pack_created: dt.date | None = None
    up_seconds: float = 0.0  # since the kiosk was started
    restarts: int = 0  # after an error since then
    problems: tuple[str, ...] = ()  # errors of the configuration, for display
    can_write: bool = True  # in the folder of settings and tallies
    contacts: tuple[CheckedContact, ...] = ()
    tallies_on: bool = False
    tallies: tuple[TallyRow, ...] = ()
    tally_error: TallyError | None = None
    findings: tuple[CheckResult, ...] | None = None  # None while the pre-flight runs

    @property
    def pack_age(self) -> int | None:
        """Days since the pack was made, not below 0; None if not stated."""
        if self.pack_created is None:
            return None
        return max(0, (self.today - self.pack_created).days)

    def old_contacts(self) -> tuple[CheckedContact, ...]:
        """Contacts that may be outdated: those without a date first, then the oldest."""
        old = [one for one in self.contacts if may_have_changed(one.checked_on, self.today)]
        return tuple(sorted(old, key=lambda one: (one.checked_on or dt.date.min, one.name)))

    def last_days(self) -> tuple[tuple[dt.date, tuple[TallyRow, ...]], ...]:
        """The rows of the last days that have some, the newest day first."""
        days = sorted({row.day for row in self.tallies}, reverse=True)[:DAYS_SHOWN]
        return tuple((day, tuple(row for row in self.tallies if row.day == day)) for day in days)


def span(seconds: float) -> tuple[int, int, int]:
    """Whole days, hours and minutes of a time in seconds."""
    minutes = int(max(0.0, seconds)) // 60
    return minutes // 1440, minutes // 60 % 24, minutes % 60
