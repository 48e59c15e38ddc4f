"""Common words of a language, and the penalty for those that a pack lacks.

Common words are not typos of a pack's words: "bake a cake" is not corrected to "take a case". A
pack about nail salons does not answer "nail fungus"; "fungus" is a common word that it lacks. How
reliable that is depends on the number of phrasings, so the penalty is calibrated for each pack by
leave-one-out over its own phrasings: the largest weight that refuses at most 4 % of them.

The lists, one per language, are folded and sorted. They come from wordfreq (Speer 2022): words
with a frequency above 1 in 300,000.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from desktop.base.resources import asset

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.search.index.lexicon import LexiconBuilder

MIN_COVERAGE: Final = 0.2  # share of a query that must be found, with weighted common words
TOPIC_WORD_SHARE: Final = 0.4  # share of the documents; a word in more of them is a topic word
_WEIGHTS_DESCENDING: Final = (3, 2, 1)
_MAX_REFUSED_SHARE: Final = 0.04  # share of the phrasings; of later queries it was a tenth of that
_MIN_PHRASINGS: Final = 100  # phrasings; fewer are not significant
_MAX_PHRASINGS: Final = 5000


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


class CommonWordCalibrator:
    """Collects phrasings while an index is built, and computes the weight at the end."""

    def __init__(self, lexicons: Mapping[str, LexiconBuilder]) -> None:
        self._lexicons = lexicons
        # Language and content words, each with whether it is nowhere else in its document.
        self._asked: list[tuple[str, list[tuple[str, bool]]]] = []

    def add(self, lang: str, phrasings: Sequence[Sequence[str]], counts: Counter[str]) -> None:
        """Add the phrasings of a document, as words, and the document's word counts."""
        weights = self._lexicons[lang].language.weights
        for phrasing in phrasings[: _MAX_PHRASINGS - len(self._asked)]:
            words = sorted(set(phrasing).difference(weights))
            only_here = [counts[word] == phrasing.count(word) for word in words]
            self._asked.append((lang, list(zip(words, only_here, strict=True))))

    def common_word_weight(self) -> int:
        """The weight of common words that the pack lacks: 1 (as any word) to 3."""
        if len(self._asked) < _MIN_PHRASINGS:
            return 1
        return next((w for w in _WEIGHTS_DESCENDING if self._refused(w) <= _MAX_REFUSED_SHARE), 1)

    def _refused(self, weight: int) -> float:
        refused = 0
        for lang, words in self._asked:
            lexicon = self._lexicons[lang]
            found = total = 0.0
            about = False
            for word, only_here in words:
                frequency = lexicon.document_frequency(word) - only_here
                if frequency:
                    found += lexicon.idf(frequency)
                    about = about or frequency > TOPIC_WORD_SHARE * lexicon.size
                else:
                    total += lexicon.idf(0) * (weight if is_common(word, self._lexicons) else 1)
            refused += bool(words) and not about and found < MIN_COVERAGE * (found + total)
        return refused / len(self._asked)
