"""Phrases that use a pack's words in another sense: "labor day", "law of gravity".

Words do not show their sense, so the author of a pack lists such phrases. They are compared by
stems, in order; articles and words like "of" are ignored, other words must match: "make me a
model" does not match "make model". A phrase with a single content word ("where is the bathroom")
must be the whole query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.index.analysis import CONTENT, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.languages.language import Search
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.synonyms import StemSequence
    from desktop.search.query.word import QueryWord


class UnrelatedPhrases:
    """The unrelated phrases of one language.

    Args:
        wordings: the phrases.
        lexicon: of that language.
        small: function words of all languages of the pack.
    """

    def __init__(self, wordings: Iterable[str], lexicon: Lexicon, small: Search) -> None:
        self._between = small.articles | small.links
        self._tag = lexicon.language.tag
        self._stem = lexicon.stem
        split = [words(text) for text in wordings]
        decides = {word: lexicon.language.weight(word) == CONTENT for own in split for word in own}
        distinct = list(decides)
        stem = dict(zip(distinct, lexicon.language.stems(distinct), strict=True))
        rows = [tuple(stem[word] for word in own if word not in self._between) for own in split]
        content_counts = [sum(decides[word] for word in own) for own in split]
        self._wordings = {row for row, count in zip(rows, content_counts, strict=True) if count > 1}
        self._longest = max(map(len, self._wordings), default=0)
        self._whole = {row for row, count in zip(rows, content_counts, strict=True) if count == 1}

    def words_in(self, typed: Sequence[QueryWord]) -> set[QueryWord]:
        """The words of `typed` that are part of an unrelated phrase."""
        row = [word for word in typed if word.text not in self._between]
        meant = tuple(word.said[self._tag][0] for word in row)
        if meant in self._whole:
            return set(typed)
        taken = self._taken(row, meant)
        if any(word.correction for word in row):  # the correction may be wrong
            taken |= self._taken(row, tuple(self._stem(word.text) for word in row))
        return taken

    def _taken(self, row: Sequence[QueryWord], stems: StemSequence) -> set[QueryWord]:
        return {
            word
            for length in range(2, min(self._longest, len(row)) + 1)
            for at in range(len(row) - length + 1)
            if stems[at : at + length] in self._wordings
            for word in row[at : at + length]
        }
