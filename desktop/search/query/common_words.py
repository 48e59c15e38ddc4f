"""Common words of a language, which are not typos of a pack's words.

Without them "bake a cake" would be corrected to "take a case". A query with common words that the
pack lacks is likely about something else: "nail fungus" in a pack about nail salons. The lists,
one per language, are folded and sorted. They come from wordfreq (Speer 2022): words with a
frequency above 1 in 300,000.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.base.resources import asset

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def common_words(language: str) -> frozenset[str]:
    """The common words of `language` ("en"); empty if it has no list."""
    try:
        return frozenset(asset("words", f"{language}.txt").read_text("utf-8").split())
    except FileNotFoundError:
        return frozenset()


def is_common(word: str, languages: Iterable[str]) -> bool:
    """Whether `word` (folded) is a common word of any of `languages` (tags)."""
    return any(word in common_words(tag.partition("-")[0]) for tag in languages)
