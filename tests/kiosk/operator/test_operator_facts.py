from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from desktop.kiosk.operator.operator_facts import DAYS_SHOWN, CheckedContact, OperatorFacts, span
from desktop.kiosk.operator.tallies import TallyRow

TODAY = dt.date(2026, 3, 9)
FACTS = OperatorFacts(today=TODAY, version="1", pack_title="T", pack_id="t", pack_version=1)


@pytest.mark.parametrize(
    ("made", "age"), [(None, None), (TODAY, 0), (dt.date(2026, 3, 1), 8), (dt.date(2027, 1, 1), 0)]
)
def test_the_age_of_a_pack(made: dt.date | None, age: int | None) -> None:
    assert replace(FACTS, pack_created=made).pack_age == age


def test_old_contacts_stand_oldest_first() -> None:
    days = {"fresh": 0, "edge": 180, "old": 181, "older": 400}
    contacts = [CheckedContact(name, TODAY - dt.timedelta(ago)) for name, ago in days.items()]
    facts = replace(FACTS, contacts=(*contacts, CheckedContact("never", None)))
    assert [one.name for one in facts.old_contacts()] == ["never", "older", "old"]


def test_the_last_days_stand_newest_first() -> None:
    days = [TODAY - dt.timedelta(ago) for ago in range(DAYS_SHOWN + 3)]
    rows = tuple(TallyRow(day, entry, "es", "<5") for day in sorted(days) for entry in ("a", "b"))
    shown = replace(FACTS, tallies=rows).last_days()
    assert [day for day, _ in shown] == days[:DAYS_SHOWN]
    assert all([row.entry for row in of_day] == ["a", "b"] for _, of_day in shown)


@pytest.mark.parametrize(
    ("seconds", "parts"),
    [(0, (0, 0, 0)), (59.9, (0, 0, 0)), (3660, (0, 1, 1)), (90_000, (1, 1, 0)), (-5, (0, 0, 0))],
)
def test_a_span_in_whole_units(seconds: float, parts: tuple[int, int, int]) -> None:
    assert span(seconds) == parts
