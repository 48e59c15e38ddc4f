from __future__ import annotations

import datetime as dt

import pytest

from desktop.pack.freshness import may_have_changed

CHECKED = dt.date(2026, 1, 1)


@pytest.mark.parametrize(("days", "changed"), [(-1, False), (0, False), (180, False), (181, True)])
def test_a_contact_may_have_changed_after_half_a_year(days: int, *, changed: bool) -> None:
    assert may_have_changed(CHECKED, CHECKED + dt.timedelta(days)) is changed


def test_a_contact_never_checked_may_have_changed() -> None:
    assert may_have_changed(None, CHECKED)
