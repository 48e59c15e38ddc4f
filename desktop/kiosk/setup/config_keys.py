"""Declarations of the options of a kiosk's configuration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

THEMES: Final = ("light", "dark", "contrast")
TEXT_SIZES: Final = (100, 125, 150, 200)
CORNERS: Final = ("top-left", "top-right", "bottom-left", "bottom-right")


@dataclass(frozen=True, slots=True)
class ConfigOption:
    """One option of the file.

    Attributes:
        table: its TOML table.
        name: left of the equals sign.
        field: of `Config`.
        expected: the expected value, a clause.
        accepts: whether a value is valid.
        choices: all valid values, if they are few words.
    """

    table: str
    name: str
    field: str
    expected: str
    accepts: Callable[[Any], bool]
    choices: tuple[str, ...] = ()


def _choice(table: str, name: str, field: str, choices: tuple[str, ...]) -> ConfigOption:
    names = ", ".join(f'"{choice}"' for choice in choices)
    return ConfigOption(table, name, field, f"one of {names}", choices.__contains__, choices)


def _number(table: str, name: str, field: str, numbers: range) -> ConfigOption:
    expected = f"a whole number from {numbers[0]} to {numbers[-1]}, without quotes"
    return ConfigOption(
        table, name, field, expected, lambda value: _is_whole(value) and value in numbers
    )


def _switch(table: str, name: str, field: str) -> ConfigOption:
    expected = "true or false, without quotes"
    return ConfigOption(table, name, field, expected, lambda value: isinstance(value, bool))


def _text(table: str, name: str, field: str, expected: str, pattern: str) -> ConfigOption:
    form = re.compile(pattern)

    def accepts(value: object) -> bool:
        return isinstance(value, str) and value.isprintable() and bool(form.fullmatch(value))

    return ConfigOption(table, name, field, expected, accepts)


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


CONFIG_OPTIONS: Final = (
    _text("pack", "file", "pack", 'the name of a file in quotes, or ""', r".{0,900}"),
    _text(
        "pack",
        "language",
        "language",
        'a language such as "en" or "es", or ""',
        r"([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4})?",
    ),
    _text("look", "name", "name", "1 to 40 characters in quotes", r"(?! ).{1,40}(?<! )"),
    _choice("look", "theme", "theme", THEMES),
    ConfigOption(
        "look",
        "text-size",
        "text_size",
        f"one of {', '.join(map(str, TEXT_SIZES))}, without quotes",
        lambda value: _is_whole(value) and value in TEXT_SIZES,
    ),
    ConfigOption(
        "visit",
        "idle-seconds",
        "idle_seconds",
        "a whole number from 30 to 900, or 0 for never, without quotes",
        lambda value: _is_whole(value) and (value == 0 or 30 <= value <= 900),
    ),
    _number("visit", "warning-seconds", "warning_seconds", range(20, 121)),
    _switch("visit", "read-aloud", "read_aloud"),
    _text(
        "take-away",
        "printer",
        "printer",
        'the name of a printer, without spaces, in quotes, or ""',
        r"([^\s/#\-][^\s/#]{0,126})?",  # valid for CUPS; a leading hyphen would be an option
    ),
    _choice("operator", "corner", "corner", CORNERS),
    _number("operator", "corner-taps", "corner_taps", range(3, 11)),
    _switch("operator", "tallies", "tallies"),
)
"""All options, in the order of the file."""

CONFIG_OPTION_BY_NAME: Final = {key.name: key for key in CONFIG_OPTIONS}
"""Options by name; names are unique across tables."""

TABLES: Final = tuple(dict.fromkeys(key.table for key in CONFIG_OPTIONS))
"""All tables, in the order of the file."""
