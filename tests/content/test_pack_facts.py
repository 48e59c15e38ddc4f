from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.pack_facts import answers_reviewed, contacts_checked

if TYPE_CHECKING:
    from desktop.pack.model import Pack

OLD, NEW = dt.date(2023, 1, 9), dt.date(2025, 2, 1)


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
    contacts = tuple(msgspec.structs.replace(contact, checked_on=date) for date in dates)
    changed = msgspec.structs.replace(pack, entries=entries, contacts=contacts)
    assert answers_reviewed(changed) == span
    assert contacts_checked(changed) == span
