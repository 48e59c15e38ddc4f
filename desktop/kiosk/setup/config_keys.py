"""Declarations of the options of a kiosk's configuration."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Container

THEMES: Final = ("light", "dark", "contrast")
TEXT_SIZES: Final = (100, 125, 150, 200)
CORNERS: Final = ("top-left", "top-right", "bottom-left", "bottom-right")


@dataclass(frozen=True, slots=True)
class ConfigOption:
    """One option of the file."""

    table: str  # of TOML
    name: str  # left of the equals sign
    expected: str  # a clause that describes a valid value
    accepts: Callable[[object], bool]  # whether a value of any TOML type is valid
    choices: tuple[str, ...] = ()  # all valid values, if they are few words

    @property
    def field(self) -> str:
        """The field of `Config`."""
        return "pack" if self.name == "file" else self.name.replace("-", "_")


def _choice(table: str, name: str, choices: tuple[str, ...]) -> ConfigOption:
    names = ", ".join(f'"{choice}"' for choice in choices)
    return ConfigOption(table, name, f"one of {names}", choices.__contains__, choices)


def _number(table: str, name: str, expected: str, numbers: Container[int]) -> ConfigOption:
    def accepts(value: object) -> bool:
        return isinstance(value, int) and not isinstance(value, bool) and value in numbers

    return ConfigOption(table, name, f"{expected}, without quotes", accepts)


def _switch(table: str, name: str) -> ConfigOption:
    expected = "true or false, without quotes"
    return ConfigOption(table, name, expected, lambda value: isinstance(value, bool))


def _text(table: str, name: str, expected: str, pattern: str) -> ConfigOption:
    form = re.compile(pattern)

    def accepts(value: object) -> bool:
        return isinstance(value, str) and value.isprintable() and bool(form.fullmatch(value))

    return ConfigOption(table, name, expected, accepts)


CONFIG_OPTIONS: Final = (
    _text("pack", "file", 'the name of a file in quotes, or ""', r".{0,900}"),
    _text(
        "pack",
        "language",
        'a language such as "en" or "es", or ""',
        r"([a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,4})?",
    ),
    _text("look", "name", "1 to 40 characters in quotes", r"(?! ).{1,40}(?<! )"),
    _choice("look", "theme", THEMES),
    _number("look", "text-size", f"one of {', '.join(map(str, TEXT_SIZES))}", TEXT_SIZES),
    _number(
        "visit",
        "idle-seconds",
        "a whole number from 30 to 900, or 0 for never",
        {0, *range(30, 901)},
    ),
    _number("visit", "warning-seconds", "a whole number from 20 to 120", range(20, 121)),
    _switch("visit", "read-aloud"),
    _text(
        "take-away",
        "printer",
        'the name of a printer, without spaces, in quotes, or ""',
        r"([^\s/#\-][^\s/#]{0,126})?",  # valid for CUPS; a leading hyphen would be an option
    ),
    _choice("operator", "corner", CORNERS),
    _number("operator", "corner-taps", "a whole number from 3 to 10", range(3, 11)),
    _switch("operator", "tallies"),
)
"""All options, in the order of the file."""

CONFIG_OPTION_BY_NAME: Final = {key.name: key for key in CONFIG_OPTIONS}
"""Options by name; names are unique across tables."""

TABLES: Final = tuple(dict.fromkeys(key.table for key in CONFIG_OPTIONS))
"""All tables, in the order of the file."""
