from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.pack.freshness import answers_reviewed, contacts_checked, may_have_changed

if TYPE_CHECKING:
    from desktop.pack.model import Pack

CHECKED = dt.date(2026, 1, 1)
OLD, NEW = dt.date(2023, 1, 9), dt.date(2025, 2, 1)


@pytest.mark.parametrize(("days", "changed"), [(-1, False), (0, False), (180, False), (181, True)])
def test_a_contact_may_have_changed_after_half_a_year(days: int, *, changed: bool) -> None:
    assert may_have_changed(CHECKED, CHECKED + dt.timedelta(days)) is changed


def test_a_contact_never_checked_may_have_changed() -> None:
    assert may_have_changed(None, CHECKED)


@pytest.mark.parametrize(
    ("dates", "span"),
    [
        ((), None),
        ((None, None), None),
        ((NEW,), (NEW, NEW)),
        ((NEW, None, OLD), (OLD, NEW)),
    ],
)
def test_the_first_and_last_date_are_told(
    pack: Pack, dates: tuple[dt.date | None, ...], span: tuple[dt.date, dt.date] | None
) -> None:
    entry, contact = pack.entries[0], pack.contacts[0]
    entries = tuple(msgspec.structs.replace(entry, reviewed_on=date) for date in dates)
    contacts = tuple(
        msgspec.structs.replace(contact, id=f"c{at}", checked_on=date)
        for at, date in enumerate(dates)
    )
    changed = msgspec.structs.replace(pack, entries=entries, contacts=contacts)
    assert answers_reviewed(changed) == span
    assert contacts_checked(changed) == span
