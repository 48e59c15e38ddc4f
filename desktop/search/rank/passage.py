"""Splits answers into sentences, and cuts passages from them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.pack.markup import plain_text
from desktop.search.results import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST: Final = 160  # code points of a passage, with its ellipses
_MARKED: Final = re.compile(r"[*\[\\#`<&~_>|+]|^\s*(?:-|\d+[.)])\s|\s{2}|\n", re.MULTILINE)
_BOUNDARY: Final = re.compile(r"(?<=[.!?…])[\"'”’»)]*\s+(?=[\"'“‘«(¿¡]*[^\Wa-z_])")  # noqa: RUF001
_SPACE: Final = re.compile(r"\s+")


def sentences(markdown: str) -> list[str]:
    """The sentences of `markdown`, plain text on one line each, in order."""
    text = plain_text(markdown) if _MARKED.search(markdown) else markdown
    found = (
        _SPACE.sub(" ", sentence).strip()
        for line in text.splitlines()
        for sentence in _BOUNDARY.split(line)
    )
    return [sentence for sentence in found if sentence]


def around(text: str, marked: Sequence[Span]) -> tuple[str, Sequence[Span]]:
    """At most `LONGEST` code points of `text`, at word boundaries, with most of `marked`.

    Returns: the passage, and the spans of `marked` in it, relative to it.
    """
    if len(text) <= LONGEST:
        return text, marked
    room = LONGEST - 4  # an ellipsis and a space at either end
    starts = [span.start for span in marked if span.end - span.start <= room]
    first = max(
        starts or [0],
        key=lambda start: sum(start <= span.start and span.end <= start + room for span in marked),
    )
    if first <= room // 2:
        first = 0
    else:  # some words of context before the first match
        lead = text.find(" ", max(0, min(first - room // 4, len(text) - room)))
        first = lead + 1 if 0 <= lead < first else first
    end = min(len(text), first + room)
    if end < len(text) and " " in text[first:end]:
        end = text.rindex(" ", first, end)
    before, after = "… " * bool(first), " …" * (end < len(text))
    shift = first - len(before)
    return f"{before}{text[first:end].rstrip()}{after}", [
        Span(span.start - shift, span.end - shift)
        for span in marked
        if first <= span.start and span.end <= end
    ]
