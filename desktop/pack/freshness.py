"""Age of the facts of a pack, and how long a check is valid."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from desktop.pack.view import PackView

Span = tuple["dt.date", "dt.date"]
"""The first and the last of several dates."""

MAY_HAVE_CHANGED: Final = 180
"""Days after which a contact may have changed."""

TOO_OLD: Final = 365
"""Days after which a contact must not be published unchecked."""


def may_have_changed(checked_on: dt.date | None, today: dt.date) -> bool:
    """Whether readers should see that a contact was checked long ago or never."""
    return checked_on is None or (today - checked_on).days > MAY_HAVE_CHANGED


def check_dates(pack: PackView) -> dict[str, dt.date | None]:
    """The date of the check of each contact, by its id; None if unknown."""
    return {contact.id: contact.checked_on for contact in pack.contacts}


def contacts_checked(pack: PackView) -> Span | None:
    """The dates of the contacts' checks; None if no contact has one."""
    return _span(check_dates(pack).values())


def answers_reviewed(pack: PackView) -> Span | None:
    """The dates of the answers' reviews; None if no answer has one."""
    return _span(entry.reviewed_on for entry in pack.entries)


def _span(dates: Iterable[dt.date | None]) -> Span | None:
    known = [date for date in dates if date is not None]
    return (min(known), max(known)) if known else None
