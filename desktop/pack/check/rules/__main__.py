"""Writes the table of the rules into docs/pack-format.md: python -m desktop.pack.check.rules."""

from __future__ import annotations

from pathlib import Path

from desktop.pack.check.rules.table import documented

if __name__ == "__main__":
    document = Path(__file__).resolve().parents[4] / "docs" / "pack-format.md"
    document.write_text(documented(document.read_text("utf-8")), "utf-8", newline="\n")
