"""Adjacency: the share of the query's adjacent word pairs that are adjacent in a document.

After Tao and Zhai, "An Exploration of Proximity Measures in Information Retrieval" (2007). Pairs
must be adjacent in one question, phrasing or sentence; pairs up to three words apart helped less.
"""

from __future__ import annotations

from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.search.index.index import Index
    from desktop.search.query.planner import QueryPlan
    from desktop.search.query.word import QueryWord

_VARIANTS: Final = 4  # the best of a word


class AdjacencyScorer:
    """The adjacent word pairs of one plan in one language."""

    def __init__(self, plan: QueryPlan, lang: str) -> None:
        stems = [_best(word, lang) for word in plan.words]
        self._pairs = [
            [(left, right, f" {left} {right} ") for left in lefts for right in rights]
            for lefts, rights in pairwise(stems)
            if lefts and rights
        ]

    def share(self, index: Index, number: int) -> float:
        """The share of the pairs in a document of `index`, 0 to 1."""
        if not self._pairs:
            return 0.0
        stems, runs = index.impacts(number), index.runs(number)
        found = 0
        for pair in self._pairs:
            for left, right, phrase in pair:
                if left in stems and right in stems and phrase in runs:
                    found += 1
                    break
        return found / len(self._pairs)


def _best(word: QueryWord, lang: str) -> list[str]:
    """The best variants of `word` with a single stem."""
    fits = {stems[0]: fit for stems, fit in word.variants.get(lang, {}).items() if len(stems) == 1}
    return nlargest(_VARIANTS, fits, key=fits.__getitem__)
