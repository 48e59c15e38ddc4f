"""Configuration of a kiosk, and reading it from `kiosk.toml`.

A file with any error is rejected as a whole: a kiosk that runs with half of what its operator
meant may be less safe than one with the default values.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from desktop.kiosk.setup.config_keys import CONFIG_OPTION_BY_NAME, TABLES
from desktop.kiosk.setup.tolerant_toml import TomlIssue, key_lines, parse_toml
from desktop.pack.problem import did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIN_NAME: Final = "kiosk-pin"
ATTEMPTS_NAME: Final = "attempts.json"  # in the folder of `state_folder`
MAX_BYTES: Final = 64 * 1024
_LONGEST_LINE: Final = 1000  # characters; `tomllib` takes seconds over names with many dots


@dataclass(frozen=True, slots=True)
class Config:
    """Configuration of one kiosk, with the ranges of `config_keys`. The defaults are safe."""

    pack: Path | None = None  # other than the bundled one
    language: str = ""  # of a visit that begins with a touch anywhere; "": the pack's first
    name: str = "Luminaria"  # a neutral one, for the window's title, the process and print jobs
    theme: str = "light"
    text_size: int = 100  # per cent of the kiosk's own
    idle_seconds: int = 90  # before the warning; 0 for never
    warning_seconds: int = 20  # duration of the warning
    printer: str = ""  # name of a CUPS queue; "" disables printing
    read_aloud: bool = True  # offer it, if there is a voice
    tallies: bool = False  # count how often entries are opened
    corner: str = "top-left"  # where the operator taps
    corner_taps: int = 5


@dataclass(frozen=True, slots=True)
class ConfigIssue:
    """One error of a configuration; str() is suitable for display to its operator."""

    file: str  # as the user named it
    line: int  # counted from 1; 0 for the whole file
    expected: str  # the expected content, a sentence
    remedy: str  # how to correct it, a sentence

    def __str__(self) -> str:
        where = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{where}: {self.expected} {self.remedy}"


@dataclass(frozen=True, slots=True)
class LoadedConfig:
    """Result of reading a configuration."""

    config: Config  # that of the file, or the default one if there are problems
    problems: tuple[ConfigIssue, ...] = ()  # in the order of the file


# Reading ----------------------------------------------------------------------------------


def load_config(path: Path) -> LoadedConfig:
    """Read the configuration at `path`, and collect all errors in it. Raises nothing.

    Args:
        path: of the file; relative paths of packs are resolved against its folder.
    """
    file = str(path)
    data = _load(path)
    if isinstance(data, str):
        return LoadedConfig(Config(), (_unreadable(file, data),))
    try:
        text = data.decode("utf-8-sig")  # Notepad of Windows begins with a byte order mark
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        remedy = "Save it again as UTF-8 in your editor."
        return LoadedConfig(
            Config(), (ConfigIssue(file, line, "The file is plain text in UTF-8.", remedy),)
        )
    values, problems = _examine(text, file)
    if problems:
        return LoadedConfig(Config(), tuple(sorted(problems, key=lambda problem: problem.line)))
    return LoadedConfig(_config(values, path.parent))


def _load(path: Path) -> bytes | str:
    """The bytes of the file, or why it cannot be read."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):  # reading a pipe or device may never end
            return "irregular"
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        return "missing"
    except (OSError, ValueError) as error:  # ValueError: a null character in the name
        return getattr(error, "strerror", None) or "its name is not allowed"
    return data if len(data) <= MAX_BYTES else "large"


def _unreadable(file: str, reason: str) -> ConfigIssue:
    new = 'Start over with "luminaria kiosk init --force"; the old file is kept.'
    expected, remedy = {
        "missing": ("There is no configuration yet.", 'Make one with "luminaria kiosk init".'),
        "irregular": ("This is not a regular file.", "Name the file of the configuration."),
        "large": (f"A configuration has at most {MAX_BYTES // 1024} KB.", new),
    }.get(
        reason, (f"The file cannot be read ({reason}).", "Check its name, its rights and the disk.")
    )
    return ConfigIssue(file, 0, expected, remedy)


def _examine(text: str, file: str) -> tuple[dict[str, Any], list[ConfigIssue]]:
    """The values of the file, and all errors in it."""
    lines = text.split("\n")
    long = [number for number, line in enumerate(lines, start=1) if len(line) > _LONGEST_LINE]
    if long:
        expected = f"A line has at most {_LONGEST_LINE} characters."
        return {}, [ConfigIssue(file, number, expected, "Shorten it.") for number in long]
    values, issues = parse_toml(text)
    where = key_lines(text)
    problems = [_syntax(issue, file) for issue in issues]
    for (table, name), expected, remedy in _wrong(values):
        line = where.get((table, name)) or where.get((table, ""), 0)
        problems.append(ConfigIssue(file, line, expected, remedy))
    return values, problems


def _syntax(issue: TomlIssue, file: str) -> ConfigIssue:
    if issue.is_repeat:
        return ConfigIssue(file, issue.line, "This is in the file already.", "Remove one of them.")
    return ConfigIssue(
        file,
        issue.line,
        'A line is a [table], a comment after "#", or a setting such as theme = "dark".',
        "Put text in quotes; numbers, true and false go without.",
    )


_Wrong = tuple[tuple[str, str], str, str]  # table and name, what was expected, a remedy


def _wrong(values: dict[str, Any]) -> Iterator[_Wrong]:
    for table, settings in values.items():
        if table in TABLES and isinstance(settings, dict):
            yield from _wrong_settings(table, settings)
        elif table in TABLES:
            remedy = f"Write [{table}] on a line of its own."
            yield (table, ""), f'"{table}" is a table, not a setting.', remedy
        elif table in CONFIG_OPTION_BY_NAME and not isinstance(settings, dict):
            yield (table, ""), *_misplaced(table)
        else:
            remedy = did_you_mean(table, TABLES, "Remove it.")
            yield (table, ""), f'There is no table "{quoted(table)}".', remedy


def _wrong_settings(table: str, settings: dict[str, Any]) -> Iterator[_Wrong]:
    for name, value in settings.items():
        key = CONFIG_OPTION_BY_NAME.get(name)
        if key is None:
            remedy = did_you_mean(name, CONFIG_OPTION_BY_NAME, "Remove the line.")
            yield (table, name), f'There is no setting "{quoted(name)}".', remedy
        elif key.table != table:
            yield (table, name), *_misplaced(name)
        elif not key.accepts(value):
            remedy = did_you_mean(str(value), key.choices, "Change it, or remove the line.")
            yield (table, name), f"{name} is {key.expected}.", remedy


def _misplaced(name: str) -> tuple[str, str]:
    table = CONFIG_OPTION_BY_NAME[name].table
    return f"{name} belongs under [{table}].", "Move the line there."


def _config(values: dict[str, Any], folder: Path) -> Config:
    fields = {
        CONFIG_OPTION_BY_NAME[name].field: value
        for settings in values.values()
        for name, value in settings.items()
    }
    named = fields.pop("pack", "")
    return Config(pack=folder / named if named else None, **fields)
