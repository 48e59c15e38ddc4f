"""Checks a pack for its author.

`desktop.pack.check.diagnosis` finds what prevents reading; the rules check a readable pack.
"""

from __future__ import annotations

import datetime as dt
from typing import Final

from msgspec import Struct

from desktop.pack.check.diagnosis import diagnose
from desktop.pack.check.rules import (
    contents,
    dates,
    languages,
    phones,
    readability_rules,
    references,
    wording,
)
from desktop.pack.check.rules.base import ERROR, WARNING, Rule, RuleContext
from desktop.pack.errors import PackErrors
from desktop.pack.problem import Place, Problem, Severity
from desktop.pack.reader import decode_pack

__all__ = ["RULES", "Finding", "Severity", "check"]

FORM: Final = (
    Rule("file", ERROR, "no UTF-8, no JSON, cut off, a newer format"),
    Rule("schema", ERROR, "a missing field, a wrong type, a value out of its limits"),
    Rule("repeated-id", ERROR, "two records with one id"),
    Rule("repeated-field", ERROR, "a field twice in one object"),
    Rule("unknown-field", WARNING, "a field that the format does not have"),
    Rule("byte-order-mark", WARNING, "an invisible byte order mark at the start of the file"),
)
"""Rules about the form of the file, checked by `desktop.pack.check.diagnosis`."""

_MODULES: Final = (references, languages, phones, dates, contents, readability_rules, wording)

RULES: Final = {
    rule.name: rule for rules in (FORM, *(module.RULES for module in _MODULES)) for rule in rules
}
"""All rules by name, in the order of the report."""


class Finding(Struct, frozen=True, kw_only=True):
    """A result of a rule, for the author of a pack.

    The fields are those of its `Problem` and of the `Place` of it.

    Attributes:
        rule: name of the rule, e.g. "markup".
        severity: an error must be corrected before the pack is published.
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
        pack = decode_pack(data, file=file)
    except PackErrors as errors:
        if not any(finding.severity is Severity.ERROR for finding in found):
            error = errors.errors[0]  # an error that only the reader finds
            problem = Problem(Place(), error.expected, error.remedy)
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
