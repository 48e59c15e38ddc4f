"""The local date."""

from __future__ import annotations

import datetime as dt


def today() -> dt.date:
    """Today's date in the computer's time zone."""
    return dt.date.today()  # noqa: DTZ011  # local on purpose
