"""Words that stand side by side in the query and in a document: a phrase says more than its words.

After Tao and Zhai, "An Exploration of Proximity Measures in Information Retrieval" (2007), cut
down to what helped: of the query's pairs of neighbours, the share that are neighbours in one
question, wording or sentence of the document. Pairs up to three words apart helped less.
"""

from __future__ import annotations

from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from desktop.search.index.index import Index
    from desktop.search.query.planner import QueryPlan
    from desktop.search.query.word import QueryWord

_VARIANTS: Final = 4  # of what a word may stand for, the best


class AdjacencyScorer:
    """The pairs of neighbours of one plan in one language."""

    def __init__(self, plan: QueryPlan, lang: str) -> None:
        stems = [_best(word, lang) for word in plan.words]
        self._pairs = [
            [(left, right, f" {left} {right} ") for left in lefts for right in rights]
            for lefts, rights in pairwise(stems)
            if lefts and rights
        ]

    def share(self, index: Index, number: int) -> float:
        """Which share of the pairs is in a document of `index`; 0 to 1."""
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
    """The single stems that `word` most likely stands for."""
    fits = {stems[0]: fit for stems, fit in word.variants.get(lang, {}).items() if len(stems) == 1}
    return nlargest(_VARIANTS, fits, key=fits.__getitem__)
