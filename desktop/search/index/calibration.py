"""How much an everyday word that a pack lacks speaks against the pack answering a query.

"Nail fungus" is none of the questions of a pack that knows nail salons, and "fungus" says so. How
far that can be trusted depends on how many ways of asking the pack knows, so each pack is
measured with its own phrasings: as if each were asked of the pack without it (leave-one-out). The
strictest weight is taken that refuses no more than one in twenty-five of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.search.query.common_words import is_everyday
from desktop.search.query.function_words import CONTENT

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Mapping, Sequence

    from desktop.search.index.lexicon import LexiconBuilder

MIN_COVERAGE: Final = 0.2  # share of a query that must be found, everyday words weighed
TOPIC_WORD_SHARE: Final = 0.4  # share of the documents: a word in more is what the pack is about
_STRICTEST_FIRST: Final = (3, 2, 1)
_REFUSED: Final = 0.04  # of them; of queries asked later it was a tenth of that
_ENOUGH: Final = 100  # phrasings, fewer of which tell nothing
_MOST: Final = 5000


class _HeldOutPhrasing(NamedTuple):
    """A phrasing: its deciding words, whether each is nowhere else in its document."""

    lang: str
    words: tuple[tuple[str, bool], ...]


class CommonWordCalibrator:
    """Gathers phrasings while an index is built, and weighs them at the end."""

    def __init__(self, lexicons: Mapping[str, LexiconBuilder]) -> None:
        self._lexicons = lexicons
        self._asked: list[_HeldOutPhrasing] = []

    def add(self, lang: str, phrasings: Sequence[Sequence[str]], counts: Counter[str]) -> None:
        """Take in the phrasings of a document, as words, and how often it has each word."""
        weight = self._lexicons[lang].language.weight
        for phrasing in phrasings[: _MOST - len(self._asked)]:
            words = {word for word in phrasing if weight(word) == CONTENT}
            self._asked.append(
                _HeldOutPhrasing(
                    lang, tuple((w, counts[w] == phrasing.count(w)) for w in sorted(words))
                )
            )

    def weight(self) -> int:
        """What an everyday word counts that the pack lacks: 1 as any other, 3 at most."""
        if len(self._asked) < _ENOUGH:
            return 1
        return next((w for w in _STRICTEST_FIRST if self._refused(w) <= _REFUSED), 1)

    def _refused(self, weight: int) -> float:
        refused = 0
        for lang, words in self._asked:
            lexicon = self._lexicons[lang]
            found = whole = 0.0
            about = False
            for word, only_here in words:
                frequency = lexicon.frequency(word) - only_here
                if frequency:
                    found += lexicon.idf(frequency)
                    about = about or frequency > TOPIC_WORD_SHARE * lexicon.size
                elif is_everyday(word, self._lexicons):
                    whole += weight * lexicon.idf(0)
                else:
                    whole += lexicon.idf(0)
            refused += bool(words) and not about and found < MIN_COVERAGE * (found + whole)
        return refused / len(self._asked)
