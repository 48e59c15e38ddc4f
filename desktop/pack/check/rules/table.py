"""All rules in the order of the report, and their table for the documentation."""

from __future__ import annotations

from typing import Final

from desktop.pack.check.rules import (
    contents,
    dates,
    languages,
    phones,
    reading,
    references,
    wording,
)
from desktop.pack.check.rules.base import ERROR, WARNING, Rule

FORM: Final = (
    Rule("file", ERROR, "no UTF-8, no JSON, cut off, a newer format"),
    Rule("schema", ERROR, "a missing field, a wrong type, a value out of its limits"),
    Rule("repeated-id", ERROR, "two records with one id"),
    Rule("repeated-field", ERROR, "a field twice in one object"),
    Rule("unknown-field", WARNING, "a field that the format does not have"),
    Rule("byte-order-mark", WARNING, "an invisible mark at the start of the file"),
)
"""Rules about the form of the file, checked by `desktop.pack.check.shape`."""

CONTENT: Final = (
    *references.RULES,
    *languages.RULES,
    *phones.RULES,
    *dates.RULES,
    *contents.RULES,
    *reading.RULES,
    *wording.RULES,
)
"""Rules for a readable pack."""

RULES: Final = {rule.name: rule for rule in (*FORM, *CONTENT)}
"""All rules by name, in the order of the report."""

BEGIN: Final = "<!-- rules: written by python -m desktop.pack.check.rules -->\n"
END: Final = "<!-- end of rules -->\n"


def table() -> str:
    """The rules as a table in Markdown."""
    rows = [
        f"| `{rule.name}` | {' or '.join(rule.severities)} | {rule.finds} |"
        for rule in RULES.values()
    ]
    return "\n".join(["| rule | severity | finds |", "|---|---|---|", *rows, ""])


def documented(text: str) -> str:
    """The document `text` with the current table between its two markers.

    Raises:
        ValueError: a marker is missing.
    """
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"The marks {BEGIN.strip()} and {END.strip()} are expected.")
    return f"{before}{begin}\n{table()}\n{end}{after}"
