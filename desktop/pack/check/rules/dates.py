"""Rules about the dates of checks and reviews."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import (
    BOTH,
    ERROR,
    WARNING,
    Rule,
    RuleContext,
    Severity,
    Violation,
    contacts,
    entries,
)
from desktop.pack.freshness import MAY_HAVE_CHANGED, TOO_OLD
from desktop.pack.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

_GRACE: Final = dt.timedelta(days=1)
"""Allows for the author's time zone."""


def _contact_age(case: RuleContext) -> Iterator[Violation]:
    remedy = "Check its numbers and hours again, then write the date of the check."
    for contact, where in contacts(case.pack):
        if contact.checked_on is None:
            yield Violation(
                where,
                'A contact says when it was last checked, in "checked_on".',
                f'Check it, then write the date, such as "{case.today}".',
                Severity.WARNING,
            )
            continue
        age = (case.today - contact.checked_on).days
        if age > MAY_HAVE_CHANGED:
            limit = TOO_OLD if age > TOO_OLD else MAY_HAVE_CHANGED
            yield Violation(
                where.key("checked_on"),
                f"A contact is checked every {limit} days; this was {age} days ago.",
                remedy,
                Severity.ERROR if age > TOO_OLD else Severity.WARNING,
            )


def _review_date(case: RuleContext) -> Iterator[Violation]:
    for entry, where in entries(case.pack):
        for name in ("reviewed_on", "next_review"):
            if getattr(entry, name) is None:
                yield Violation(
                    where,
                    f'An entry says when its facts were checked and are due again; "{name}" '
                    "is missing.",
                    f'Add it as a date, such as "{case.today}".',
                )


def _review_due(case: RuleContext) -> Iterator[Violation]:
    for entry, where in entries(case.pack):
        if entry.next_review is not None and entry.next_review < case.today:
            days = (case.today - entry.next_review).days
            yield Violation(
                where.key("next_review"),
                f"The facts were due for a check {days} {'day' if days == 1 else 'days'} ago.",
                "Check them, then set reviewed_on and next_review.",
            )


def _impossible_date(case: RuleContext) -> Iterator[Violation]:
    latest = case.today + _GRACE
    for where, day in _past_days(case):
        if day > latest.isoformat()[: len(day)]:
            yield Violation(
                where,
                f"This date lies in the past; {day} is still to come (today is {case.today}).",
                "Correct the date, or the clock of this computer.",
            )
    for entry, where in entries(case.pack):
        if entry.reviewed_on and entry.next_review and entry.next_review <= entry.reviewed_on:
            yield Violation(
                where.key("next_review"),
                f"The next check comes after the last, which was on {entry.reviewed_on}.",
                "Correct one of the two dates.",
            )


def _past_days(case: RuleContext) -> Iterator[tuple[Place, str]]:
    """Dates that must be in the past, in full or in part: "2024", "2024-05-31"."""
    pack = case.pack
    if pack.manifest.created:
        yield Place("manifest.created"), pack.manifest.created.isoformat()
    for entry, where in entries(pack):
        if entry.reviewed_on:
            yield where.key("reviewed_on"), entry.reviewed_on.isoformat()
    for contact, where in contacts(pack):
        if contact.checked_on:
            yield where.key("checked_on"), contact.checked_on.isoformat()
    for at, source in enumerate(pack.sources):
        if source.date:
            yield Place("sources").item(at, source).key("date"), source.date


RULES = (
    Rule(
        "impossible-date",
        ERROR,
        "a check, edition or source dated in the future, a next check that comes before the last",
        _impossible_date,
    ),
    Rule(
        "contact-age",
        BOTH,
        f"a contact checked more than {MAY_HAVE_CHANGED} days ago, or nobody knows when "
        f"(warning); more than {TOO_OLD} days ago (error)",
        _contact_age,
    ),
    Rule("review-date", WARNING, "an entry without `reviewed_on` or `next_review`", _review_date),
    Rule("review-due", WARNING, "an entry whose `next_review` is past", _review_due),
)
