"""Checks a pack for its author.

`desktop.pack.check.shape` finds what prevents reading; `desktop.pack.check.rules` check a readable
pack.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct

from desktop.pack.check.rules.base import RuleContext, Severity
from desktop.pack.check.rules.table import CONTENT, RULES
from desktop.pack.check.shape import diagnose
from desktop.pack.errors import PackErrors
from desktop.pack.place import Place
from desktop.pack.problem import IssueKind
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
    found = [
        _finding(
            _RULE_OF[problem.kind],
            Severity.ERROR if problem.is_fault else Severity.WARNING,
            problem.where,
            problem.expected,
            problem.remedy,
        )
        for problem in diagnose(data)
    ]
    try:
        pack = decode(data, file=file)
    except PackErrors as errors:
        if any(finding.severity is Severity.ERROR for finding in found):
            return tuple(found)
        fault = errors.faults[0]  # an error that only the reader finds
        return (
            *found,
            _finding("schema", Severity.ERROR, Place(), fault.expected, fault.remedy),
        )
    case = RuleContext(pack, today or dt.datetime.now(dt.UTC).astimezone().date())
    for rule in CONTENT:
        found += [
            _finding(
                rule.name,
                one.severity or rule.severities[0],
                one.where,
                one.expected,
                one.remedy,
            )
            for one in (rule.run(case) if rule.run else ())
        ]
    return tuple(found)


_RULE_OF: Final = {
    IssueKind.FILE: "file",
    IssueKind.SYNTAX: "file",
    IssueKind.VALUE: "schema",
    IssueKind.REFERENCE: "reference",
    IssueKind.REPEATED_ID: "repeated-id",
    IssueKind.REPEATED_KEY: "repeated-field",
    IssueKind.UNKNOWN_FIELD: "unknown-field",
    IssueKind.BYTE_ORDER_MARK: "byte-order-mark",
}


def _finding(rule: str, severity: Severity, where: Place, expected: str, remedy: str) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        entry=where.entry,
        lang=where.lang,
        place=where.path,
        expected=expected,
        remedy=remedy,
    )
