"""Synonyms of a pack: groups of words and short phrases with the same meaning."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.index.analysis import CONTENT, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.languages.language import Search
    from desktop.search.index.lexicon import Lexicon

StemSequence = tuple[str, ...]
"""One or more stems that must occur together."""


class Synonyms:
    """Lookup of synonyms, as stems.

    The synonyms of a phrase are the others of its group, except those with function words ("no
    papers", "get out"), which nearly every text contains. Words as typed take precedence over
    stems: "trafficking" and "trafficker" may be in different groups.

    Args:
        groups: groups of phrases of one language.
        lexicon: of that language.
        small: function words of all languages of the pack.
    """

    def __init__(self, groups: Iterable[Sequence[str]], lexicon: Lexicon, small: Search) -> None:
        self._by_words: dict[tuple[str, ...], list[StemSequence]] = {}
        self._by_stems: dict[StemSequence, list[StemSequence]] = {}
        for group in groups:
            found = [
                tuple(word for word in words(text) if word not in small.articles) for text in group
            ]
            stems_of = {wording: tuple(map(lexicon.stem, wording)) for wording in found if wording}
            content_stems = [
                stems
                for wording, stems in stems_of.items()
                if all(lexicon.language.weight(word) == CONTENT for word in wording)
            ]
            for wording, stems in stems_of.items():
                others = [other for other in content_stems if other != stems]
                self._by_words.setdefault(wording, []).extend(others)
                self._by_stems.setdefault(stems, []).extend(others)
        self.longest = max(map(len, self._by_words), default=0)

    def of(self, wording: tuple[str, ...], stems: StemSequence) -> Sequence[StemSequence]:
        """The synonyms of exactly `wording`, else of its `stems`."""
        if wording in self._by_words:
            return self._by_words[wording]
        return self._by_stems.get(stems, ())
