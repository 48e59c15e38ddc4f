"""The words of one language of a pack: their stems, how often they occur, what they complete.

Everything a query may become is chosen here among words the pack really has; tantivy is
only asked about those. Its own fuzzy and prefix queries score flat and cost 8 to 180 times
as much.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from heapq import nlargest
from typing import TYPE_CHECKING, Final

from desktop.search.function_words import CONTENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from desktop.search.analysis import Language

COMPLETIONS: Final = 12  # per unfinished word
_SHORT: Final = 3  # completions of so few letters are worked out beforehand: there are many
_TITLE_BONUS: Final = 3  # a word of a question is worth this many more of an answer's


class Lexicon:
    """The words of one language of one pack.

    Args:
        language: how to stem them.
        documents: per document, its words by field.
        extra: words that count as known although no document has them.
    """

    def __init__(
        self,
        language: Language,
        documents: Iterable[Mapping[str, list[str]]],
        extra: Iterable[str] = (),
    ) -> None:
        self.language = language
        self.size = 0
        prominence: Counter[str] = Counter()
        fields_of: list[dict[str, frozenset[str]]] = []
        for document in documents:
            self.size += 1
            fields = {name: frozenset(found) for name, found in document.items() if found}
            fields_of.append(fields)
            prominence.update(frozenset().union(*fields.values()))
            for word in fields.get("question", ()):
                prominence[word] += _TITLE_BONUS
        known = dict.fromkeys([*prominence, *extra, *language.weights])
        self.stem_of: dict[str, str] = dict(zip(known, language.stems(list(known)), strict=True))
        self.prominence: Mapping[str, int] = prominence
        self.frequency: Counter[str] = Counter()
        self.fields: dict[str, set[str]] = {}
        for fields in fields_of:
            seen: set[str] = set()
            for name, found in fields.items():
                stems = {self.stem_of[word] for word in found}
                seen |= stems
                for stem in stems:
                    self.fields.setdefault(stem, set()).add(name)
            self.frequency.update(seen)
        self._stems = frozenset(self.stem_of.values())
        self._arrange(prominence)

    def _arrange(self, prominence: Counter[str]) -> None:
        """Sort the words for `complete`; words that never decide stand apart."""
        weight = self.language.weight
        self._content = sorted(word for word in prominence if weight(word) == CONTENT)
        self.content_words = frozenset(self._content)
        self._function = sorted(word for word in prominence if weight(word) != CONTENT)
        self._by_short: dict[str, list[str]] = {}
        for word in sorted(self._content, key=self._rank, reverse=True):
            for length in range(1, min(_SHORT, len(word)) + 1):
                best = self._by_short.setdefault(word[:length], [])
                if len(best) < COMPLETIONS:
                    best.append(word)

    def _rank(self, word: str) -> tuple[int, str]:
        return self.prominence[word], word

    def stem(self, word: str) -> str:
        """The stem of a folded word, known or not."""
        return self.stem_of.get(word) or self.language.stems([word])[0]

    def knows(self, word: str) -> bool:
        """Whether the pack has `word` (folded) or another form of it."""
        return word in self.stem_of or self.stem(word) in self._stems

    def idf(self, frequency: int) -> float:
        """How telling a word in `frequency` documents is (Robertson and Spärck Jones, as BM25)."""
        return math.log(1 + (self.size - frequency + 0.5) / (frequency + 0.5))

    def complete(self, prefix: str) -> list[str]:
        """The foremost words that begin with `prefix`; function words only if there are no others.

        `prefix` itself is not among them.
        """
        if len(prefix) <= _SHORT:
            found = self._by_short.get(prefix, [])
        else:
            found = nlargest(COMPLETIONS, _starting(self._content, prefix), key=self._rank)
        found = found or _starting(self._function, prefix)[:COMPLETIONS]
        return [word for word in found if word != prefix]

    def completes(self, prefix: str) -> bool:
        """Whether a content word begins with `prefix`."""
        at = bisect_left(self._content, prefix)
        return at < len(self._content) and self._content[at].startswith(prefix)


def _starting(ordered: list[str], prefix: str) -> list[str]:
    first = bisect_left(ordered, prefix)
    return ordered[first : bisect_left(ordered, prefix + "\U0010ffff", first)]
