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
from typing import TYPE_CHECKING, Any, Final, get_args

import msgspec
from msgspec import inspect

from desktop.pack import integrity
from desktop.pack.model import FORMAT, LanguageTag, Pack, PartialDate, Slug
from desktop.pack.problem import IssueKind, Place, Problem, did_you_mean, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH: Final = 64
"""Maximum nesting of brackets in the JSON."""


def diagnose(data: bytes) -> tuple[Problem, ...]:
    """All problems of the pack in `data`, in the order of the file.

    A file that is not JSON has one problem, the first; so has a pack of a newer format.
    """
    found: list[Problem] = []
    if data.startswith(BOM_UTF8):
        found.append(
            Problem(
                Place("line 1"),
                "A pack begins without a byte order mark.",
                "Save the file as UTF-8 without BOM.",
                IssueKind.BYTE_ORDER_MARK,
            )
        )
    try:
        root = _root(data.removeprefix(BOM_UTF8))
    except _Unreadable as error:
        return (*found, error.problem)
    found += _repeated_keys(root, Place())
    found += _walk(root, _PACK, Place())
    found += integrity.problems(root)
    return tuple(found)


# Bytes to JSON ----------------------------------------------------------------------------


class _Unreadable(Exception):  # noqa: N818  # never leaves this module
    """The bytes are not the JSON of a pack; carries the problem."""

    def __init__(self, where: Place, expected: str, remedy: str) -> None:
        super().__init__(expected)
        self.problem = Problem(where, expected, remedy, IssueKind.FILE)


def _line(before: str) -> Place:
    """The line at the end of the text `before`."""
    number = before.count("\n") + 1
    return Place(f"line {number}")


def _root(data: bytes) -> dict[str, Any]:
    """The JSON object of a pack of this format or an older one."""
    root = _parse(_text(data))
    if not isinstance(root, dict):
        expected = f"A pack is a JSON object, not {_found(root)}."
        raise _Unreadable(Place(), expected, "Check that this is the right file.")
    manifest = root.get("manifest")
    number = manifest.get("format") if isinstance(manifest, dict) else None
    if isinstance(number, int) and number > FORMAT:
        raise _Unreadable(
            Place("manifest.format"),
            f"This pack is made for a newer Luminaria: it has format {number}, and this program "
            f"reads format {FORMAT}.",
            "Install the newest Luminaria.",
        )
    return root


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
        where = _line(data[: error.start].decode())
        expected = f"A pack is UTF-8 text; byte {error.start} is not."
        raise _Unreadable(where, expected, "Save it as UTF-8.") from None
    before, nul, _ = text.partition("\0")
    if nul:
        raise _Unreadable(
            _line(before),
            "A pack has no NUL characters.",
            "The file may be damaged: copy it again.",
        )
    return text


class _Object(dict[str, Any]):
    """A JSON object that records its repeated keys."""

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        counts = Counter(key for key, _ in pairs) if len(self) < len(pairs) else {}
        self.repeated = [key for key, count in counts.items() if count > 1]


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
            text, object_pairs_hook=_Object, parse_int=_integer, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        if _is_cut_off(text, error):
            raise _Unreadable(
                _line(text),
                "The file is cut off: it ends in the middle of the pack.",
                "Copy it again from where it came.",
            ) from None
        words, remedy = next(
            (words for start, words in _SYNTAX.items() if error.msg.startswith(start)),
            ("JSON", "Correct the text at this place"),
        )
        where = Place(f"line {error.lineno}, column {error.colno}")
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
        depth += {"open": 1, "close": -1}.get(token.lastgroup or "", 0)
        if depth > MAX_DEPTH:
            raise _Unreadable(
                _line(text[: token.start()]),
                f"Brackets are nested at most {MAX_DEPTH} deep.",
                "Check that this is the right file.",
            )


def _integer(digits: str) -> int | float:
    """A whole number; an overlong one as infinity, which no field accepts."""
    return int(digits) if len(digits) < 20 else float("inf")


def _constant(name: str) -> float:
    raise _Unreadable(Place(), f"{name} is not a value in JSON.", "Write a number in its place.")


def _repeated_keys(value: object, where: Place) -> Iterator[Problem]:
    if isinstance(value, _Object):
        for key in value.repeated:
            yield Problem(
                where.key(key),
                f'The field "{quoted(key)}" is here more than once.',
                "Keep one of them; only the last one counts.",
                IssueKind.REPEATED_KEY,
            )
        for key, item in value.items():
            yield from _repeated_keys(item, where.key(key))
    elif isinstance(value, list):
        for item, place in where.items(value):
            yield from _repeated_keys(item, place)


# JSON beside the model --------------------------------------------------------------------


_PACK: Final = inspect.type_info(Pack)


def _walk(value: object, expected: inspect.Type, where: Place) -> Iterator[Problem]:
    """All mismatches of `value` with the type `expected`."""
    if isinstance(expected, inspect.UnionType):
        if value is None:
            return
        expected = next(kind for kind in expected.types if not isinstance(kind, inspect.NoneType))
    if isinstance(expected, inspect.StructType) and isinstance(value, dict):
        yield from _walk_record(value, expected, where)
    elif isinstance(expected, inspect.DictType) and isinstance(value, dict):
        for key, item in value.items():
            place = where.tagged(key)
            yield from _walk(key, expected.key_type, place)
            yield from _walk(item, expected.value_type, place)
    elif isinstance(expected, inspect.VarTupleType) and isinstance(value, list):
        if len(value) < (expected.min_length or 0):
            yield Problem(where, "The list is empty.", "Add an item to it.", IssueKind.SCHEMA)
        for item, place in where.items(value):
            yield from _walk(item, expected.item_type, place)
    elif words := _mismatch(value, expected):
        yield Problem(where, *words, IssueKind.SCHEMA)


def _walk_record(
    value: dict[str, Any], expected: inspect.StructType, where: Place
) -> Iterator[Problem]:
    fields = {field.encode_name: field for field in expected.fields}
    for name, field in fields.items():
        if name in value:
            yield from _walk(value[name], field.type, where.key(name))
        elif field.required:
            missing = f'The field "{name}" is missing.'
            yield Problem(where, missing, f'Add "{name}".', IssueKind.SCHEMA)
    for name in value:
        if name not in fields:
            yield Problem(
                where.key(name),
                f'No field has the name "{quoted(name)}"; it is passed over.',
                did_you_mean(name, fields, "Remove it, or check the format of packs."),
                IssueKind.UNKNOWN_FIELD,
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
    if isinstance(value, str):
        if expected.max_length is not None and len(value) > expected.max_length:
            limit = f"At most {expected.max_length} characters are allowed, not {len(value)}."
            return limit, "Shorten the text."
        if len(value) < (expected.min_length or 0):
            return "The text is empty.", "Write the text, or remove its record."
        if any("\ud800" <= char <= "\udfff" for char in value if not value.isascii()):
            return "The text has half a character (a lone surrogate).", "Type the character again."
        if re.search(expected.pattern or "", value):
            return None
    words = _WORDS.get(expected.pattern or "", "Text in double quotes")
    return f"{words} is expected, not {_found(value)}.", "Correct the value."


_WORDS: Final = {
    get_args(kind)[1].pattern: words
    for kind, words in (
        (Slug, "An id of lower-case letters, digits and single hyphens"),
        (LanguageTag, 'A language tag such as "en" or "es-MX"'),
        (PartialDate, 'A year, a month such as "2024-05" or a date such as "2024-05-31"'),
    )
}


def _is_date(value: object) -> bool:
    try:
        return isinstance(value, str) and bool(msgspec.convert(value, dt.date))
    except ValueError:  # also of a lone surrogate, which msgspec cannot encode
        return False


def _found(value: object) -> str:
    """Description of `value`."""
    match value:
        case None | bool():
            return json.dumps(value)
        case str():
            return f'"{quoted(value)}"' if value else "an empty text"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case _:
            return "an object"
