"""Phrases that a pack lists: synonyms, and phrases that use its words in another sense."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from desktop.search.index.analysis import words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.languages.language import Search
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.plan import QueryWord, StemSequence


class Synonyms:
    """Synonyms: groups of words and short phrases with the same meaning, as stems.

    The synonyms of a phrase are the others of its group, except those with function words ("no
    papers", "get out"), which nearly every text contains. Words as typed take precedence over
    stems: "trafficking" and "trafficker" may be in different groups. `small` has the function words
    of all languages of the pack.
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
                if all(map(lexicon.language.is_content, wording))
            ]
            for wording, stems in stems_of.items():
                others = [other for other in content_stems if other != stems]
                self._by_words.setdefault(wording, []).extend(others)
                self._by_stems.setdefault(stems, []).extend(others)
        self.longest = max(map(len, self._by_words), default=0)

    def of(self, wording: tuple[str, ...], stems: StemSequence) -> Sequence[StemSequence]:
        """The synonyms of exactly `wording`, else of its `stems`."""
        return self._by_words.get(wording, self._by_stems.get(stems, ()))


class UnrelatedPhrases:
    """Phrases of one language that use a pack's words in another sense: "labor day".

    Words do not show their sense, so the author of a pack lists such phrases. They are compared by
    stems, in order; articles and words like "of" are ignored, other words must match: "make me a
    model" does not match "make model". A phrase with a single content word ("where is the
    bathroom") must be the whole query.
    """

    def __init__(self, wordings: Iterable[str], lexicon: Lexicon, small: Search) -> None:
        self._between = small.articles | small.links
        self._tag = lexicon.language.tag
        self._stem = lexicon.stem
        split = list(map(words, wordings))
        distinct = list(set(chain.from_iterable(split)))
        stem = dict(zip(distinct, lexicon.language.stems(distinct), strict=True))
        self._wordings: set[StemSequence] = set()
        self._whole: set[StemSequence] = set()
        for own in split:
            row = tuple([stem[word] for word in own if word not in self._between])
            content_words = sum(map(lexicon.language.is_content, own))
            if content_words:
                (self._wordings if content_words > 1 else self._whole).add(row)
        self._longest = max(map(len, self._wordings), default=0)

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
