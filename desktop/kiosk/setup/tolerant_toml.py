"""Tolerant TOML parser that reports all errors and the lines of tables and settings.

`tomllib` stops at the first error. Here the faulty line is removed and the rest parsed again, so
that the operator of a kiosk sees all errors at once.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any, Final, NamedTuple

_MOST: Final = 20  # maximum number of errors reported for a file
_PLACE: Final = re.compile(r"\(at line ([0-9]+), column [0-9]+\)$")
_TABLE: Final = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]")
_SETTING: Final = re.compile(r"\s*([^=#\[\]]+?)\s*=")
_TWICE: Final = ("Cannot overwrite a value", "Cannot declare")


class TomlIssue(NamedTuple):
    """One line that is not valid TOML."""

    line: int  # counted from 1; 0 if unknown
    is_repeat: bool  # whether the line is a duplicate; otherwise its syntax is wrong


def parse_toml(text: str) -> tuple[dict[str, Any], list[TomlIssue]]:
    """Parse `text`, leaving out one faulty line after the other.

    Args:
        text: lines that end with LF or CR LF.

    Returns: tables and settings, empty if it is ambiguous what belongs to which table; the lines
        that were left out.
    """
    # With an extra last line, an error in the last one is not merely "at end of document".
    lines = [*text.replace("\r\n", "\n").split("\n"), ""]
    issues: list[TomlIssue] = []
    while len(issues) < _MOST:
        try:
            values = tomllib.loads("\n".join(lines))
        except (ValueError, RecursionError) as error:  # ValueError: also overlong numbers
            issues.append(issue := _issue(str(error)))
        else:
            return values, issues
        if not issue.line or not (faulty := lines[issue.line - 1].strip()):
            break
        if faulty.startswith("["):
            break  # ambiguous: the table of the settings that follow
        lines[issue.line - 1] = ""
    return {}, issues


def _issue(message: str) -> TomlIssue:
    place = _PLACE.search(message)
    return TomlIssue(int(place[1]) if place else 0, message.startswith(_TWICE))


def key_lines(text: str) -> dict[tuple[str, str], int]:
    """Find the first lines of tables and their settings.

    Returns: lines counted from 1, by names of table and setting; by ("look", "") for the table.
    """
    found: dict[tuple[str, str], int] = {}
    table: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if header := _TABLE.match(line):
            table = _names(header[1])
            found.setdefault(_address(table), number)
        elif setting := _SETTING.match(line):
            found.setdefault(_address(table + _names(setting[1])), number)
    return found


def _names(dotted: str) -> list[str]:
    return [name.strip(" \t\"'") for name in dotted.split(".")]


def _address(names: list[str]) -> tuple[str, str]:
    return names[0], names[1] if len(names) > 1 else ""
