"""Reads the language files lazily, each once."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from desktop.base.resources import asset
from desktop.languages.language import Groups, Language, Phrases, Sounds, Words
from desktop.languages.program_strings import Names

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

S = TypeVar("S", bound=msgspec.Struct)

UNKNOWN: Final = Language(stemmer="")
"""A language without a file."""


class LanguageError(ValueError):
    """A language file is invalid; str() names file, key and expectation."""

    def __init__(self, path: Path, problem: Exception) -> None:
        super().__init__(f"{path.name}: {problem}")


def tags() -> tuple[str, ...]:
    """The primary subtags of all languages that have a file, sorted."""
    return tuple(sorted(_files()))


def language(tag: str) -> Language:
    """The data of a language.

    Args:
        tag: BCP 47 tag; only its primary subtag is used ("es" of "es-MX").

    Raises:
        LanguageError: its file violates the schema.
    """
    return _language(tag.partition("-")[0].lower())


@cache
def section(kind: type[S], tag: str) -> S:
    """The section of a language that is a `kind`, that of English where it has none.

    Raises:
        LanguageError: a file is not as the schema says.
    """
    known = (language(tag), language("en"))
    sections = (own for each in known for own in msgspec.structs.astuple(each))
    return next(own for own in sections if isinstance(own, kind))


@cache
def _language(primary: str) -> Language:
    return read(_files()[primary]) if primary in _files() else UNKNOWN


@cache
def _files() -> dict[str, Path]:
    return {path.stem: path for path in asset("languages").iterdir()}


def read(path: Path) -> Language:
    """Read one language file: TOML, or JSON, which the build makes of it and which is read faster.

    Raises:
        LanguageError: it is neither, or violates the schema.
    """
    decode = msgspec.json.decode if path.suffix == ".json" else msgspec.toml.decode
    try:
        return decode(path.read_bytes(), type=Language, dec_hook=_decode)
    except msgspec.DecodeError as error:
        raise LanguageError(path, error) from error


def _decode(kind: type, value: object) -> object:
    """Decode the value of a field of one of our types.

    Raises:
        ValueError: names the expectation; msgspec adds the key.
    """
    if kind is Sounds and isinstance(value, dict):
        return Sounds((sound, _spellings(pattern)) for sound, pattern in value.items())
    if kind is Sounds or not isinstance(value, str):
        raise ValueError(f"Expected {'a table' if kind is Sounds else '`str`'}, got {value!r}")
    return _FROM_TEXT[kind](value)


def _pattern(text: object) -> re.Pattern[str]:
    try:
        return re.compile(str(text))
    except re.error as error:
        raise ValueError(f"Expected a regular expression, got {text!r}: {error}") from error


def _spellings(pattern: object) -> str:
    found = _pattern(pattern)
    if found.groups:  # `PhoneticKeys` makes each sound a group of one pattern
        raise ValueError(f"Expected a regular expression without groups, got {pattern!r}")
    return found.pattern


def _phrases(text: str) -> Iterator[tuple[str, ...]]:
    return filter(None, (tuple(phrase.split()) for phrase in text.split(",")))


_FROM_TEXT: Final[Mapping[object, Callable[[str], object]]] = {
    Words: lambda text: Words(text.split()),
    Phrases: lambda text: Phrases(_phrases(text)),
    Groups: lambda text: Groups(_phrases(text)),
    Names: lambda text: Names(name for part in text.split(",") if (name := part.strip())),
    re.Pattern[str]: _pattern,
}
