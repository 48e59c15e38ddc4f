"""How long what was checked once can be relied on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import datetime as dt

MAY_HAVE_CHANGED: Final = 180
"""Days after which a contact may have changed."""

TOO_OLD: Final = 365
"""Days after which a contact must not be published unchecked."""


def may_have_changed(checked_on: dt.date | None, today: dt.date) -> bool:
    """Whether a contact was checked so long ago, or never, that a reader should be told."""
    return checked_on is None or (today - checked_on).days > MAY_HAVE_CHANGED
