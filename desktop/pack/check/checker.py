"""Checks a pack for its author.

`desktop.pack.check.shape` finds what prevents reading; `desktop.pack.check.rules` check a readable
pack.
"""

from __future__ import annotations

import datetime as dt

from msgspec import Struct

from desktop.pack.check.rules.base import Rule, RuleContext
from desktop.pack.check.rules.table import RULES
from desktop.pack.check.shape import diagnose
from desktop.pack.errors import PackErrors
from desktop.pack.problem import Place, Problem, Severity
from desktop.pack.reader import decode

__all__ = ["RULES", "Finding", "Severity", "check"]


class Finding(Struct, frozen=True, kw_only=True):
    """A result of a rule, for the author of a pack.

    Attributes:
        rule: name of the rule, e.g. "markup".
        severity: an error must be corrected before the pack is published.
        entry: id of the entry it concerns, or "".
        lang: language tag of the text it concerns, or "".
        place: location in the file, "entries[4] (signs).answer.es, line 12".
        expected: the expectation, a sentence.
        remedy: what to do, a sentence.
    """

    rule: str
    severity: Severity
    entry: str = ""
    lang: str = ""
    place: str
    expected: str
    remedy: str


def check(data: bytes, *, file: str, today: dt.date | None = None) -> tuple[Finding, ...]:
    """All findings in the pack `data`; if it cannot be read, only those about its form.

    Args:
        data: the JSON document.
        file: its name in error messages.
        today: reference date for ages; None for today.
    """
    found = [_finding(RULES[problem.kind], problem) for problem in diagnose(data)]
    try:
        pack = decode(data, file=file)
    except PackErrors as errors:
        if not any(finding.severity is Severity.ERROR for finding in found):
            fault = errors.faults[0]  # an error that only the reader finds
            problem = Problem(Place(), fault.expected, fault.remedy)
            found.append(_finding(RULES["schema"], problem))
        return tuple(found)
    case = RuleContext(pack, today or dt.datetime.now(dt.UTC).astimezone().date())
    for rule in RULES.values():
        found += [_finding(rule, problem) for problem in rule.run(case)]
    return tuple(found)


def _finding(rule: Rule, problem: Problem) -> Finding:
    return Finding(
        rule=rule.name,
        severity=problem.severity or rule.severities[0],
        entry=problem.where.entry,
        lang=problem.where.lang,
        place=problem.where.path,
        expected=problem.expected,
        remedy=problem.remedy,
    )
