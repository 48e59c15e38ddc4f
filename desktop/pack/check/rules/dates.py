"""Rules about the dates of checks and reviews."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import BOTH, ERROR, WARNING, RuleContext, RuleSet
from desktop.pack.freshness import MAY_HAVE_CHANGED, TOO_OLD
from desktop.pack.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES: Final = RuleSet()

_GRACE: Final = dt.timedelta(days=1)
"""Allows for the author's time zone."""


@RULES.add(
    "impossible-date",
    ERROR,
    "a check, edition or source dated in the future, a next check that comes before the last",
)
def _impossible_date(case: RuleContext) -> Iterator[Problem]:
    latest = case.today + _GRACE
    for day, where in _past_days(case):
        if day > latest.isoformat()[: len(day)]:
            yield Problem(
                where,
                f"This date is in the past; {day} is still to come (today is {case.today}).",
                "Correct the date, or the clock of this computer.",
            )
    for entry, where in case.entries():
        if entry.reviewed_on and entry.next_review and entry.next_review <= entry.reviewed_on:
            yield Problem(
                where.key("next_review"),
                f"The next check comes after the last, which was on {entry.reviewed_on}.",
                "Correct one of the two dates.",
            )


def _past_days(case: RuleContext) -> Iterator[tuple[str, Place]]:
    """Dates that must be in the past, in full or in part: "2024", "2024-05-31"."""
    created = case.pack.manifest.created
    if created:
        yield str(created), Place("manifest.created")
    for records, field in (
        (case.entries(), "reviewed_on"),
        (case.contacts(), "checked_on"),
        (Place("sources").items(case.pack.sources), "date"),
    ):
        for record, where in records:
            if day := getattr(record, field):
                yield str(day), where.key(field)


@RULES.add(
    "contact-age",
    BOTH,
    f"a contact checked more than {MAY_HAVE_CHANGED} days ago, or nobody knows when "
    f"(warning); more than {TOO_OLD} days ago (error)",
)
def _contact_age(case: RuleContext) -> Iterator[Problem]:
    for contact, where in case.contacts():
        if contact.checked_on is None:
            yield Problem(
                where,
                'A contact says when it was last checked, in "checked_on".',
                f'Check it, then write the date, such as "{case.today}".',
                severity=Severity.WARNING,
            )
            continue
        age = (case.today - contact.checked_on).days
        if age > MAY_HAVE_CHANGED:
            limit = TOO_OLD if age > TOO_OLD else MAY_HAVE_CHANGED
            yield Problem(
                where.key("checked_on"),
                f"A contact is checked every {limit} days; this was {age} days ago.",
                "Check its numbers and hours again, then write the date of the check.",
                severity=Severity.ERROR if age > TOO_OLD else Severity.WARNING,
            )


@RULES.add("review-date", WARNING, "an entry without `reviewed_on` or `next_review`")
def _review_date(case: RuleContext) -> Iterator[Problem]:
    for entry, where in case.entries():
        for name in ("reviewed_on", "next_review"):
            if getattr(entry, name) is None:
                yield Problem(
                    where,
                    f'An entry says when its facts were checked and are due again; "{name}" '
                    "is missing.",
                    f'Add it as a date, such as "{case.today}".',
                )


@RULES.add("review-due", WARNING, "an entry whose `next_review` is past")
def _review_due(case: RuleContext) -> Iterator[Problem]:
    for entry, where in case.entries():
        if entry.next_review is not None and entry.next_review < case.today:
            days = (case.today - entry.next_review).days
            yield Problem(
                where.key("next_review"),
                f"The facts were due for a check {days} {'day' if days == 1 else 'days'} ago.",
                "Check them, then set reviewed_on and next_review.",
            )
