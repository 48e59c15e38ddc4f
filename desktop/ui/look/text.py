"""Conversion of text for Qt: UTF-16 offsets, escaped rich text, positions of words."""

from __future__ import annotations

import re
import unicodedata
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.pack.markup import Run


def to_utf16(text: str, at: int) -> int:
    """Convert the offset `at` of `text` from code points to UTF-16 units, as Qt counts."""
    return at + sum(1 for char in text[:at] if ord(char) > 0xFFFF)


def occurrences(text: str, words: str) -> list[tuple[int, int]]:
    """Occurrences of `words` in `text`, start and end in code points, without overlaps.

    Case and accents are ignored.
    """
    needle = re.escape(_folded(words.strip()))
    return [match.span() for match in re.finditer(needle, _folded(text))] if needle else []


def _folded(text: str) -> str:
    """`text` without case and accents, one code point for each original one."""
    return "".join(unicodedata.normalize("NFD", char)[0].casefold()[:1] or char for char in text)


class Rich(str):
    """Rich text with all content escaped: no other text is shown as rich text."""


def paragraph(text: str) -> Rich:
    """Convert plain text to one Qt rich text paragraph."""
    return _paragraph(escape(text))


def rich(runs: Iterable[Run]) -> Rich:
    """Convert runs of one block, from `desktop.pack.markup.parse`, to a Qt rich text paragraph."""
    return _paragraph("".join(map(_rich_run, runs)))


def _paragraph(body: str) -> Rich:
    return Rich(f'<p style="margin:0; line-height:112%">{body}</p>')


def _rich_run(run: Run) -> str:
    text = escape(run.text)
    if run.bold:
        text = f"<b>{text}</b>"
    if run.italic:
        text = f"<i>{text}</i>"
    return f'<a href="{escape(run.link)}">{text}</a>' if run.link else text
