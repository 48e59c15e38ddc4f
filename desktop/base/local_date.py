"""The date as the person at this computer sees it."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """The date of today in the computer's time zone."""
    return dt.date.today()  # noqa: DTZ011  # the date on the wall
