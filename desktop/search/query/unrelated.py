"""Wordings that use a pack's words for something else: "labor day", "law of gravity".

What tells them from the pack's subject is meaning, which words do not have; so the author of a
pack lists those that people type. They are compared by the stems of their deciding words, in
order and with nothing else between them but words like "of" and "the": "make me a model" is no
"make model". One with a single deciding word ("where is the bathroom") must be all that was typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.search.index.analysis import words
from desktop.search.query.function_words import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.languages.language import Search
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.synonyms import StemSequence
    from desktop.search.query.word import QueryWord


class UnrelatedPhrases:
    """The unrelated wordings of one language.

    Args:
        wordings: of a pack.
        lexicon: of that language.
        small: words of all languages of the pack that never decide.
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
        telling = [sum(decides[word] for word in own) for own in split]
        self._wordings = {row for row, count in zip(rows, telling, strict=True) if count > 1}
        self._longest = max(map(len, self._wordings), default=0)
        self._whole = {row for row, count in zip(rows, telling, strict=True) if count == 1}

    def words_in(self, typed: Sequence[QueryWord]) -> set[QueryWord]:
        """The words of `typed` that an unrelated wording takes."""
        row = [word for word in typed if word.text not in self._between]
        meant = tuple(word.said[self._tag][0] for word in row)
        if meant in self._whole:
            return set(typed)
        taken = self._taken(row, meant)
        if any(word.correction for word in row):  # it may be no slip
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
