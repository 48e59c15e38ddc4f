from __future__ import annotations

import datetime as dt
import os
import time
from typing import TYPE_CHECKING

import pytest

from desktop.base.local_date import today

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(params=["<+14>-14", "<-12>12"])
def hours(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The offset of a time zone at either end of the day."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield -int(request.param.partition(">")[2])
    monkeypatch.undo()
    time.tzset()


@pytest.mark.skipif(os.name != "posix", reason="needs tzset")
def test_today_is_the_date_where_the_computer_is(hours: int) -> None:
    zone = dt.timezone(dt.timedelta(hours=hours))
    before = dt.datetime.now(zone).date()
    assert before <= today() <= dt.datetime.now(zone).date()
