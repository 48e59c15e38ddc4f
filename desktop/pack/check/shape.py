"""Finds all errors in the JSON of a pack, with messages for its author.

The reader uses it only for a file that it cannot decode, the checker for every file. The raw JSON
is compared with the types of the model, so each error has its location, and a new field of the
model needs no change here.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from codecs import BOM_UTF8
from collections import Counter
from functools import cache
from typing import Any, Final

import msgspec
from msgspec import inspect

from desktop.pack import integrity
from desktop.pack.model import FORMAT, LanguageTag, Pack, PartialDate, Slug
from desktop.pack.place import Place, shown
from desktop.pack.problem import IssueKind, Problem, did_you_mean

MAX_DEPTH: Final = 64
"""Maximum nesting of brackets in the JSON."""

_TAG: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def diagnose(data: bytes) -> tuple[Problem, ...]:
    """All problems of the pack in `data`, in the order of the file.

    A file that is not JSON has one problem, the first; so has a pack of a newer format.
    """
    marked = data.startswith(BOM_UTF8)
    found: list[Problem] = []
    if marked:
        found.append(
            Problem(
                IssueKind.BYTE_ORDER_MARK,
                _line(1),
                "A pack begins without a byte order mark.",
                "Save the file as UTF-8 without BOM.",
            )
        )
    try:
        root = _parse(_text(data[len(BOM_UTF8) :] if marked else data))
    except _Unreadable as error:
        return (*found, error.problem)
    if not isinstance(root, dict):
        expected = f"A pack is a JSON object, not {_found(root)}."
        return (
            *found,
            Problem(IssueKind.FILE, Place(), expected, "Check that this is the right file."),
        )
    if newer := _newer_format(root):
        return (*found, newer)
    found += _repeated_keys(root)
    _walk(root, _pack_type(), Place(), found)
    found += integrity.problems(root)
    return tuple(found)


# Bytes to JSON ----------------------------------------------------------------------------


class _Unreadable(Exception):  # noqa: N818  # never leaves this module
    """The bytes are not JSON; carries the problem."""

    def __init__(self, where: Place, expected: str, remedy: str) -> None:
        super().__init__(expected)
        self.problem = Problem(IssueKind.SYNTAX, where, expected, remedy)


def _line(line: int, column: int = 0) -> Place:
    return Place(f"line {line}, column {column}" if column else f"line {line}")


def _text(data: bytes) -> str:
    """`data` as text, if it is UTF-8 without NUL."""
    if not data.strip():
        raise _Unreadable(Place(), "The file is empty.", "Choose another file, or copy it again.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:2]:
        raise _Unreadable(
            Place(), "A pack is UTF-8 text; this one is UTF-16.", "Save the file as UTF-8."
        )
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _Unreadable(
            _line(line), f"A pack is UTF-8 text; byte {error.start} is not.", "Save it as UTF-8."
        ) from None
    if "\0" in text:
        raise _Unreadable(
            _line(text.count("\n", 0, text.index("\0")) + 1),
            "A pack has no NUL characters.",
            "The file may be damaged: copy it again.",
        )
    return text


class _Object(dict[str, Any]):
    """A JSON object that records its repeated keys."""

    repeated: tuple[str, ...] = ()

    @classmethod
    def of(cls, pairs: list[tuple[str, Any]]) -> _Object:
        """The object of `pairs`, as in the file."""
        made = cls(pairs)
        if len(made) < len(pairs):
            counts = Counter(key for key, _ in pairs)
            made.repeated = tuple(key for key, count in counts.items() if count > 1)
        return made


# Strings are skipped; possessive, so that a long one needs no memory.
_BRACKET: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|(?P<open>[\[{])|(?P<close>[\]}])', re.DOTALL)

_SYNTAX: Final = {
    "Expecting property name": ("A field name in double quotes", 'Write "name": before its value'),
    "Expecting ':'": ('A ":" between field name and value', 'Add the ":"'),
    "Expecting ','": ('A "," or the closing bracket', "Add it before this place"),
    "Expecting value": ("A value", "Add it, or remove a comma too many before this place"),
    "Invalid control": ("Text without line breaks or control characters", r"Write \n in its place"),
    "Invalid \\": ('A known escape after "\\"', 'Write a backslash itself as "\\\\"'),
    "Extra data": ("The end of the pack", "Remove what follows"),
}


def _parse(text: str) -> object:
    """The JSON value of `text`."""
    _check_depth(text)
    try:
        root: object = json.loads(
            text, object_pairs_hook=_Object.of, parse_int=_whole, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        if _is_cut_off(text, error):
            raise _Unreadable(
                _line(text.count("\n") + 1),
                "The file is cut off: it ends in the middle of the pack.",
                "Copy it again from where it came.",
            ) from None
        words, remedy = next(
            (words for start, words in _SYNTAX.items() if error.msg.startswith(start)),
            ("JSON", "Correct the text at this place"),
        )
        where = _line(error.lineno, error.colno)
        raise _Unreadable(where, f"{words} is expected here.", f"{remedy}.") from None
    return root


def _is_cut_off(text: str, error: json.JSONDecodeError) -> bool:
    """Whether the JSON is a valid prefix."""
    rest = text[error.pos : error.pos + 20].strip()
    return error.msg.startswith("Unterminated") or any(
        word.startswith(rest) for word in ("true", "false", "null")
    )


def _check_depth(text: str) -> None:
    depth = 0
    for token in _BRACKET.finditer(text):
        if token["open"]:
            depth += 1
            if depth > MAX_DEPTH:
                raise _Unreadable(
                    _line(text.count("\n", 0, token.start()) + 1),
                    f"Brackets are nested at most {MAX_DEPTH} deep.",
                    "Check that this is the right file.",
                )
        elif token["close"]:
            depth -= 1


def _whole(digits: str) -> int | float:
    """A whole number; an overlong one as infinity, which no field accepts."""
    return int(digits) if len(digits) < 20 else float("inf")


def _constant(name: str) -> float:
    raise _Unreadable(Place(), f"{name} is no value in JSON.", "Write a number in its place.")


def _newer_format(root: dict[str, Any]) -> Problem | None:
    manifest = root.get("manifest")
    number = manifest.get("format") if isinstance(manifest, dict) else None
    if not isinstance(number, int) or isinstance(number, bool) or number <= FORMAT:
        return None
    return Problem(
        IssueKind.FILE,
        Place("manifest.format"),
        f"This pack is made for a newer Luminaria: it has format {number}, and this program "
        f"reads format {FORMAT}.",
        "Install the newest Luminaria.",
    )


def _repeated_keys(root: object) -> list[Problem]:
    found: list[Problem] = []
    waiting: list[tuple[object, Place]] = [(root, Place())]
    while waiting:
        value, where = waiting.pop()
        if isinstance(value, _Object):
            found += [
                Problem(
                    IssueKind.REPEATED_KEY,
                    where.key(key),
                    f'The field "{shown(key)}" stands here more than once.',
                    "Keep one of them; only the last one counts.",
                )
                for key in value.repeated
            ]
            inner = [(item, where.key(key)) for key, item in value.items()]
        elif isinstance(value, list):
            inner = [(item, where.item(at, item)) for at, item in enumerate(value)]
        else:
            continue
        waiting += [pair for pair in reversed(inner) if isinstance(pair[0], dict | list)]
    return found


# JSON beside the model --------------------------------------------------------------------


@cache
def _pack_type() -> inspect.StructType:
    info = inspect.type_info(Pack)
    assert isinstance(info, inspect.StructType)  # noqa: S101  # for the type checker
    return info


def _walk(value: object, expected: inspect.Type, where: Place, found: list[Problem]) -> None:
    """Add to `found` all mismatches of `value` with the type `expected`."""
    if isinstance(expected, inspect.UnionType):
        if value is None:
            return
        expected = next(kind for kind in expected.types if not isinstance(kind, inspect.NoneType))
    if isinstance(expected, inspect.StructType) and isinstance(value, dict):
        _walk_record(value, expected, where, found)
    elif isinstance(expected, inspect.DictType) and isinstance(value, dict):
        for key, item in value.items():
            _walk(key, expected.key_type, where.tagged(key), found)
            _walk(item, expected.value_type, where.tagged(key), found)
    elif isinstance(expected, inspect.VarTupleType) and isinstance(value, list):
        if len(value) < (expected.min_length or 0):
            found.append(
                Problem(IssueKind.VALUE, where, "The list is empty.", "Add an item to it.")
            )
        for at, item in enumerate(value):
            _walk(item, expected.item_type, where.item(at, item), found)
    elif words := _mismatch(value, expected):
        found.append(Problem(IssueKind.VALUE, where, *words))


def _walk_record(
    value: dict[str, Any], expected: inspect.StructType, where: Place, found: list[Problem]
) -> None:
    fields = {field.encode_name: field for field in expected.fields}
    for name, field in fields.items():
        if name in value:
            _walk(value[name], field.type, where.key(name), found)
        elif field.required:
            found.append(
                Problem(IssueKind.VALUE, where, f'The field "{name}" is missing.', f'Add "{name}".')
            )
    for name in value:
        if name not in fields:
            remedy = did_you_mean(name, fields, "Remove it, or check the format of packs.")
            found.append(
                Problem(
                    IssueKind.UNKNOWN_FIELD,
                    where.key(name),
                    f'No field has the name "{shown(name)}"; it is passed over.',
                    remedy,
                )
            )


def _mismatch(value: object, expected: inspect.Type) -> tuple[str, str] | None:
    """The expectation and the remedy for `value`, or None if it matches."""
    match expected:
        case inspect.StrType():
            return _text_mismatch(value, expected)
        case inspect.LiteralType():
            choices = ", ".join(json.dumps(choice) for choice in expected.values)
            fits = (type(value), value) in [(type(choice), choice) for choice in expected.values]
            words = choices if len(expected.values) == 1 else f"One of {choices}"
        case inspect.IntType():
            least, most = expected.ge or 0, expected.le or 2**53 - 1
            fits = type(value) is int and least <= value <= most
            words = f"A whole number from {least} to {most}"
        case inspect.BoolType():
            fits, words = isinstance(value, bool), "true or false"
        case inspect.DateType():
            fits, words = _is_date(value), 'A date such as "2024-05-31"'
        case inspect.VarTupleType():
            fits, words = False, "A list in [ ]"
        case inspect.DictType():
            key = '{"en": …, "es": …}'
            fits, words = False, f"An object with a field for each language, {key},"
        case _:
            fits, words = False, "An object in { }"
    return None if fits else (f"{words} is expected, not {_found(value)}.", "Correct the value.")


def _text_mismatch(value: object, expected: inspect.StrType) -> tuple[str, str] | None:
    words = _WORDS.get(expected.pattern or "", "Text in double quotes")
    if not isinstance(value, str):
        return f"{words} is expected, not {_found(value)}.", "Correct the value."
    if expected.max_length is not None and len(value) > expected.max_length:
        return (
            f"At most {expected.max_length} characters are allowed, not {len(value)}.",
            "Shorten the text.",
        )
    if len(value) < (expected.min_length or 0):
        return "The text is empty.", "Write the text, or remove its record."
    if any("\ud800" <= char <= "\udfff" for char in value if not value.isascii()):
        return "The text has half a character (a lone surrogate).", "Type the character again."
    if expected.pattern and not re.search(expected.pattern, value):
        return f"{words} is expected, not {_found(value)}.", "Correct the value."
    return None


def _pattern(annotated: object) -> str:
    info = inspect.type_info(annotated)
    return (info.pattern if isinstance(info, inspect.StrType) else None) or ""


_WORDS: Final = {
    _pattern(Slug): "An id of lower-case letters, digits and single hyphens",
    _pattern(LanguageTag): 'A language tag such as "en" or "es-MX"',
    _pattern(PartialDate): 'A year, a month such as "2024-05" or a date such as "2024-05-31"',
}


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(msgspec.convert(value, dt.date))
    except ValueError:  # also of a lone surrogate, which msgspec cannot encode
        return False


def _found(value: object) -> str:
    """Description of `value`."""
    match value:
        case None:
            return "null"
        case bool():
            return "true" if value else "false"
        case str():
            return f'"{shown(value)}"' if value else "an empty text"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case _:
            return "an object"
