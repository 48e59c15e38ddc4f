"""Ranking of the documents for a plan, in two stages.

1. Candidates: the best documents by a sum of BM25 over all variants of all words, found by tantivy
   with block-max WAND (Ding and Suel 2011).
2. Score, with the impacts of the index (Anh and Moffat 2002), class weight 1, 0.7 or 0.4, the idf
   of the stem in its weightiest field in the document, and the mean over the stems of a variant:

     value = class weight * variant weight * (1 + idf) * impact
     score = sum over words of (max value + 0.5 * sum of the other values)
     score *= 0.5 + 0.5 * coverage, the share of class weight * idf that the document contains

   The best language of each entry counts. The first hits are multiplied by 1 + 0.3 * adjacency;
   hits far below the best are dropped.

Adjacency is the share of the query's adjacent word pairs that are adjacent in a document (after Tao
and Zhai, "An Exploration of Proximity Measures in Information Retrieval", 2007): in one question,
phrasing or sentence; pairs up to three words apart helped less.
"""

from __future__ import annotations

from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from tantivy import Occur, Query

from desktop.search.index.analysis import FUNCTION
from desktop.search.index.impacts import FIELD_BITS, TIE_BREAKER
from desktop.search.index.index import Index, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.plan import QueryPlan, QueryWord, StemSequence

MIN_CANDIDATES: Final = 40
MIN_RELATIVE_SCORE: Final = 0.15  # of the best: below it no right entry of 398 queries was lost
OTHER_LANGUAGE_FACTOR: Final = 0.8  # an answer in another language must score clearly higher
_LARGE_INDEX: Final = 5000  # documents; from here on frequent words do not select candidates
_PHRASE_BONUS: Final = 0.3  # bonus if all words are adjacent; 0.2 and 0.6 helped less
_RERANK_DEPTH: Final = 10  # hits reordered by adjacency
_IMPACT_MASK: Final = (1 << FIELD_BITS) - 1
_FREQUENT_SHARE: Final = 0.05  # share of the documents with a frequent word
_PAIRED: Final = 4  # the best variants of a word


def rank_documents(
    index: Index, plan: QueryPlan, *, lang: str, limit: int
) -> list[tuple[float, int]]:
    """Scores and numbers of at most `limit` documents that answer `plan`, best first.

    Only the best language of each entry counts; `lang` is preferred.
    """
    query = _candidate_query(index, plan)
    if query is None or limit <= 0:
        return []
    scorers = {tag: Scorer(plan, lexicon) for tag, lexicon in index.lexicons.items()}
    best: dict[int, tuple[float, int]] = {}
    for number in index.top_documents(query, max(MIN_CANDIDATES, 2 * limit)):
        language = index.language(number)
        score = scorers[language].score(index.impacts(number))
        if language != lang:
            score *= OTHER_LANGUAGE_FACTOR
        entry = index.entry(number)
        if score > best.get(entry, (0.0, 0))[0]:
            best[entry] = score, number
    hits = sorted(best.values(), key=lambda hit: -hit[0])[:limit]
    phrases = {tag: AdjacencyScorer(plan, tag) for tag in index.lexicons}
    first = [
        (
            score
            * (1 + _PHRASE_BONUS * phrases[index.language(number)].matched_share(index, number)),
            number,
        )
        for score, number in hits[:_RERANK_DEPTH]
    ]
    hits[:_RERANK_DEPTH] = sorted(first, key=lambda hit: -hit[0])
    return [hit for hit in hits if hit[0] >= MIN_RELATIVE_SCORE * hits[0][0]]


class _WeightedStem(NamedTuple):
    """A stem of a variant of a query word.

    Attributes:
        word: index of the word in the query.
        weight: weight of the variant, 0 to 1.
        boost: class weight * fit / number of stems of the variant.
        scaled_idfs: (1 + idf) per unit of impact, by number of the weightiest field.
    """

    word: int
    weight: float
    boost: float
    scaled_idfs: tuple[float, ...]


class Scorer:
    """Scores the documents of one language for one plan."""

    def __init__(self, plan: QueryPlan, lexicon: Lexicon) -> None:
        lang = lexicon.language.tag
        has_content = plan.has_content_match
        self._idf_shares = [word.weights[lang] * word.idf[lang] for word in plan.words]
        self._shows = [word.weights[lang] > FUNCTION or not has_content for word in plan.words]
        self._total_share = sum(self._idf_shares)
        self._single: dict[str, list[_WeightedStem]] = {}
        self._together: list[tuple[StemSequence, list[_WeightedStem]]] = []
        for number, word in enumerate(plan.words):
            for stems, weight in word.variants.get(lang, {}).items():
                boost = word.weights[lang] * weight / len(stems)
                sought = [
                    _WeightedStem(number, weight, boost, lexicon.scaled_idf_by_field(stem))
                    for stem in stems
                ]
                if len(stems) == 1:
                    self._single.setdefault(stems[0], []).extend(sought)
                else:
                    self._together.append((stems, sought))

    def score(self, impacts: Mapping[str, int]) -> float:
        """The score of a document with `impacts`.

        0 if only function words match, and the query has content words.
        """
        values: dict[int, list[tuple[float, float]]] = {}
        for stem in self._single.keys() & impacts.keys():
            impact = impacts[stem]
            field, size = impact >> FIELD_BITS, impact & _IMPACT_MASK
            for word, weight, boost, scaled_idfs in self._single[stem]:
                values.setdefault(word, []).append((boost * scaled_idfs[field] * size, weight))
        for stems, sought in self._together:
            if impacts.keys() >= {*stems}:
                found = [impacts[stem] for stem in stems]
                value = sum(
                    one.boost * one.scaled_idfs[impact >> FIELD_BITS] * (impact & _IMPACT_MASK)
                    for one, impact in zip(sought, found, strict=True)
                )
                values.setdefault(sought[0].word, []).append((value, sought[0].weight))
        score = covered = 0.0
        shows = False
        for word, own in values.items():
            if len(own) == 1:
                best, weight = own[0]
                score += best
            else:
                best, weight = max(own)[0], max([fit for _, fit in own])
                score += best + TIE_BREAKER * (sum([value for value, _ in own]) - best)
            covered += self._idf_shares[word] * weight
            shows = shows or self._shows[word]
        if not shows:
            return 0.0
        return score * (0.5 + 0.5 * covered / self._total_share if self._total_share else 1.0)


def _candidate_query(index: Index, plan: QueryPlan) -> Query | None:
    """The query for candidates; None if no word has variants."""
    words = [word for word in plan.words if word.variants]
    if len(index) >= _LARGE_INDEX:
        words = [word for word in words if not _is_frequent(index, word)] or words
    weights: dict[str, float] = {}
    for word in words:
        for lang, variants in word.variants.items():
            for stems, fit_weight in variants.items():
                for stem in stems:
                    name, weight = term(lang, stem), word.weights[lang] * fit_weight / len(stems)
                    weights[name] = max(weight, weights.get(name, 0.0))
    parts = [
        (Occur.Should, Query.boost_query(index.term_query(name), weight))
        for name, weight in weights.items()
    ]
    return Query.boolean_query(parts) if parts else None


def _is_frequent(index: Index, word: QueryWord) -> bool:
    return any(
        index.lexicons[lang].document_frequency(stem) > _FREQUENT_SHARE * index.lexicons[lang].size
        for lang, variants in word.variants.items()
        for variant in variants
        for stem in variant
    )


class AdjacencyScorer:
    """The adjacent word pairs of one plan in one language."""

    def __init__(self, plan: QueryPlan, lang: str) -> None:
        stems = [_best(word, lang) for word in plan.words]
        self._pairs = [
            [(left, right, f" {left} {right} ") for left in lefts for right in rights]
            for lefts, rights in pairwise(stems)
            if lefts and rights
        ]

    def matched_share(self, index: Index, number: int) -> float:
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
    fits = {
        stems[0]: weight for stems, weight in word.variants.get(lang, {}).items() if len(stems) == 1
    }
    return nlargest(_PAIRED, fits, key=fits.__getitem__)
