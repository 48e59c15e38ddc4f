"""How old the facts of a pack are. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    from desktop.pack.view import PackView

Span = tuple["dt.date", "dt.date"]
"""The first and the last of some dates."""


def answers_reviewed(pack: PackView) -> Span | None:
    """When the answers were reviewed; None where no answer tells."""
    return _span(entry.reviewed_on for entry in pack.entries)


def contacts_checked(pack: PackView) -> Span | None:
    """When the contacts were checked; None where no contact tells."""
    return _span(contact.checked_on for contact in pack.contacts)


def _span(dates: Iterable[dt.date | None]) -> Span | None:
    known = [date for date in dates if date is not None]
    return (min(known), max(known)) if known else None
