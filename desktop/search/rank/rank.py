"""From a plan to ranked documents: find candidates by words, then weigh them.

Candidates are the best by a plain sum of BM25 over all words and what they may stand for,
which tantivy finds by block-max WAND (Ding and Suel 2011) without reading most of the
postings. They are scored anew: a word in a document is worth how telling it is times its
impact there, which the index holds (Anh and Moffat 2002) and which is its BM25 in the
field it fits best, plus half of the others; of all that a word may stand for likewise the best
counts, plus half of the others. Words add up, times 0.5 + 0.5 x coverage, the share of
the query's telling words that the document has. The first of them gain by words that stand side
by side in query and document, see `desktop.search.rank.phrase`. What trails far behind the best is
left out: it hides the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tantivy import Occur, Query

from desktop.search.index.impacts import FIELD_BITS, TIE_BREAKER
from desktop.search.index.index import term
from desktop.search.query.function_words import FUNCTION
from desktop.search.rank.phrase import AdjacencyScorer

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.search.index.index import Index
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.planner import QueryPlan
    from desktop.search.query.synonyms import StemSequence
    from desktop.search.query.word import QueryWord

CANDIDATES: Final = 40
MIN_RELATIVE_SCORE: Final = (
    0.15  # of the best score: below it no right entry of 398 queries was lost
)
OTHER_LANGUAGE: Final = 0.8  # an answer in another language must fit clearly better
_LARGE: Final = 5000  # documents; from here on common words find no candidates
_PHRASE: Final = 0.3  # what all words side by side add; 0.2 and 0.6 helped less
_RERANK_DEPTH: Final = 10  # hits whose order phrases decide
_IMPACT_MASK: Final = (1 << FIELD_BITS) - 1
_FREQUENT_SHARE: Final = 0.05  # share of the documents such a word is in


def ranked(index: Index, plan: QueryPlan, *, lang: str, limit: int) -> list[tuple[float, int]]:
    """The documents that answer `plan`, best first, the best language of each entry only.

    Args:
        index: of the pack.
        plan: what to look for.
        lang: language preferred where an entry answers in several.
        limit: how many at most.

    Returns: scores and numbers of documents.
    """
    query = _query(index, plan)
    if query is None or limit <= 0:
        return []
    scorers = {tag: Scorer(plan, lexicon) for tag, lexicon in index.lexicons.items()}
    best: dict[int, tuple[float, int]] = {}
    for number in index.fetch(query, max(CANDIDATES, 2 * limit)):
        language = index.language(number)
        score = scorers[language].score(index.impacts(number))
        if language != lang:
            score *= OTHER_LANGUAGE
        entry = index.entry(number)
        if score > best.get(entry, (0.0, 0))[0]:
            best[entry] = score, number
    hits = sorted(best.values(), key=lambda hit: -hit[0])[:limit]
    phrases = {tag: AdjacencyScorer(plan, tag) for tag in index.lexicons}
    first = [
        (score * (1 + _PHRASE * phrases[index.language(number)].share(index, number)), number)
        for score, number in hits[:_RERANK_DEPTH]
    ]
    hits[:_RERANK_DEPTH] = sorted(first, key=lambda hit: -hit[0])
    return [hit for hit in hits if hit[0] >= MIN_RELATIVE_SCORE * hits[0][0]]


class _WeightedStem(NamedTuple):
    """What a word of the query may stand for.

    Attributes:
        word: its number in the query.
        fit: how well it fits, 0 to 1.
        boost: what it counts for that and for its word.
        worths: what a unit of impact is worth, by number of its weightiest field.
    """

    word: int
    fit: float
    boost: float
    worths: tuple[float, ...]


class Scorer:
    """Scores the documents of one language for one plan."""

    def __init__(self, plan: QueryPlan, lexicon: Lexicon) -> None:
        lang = lexicon.language.tag
        decides = plan.decides
        self._shares = [word.weights[lang] * word.idf[lang] for word in plan.words]
        self._shows = [word.weights[lang] > FUNCTION or not decides for word in plan.words]
        self._whole = sum(self._shares)
        self._single: dict[str, list[_WeightedStem]] = {}
        self._several: list[
            tuple[StemSequence, list[_WeightedStem]]
        ] = []  # stems that must occur together
        for number, word in enumerate(plan.words):
            for stems, fit in word.variants.get(lang, {}).items():
                boost = word.weights[lang] * fit / len(stems)
                sought = [_WeightedStem(number, fit, boost, lexicon.worths(stem)) for stem in stems]
                if len(stems) == 1:
                    self._single.setdefault(stems[0], []).extend(sought)
                else:
                    self._several.append((stems, sought))

    def score(self, impacts: Mapping[str, int]) -> float:
        """The score of a document with `impacts`.

        0 where it has only such words as never decide, and the query has others.
        """
        values: dict[int, list[tuple[float, float]]] = {}
        for stem in self._single.keys() & impacts.keys():
            impact = impacts[stem]
            field, size = impact >> FIELD_BITS, impact & _IMPACT_MASK
            for word, fit, boost, worths in self._single[stem]:
                values.setdefault(word, []).append((boost * worths[field] * size, fit))
        for stems, sought in self._several:
            if impacts.keys() >= {*stems}:
                found = [impacts[stem] for stem in stems]
                value = sum(
                    one.boost * one.worths[impact >> FIELD_BITS] * (impact & _IMPACT_MASK)
                    for one, impact in zip(sought, found, strict=True)
                )
                values.setdefault(sought[0].word, []).append((value, sought[0].fit))
        score = covered = 0.0
        shows = False
        for word, own in values.items():
            if len(own) == 1:
                best, fit = own[0]
                score += best
            else:
                best, fit = max(own)[0], max([fit for _, fit in own])
                score += best + TIE_BREAKER * (sum([value for value, _ in own]) - best)
            covered += self._shares[word] * fit
            shows = shows or self._shows[word]
        if not shows:
            return 0.0
        return score * (0.5 + 0.5 * covered / self._whole if self._whole else 1.0)


def _query(index: Index, plan: QueryPlan) -> Query | None:
    """What finds candidates; None if there is nothing to look for."""
    words = [word for word in plan.words if word.variants]
    if len(index) >= _LARGE:
        words = [word for word in words if not _is_common(index, word)] or words
    weights: dict[str, float] = {}
    for word in words:
        for lang, variants in word.variants.items():
            for stems, fit in variants.items():
                for stem in stems:
                    name, weight = term(lang, stem), word.weights[lang] * fit / len(stems)
                    weights[name] = max(weight, weights.get(name, 0.0))
    parts = [
        (Occur.Should, Query.boost_query(index.query(name), weight))
        for name, weight in weights.items()
    ]
    return Query.boolean_query(parts) if parts else None


def _is_common(index: Index, word: QueryWord) -> bool:
    return any(
        index.lexicons[lang].frequency(stem) > _FREQUENT_SHARE * index.lexicons[lang].size
        for lang, variants in word.variants.items()
        for variant in variants
        for stem in variant
    )
