"""Writes the rules of `pack check` into docs/pack-format.md: `python -m tests.rules_table`."""

from __future__ import annotations

from typing import Final

from desktop.pack.check.checker import RULES
from tests import ROOT

DOCUMENT: Final = ROOT / "docs" / "pack-format.md"
BEGIN: Final = "<!-- rules: written by python -m tests.rules_table -->\n"
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


if __name__ == "__main__":
    DOCUMENT.write_text(documented(DOCUMENT.read_text("utf-8")), "utf-8", newline="\n")
