"""Everyday words that a pack may lack and that are yet no slips of its words.

Without them "bake a cake" would be read as "take a case". And a query that has them is likely
about something else: "nail fungus" in a pack that knows nail salons. The lists, of a language
each, are folded and sorted; they come from wordfreq (Speer 2022): words that make up more than
one in 300,000 of what is written.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from desktop.base.resources import asset

if TYPE_CHECKING:
    from collections.abc import Iterable


@cache
def everyday_words(language: str) -> frozenset[str]:
    """Everyday words of `language` ("en"); none where there is no list."""
    try:
        return frozenset(asset("words", f"{language}.txt").read_text("utf-8").split())
    except FileNotFoundError:
        return frozenset()


def is_everyday(word: str, languages: Iterable[str]) -> bool:
    """Whether `word` (folded) is one in any of `languages` (tags)."""
    return any(word in everyday_words(tag.partition("-")[0]) for tag in languages)
