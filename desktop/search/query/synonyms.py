"""Synonyms of a pack: groups of wordings, a word or a few, that mean the same in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.index.analysis import words
from desktop.search.query.function_words import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.languages.language import Search
    from desktop.search.index.lexicon import Lexicon

StemSequence = tuple[str, ...]
"""One or more stems that must occur together."""


class Synonyms:
    """What else to look for, by stems.

    Every wording leads to the others of its group; none leads to one with words that never
    decide ("no papers", "get out"), which nearly every text has somewhere. Words as typed
    come before their stems: "trafficking" and "trafficker" may stand in different groups.

    Args:
        groups: of the wordings of one language.
        lexicon: of that language.
        small: words of all languages of the pack that never decide.
    """

    def __init__(self, groups: Iterable[Sequence[str]], lexicon: Lexicon, small: Search) -> None:
        self._by_words: dict[tuple[str, ...], list[StemSequence]] = {}
        self._by_stems: dict[StemSequence, list[StemSequence]] = {}
        for group in groups:
            found = [
                tuple(word for word in words(text) if word not in small.articles) for text in group
            ]
            stems_of = {wording: tuple(map(lexicon.stem, wording)) for wording in found if wording}
            telling = [
                stems
                for wording, stems in stems_of.items()
                if all(lexicon.language.weight(word) == CONTENT for word in wording)
            ]
            for wording, stems in stems_of.items():
                others = [other for other in telling if other != stems]
                self._by_words.setdefault(wording, []).extend(others)
                self._by_stems.setdefault(stems, []).extend(others)
        self.longest = max(map(len, self._by_words), default=0)

    def of(self, wording: tuple[str, ...], stems: StemSequence) -> Sequence[StemSequence]:
        """Wordings that mean the same as exactly `wording`, else as its `stems`."""
        if wording in self._by_words:
            return self._by_words[wording]
        return self._by_stems.get(stems, ())
