"""Phrases that a pack lists: synonyms, and phrases that use its words in another sense."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from desktop.search.index.analysis import tokenize

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.languages.language import Search
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.plan import QueryWord, StemSequence


class Synonyms:
    """Synonyms: groups of words and short phrases with the same meaning, as stems.

    The synonyms of a phrase are the others of its group, except those with function words ("no
    papers", "get out"), which nearly every text contains. Words as typed take precedence over
    stems: "trafficking" and "trafficker" may be in different groups. `function_words` has those of
    all languages of the pack.
    """

    def __init__(
        self, groups: Iterable[Sequence[str]], lexicon: Lexicon, function_words: Search
    ) -> None:
        self._by_words: dict[tuple[str, ...], list[StemSequence]] = {}
        self._by_stems: dict[StemSequence, list[StemSequence]] = {}
        for group in groups:
            found = [
                tuple(word for word in tokenize(text) if word not in function_words.articles)
                for text in group
            ]
            stems_of = {words: tuple(map(lexicon.stem, words)) for words in found if words}
            content_stems = [
                stems
                for wording, stems in stems_of.items()
                if all(map(lexicon.language.is_content, wording))
            ]
            for phrase, stems in stems_of.items():
                others = [other for other in content_stems if other != stems]
                self._by_words.setdefault(phrase, []).extend(others)
                self._by_stems.setdefault(stems, []).extend(others)
        self.longest = max(map(len, self._by_words), default=0)

    def lookup(self, phrase: tuple[str, ...], stems: StemSequence) -> Sequence[StemSequence]:
        """The synonyms of exactly `phrase`, else of its `stems`."""
        return self._by_words.get(phrase, self._by_stems.get(stems, ()))


class UnrelatedPhrases:
    """Phrases of one language that use a pack's words in another sense: "labor day".

    Words do not show their sense, so the author of a pack lists such phrases. They are compared by
    stems, in order; articles and words like "of" are ignored, other words must match: "make me a
    model" does not match "make model". A phrase with a single content word ("where is the
    bathroom") must be the whole query.
    """

    def __init__(self, phrases: Iterable[str], lexicon: Lexicon, function_words: Search) -> None:
        self._between = function_words.articles | function_words.links
        self._tag = lexicon.language.tag
        self._stem = lexicon.stem
        split = list(map(tokenize, phrases))
        distinct = list(set(chain.from_iterable(split)))
        stem = dict(zip(distinct, lexicon.language.stems(distinct), strict=True))
        self._phrases: set[StemSequence] = set()
        self._whole_queries: set[StemSequence] = set()
        for own in split:
            row = tuple([stem[word] for word in own if word not in self._between])
            content_words = sum(map(lexicon.language.is_content, own))
            if content_words:
                (self._phrases if content_words > 1 else self._whole_queries).add(row)
        self._longest = max(map(len, self._phrases), default=0)

    def matched_words(self, typed: Sequence[QueryWord]) -> set[QueryWord]:
        """The words of `typed` that are part of an unrelated phrase."""
        row = [word for word in typed if word.text not in self._between]
        stems = tuple(word.stems[self._tag][0] for word in row)
        if stems in self._whole_queries:
            return set(typed)
        taken = self._matched_words(row, stems)
        if any(word.correction for word in row):  # the correction may be wrong
            taken |= self._matched_words(row, tuple(self._stem(word.text) for word in row))
        return taken

    def _matched_words(self, row: Sequence[QueryWord], stems: StemSequence) -> set[QueryWord]:
        return {
            word
            for length in range(2, min(self._longest, len(row)) + 1)
            for at in range(len(row) - length + 1)
            if stems[at : at + length] in self._phrases
            for word in row[at : at + length]
        }
