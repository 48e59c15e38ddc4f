"""From a plan to ranked documents: find candidates by words, then weigh them.

Candidates are the best by a plain sum of BM25 over all words and what they may stand for,
which tantivy finds by block-max WAND (Ding and Suel 2011) without reading most of the
postings. They are scored anew: a word in a document is worth how telling it is times its
impact there, which the index holds (Anh and Moffat 2002) and which is its BM25 in the
field it fits best, plus 0.3 of the others; of all that a word may stand for likewise the best
counts, plus 0.3 of the others. Words add up, times 0.4 + 0.6 x coverage, the share of
the query's telling words that the document has. What trails far behind the best is left out:
it hides the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from tantivy import Occur, Query

from desktop.search.function_words import FUNCTION
from desktop.search.index import FIELD_BITS, IMPACT, TIE, term

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.search.index import Index
    from desktop.search.lexicon import Lexicon
    from desktop.search.plan import Plan, Word
    from desktop.search.synonyms import Stems

CANDIDATES: Final = 60
TRAILING: Final = 0.15  # of the best score: below it no right entry of 398 queries was lost
OTHER_LANGUAGE: Final = 0.8  # an answer in another language must fit clearly better
_LARGE: Final = 5000  # documents; from here on common words find no candidates
_IMPACT_MASK: Final = (1 << FIELD_BITS) - 1
_COMMON: Final = 0.05  # share of the documents such a word is in


def ranked(index: Index, plan: Plan, *, lang: str, limit: int) -> list[tuple[float, int]]:
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
    return [hit for hit in hits if hit[0] >= TRAILING * hits[0][0]]


class _Sought(NamedTuple):
    """What a word of the query may stand for: stems that occur together, one as a rule.

    Attributes:
        word: its number in the query.
        fit: how well it fits, 0 to 1.
        worths: for each stem, what a unit of impact is worth, by field.
    """

    word: int
    fit: float
    stems: Stems
    worths: list[list[float]]


class Scorer:
    """Scores the documents of one language for one plan."""

    def __init__(self, plan: Plan, lexicon: Lexicon) -> None:
        lang = lexicon.language.tag
        decides = plan.decides
        self._shares = [word.weights[lang] * word.idf[lang] for word in plan.words]
        self._shows = [word.weights[lang] > FUNCTION or not decides for word in plan.words]
        self._whole = sum(self._shares)
        self._single: dict[str, list[_Sought]] = {}
        self._several: list[_Sought] = []
        for number, word in enumerate(plan.words):
            for stems, fit in word.variants.get(lang, {}).items():
                boost = word.weights[lang] * fit / len(stems)
                worths = [_worths(stem, lexicon, boost) for stem in stems]
                sought = _Sought(number, fit, stems, worths)
                if len(stems) == 1:
                    self._single.setdefault(stems[0], []).append(sought)
                else:
                    self._several.append(sought)

    def score(self, impacts: Mapping[str, int]) -> float:
        """The score of a document with `impacts`.

        0 where it has only such words as never decide, and the query has others.
        """
        found = [
            sought for stem in self._single.keys() & impacts.keys() for sought in self._single[stem]
        ]
        found += [sought for sought in self._several if impacts.keys() >= {*sought.stems}]
        best: dict[int, float] = {}
        total: dict[int, float] = {}
        fits: dict[int, float] = {}
        for word, fit, stems, worths in found:
            value = 0.0
            for stem, worth in zip(stems, worths, strict=True):
                impact = impacts[stem]
                value += worth[impact >> FIELD_BITS] * (impact & _IMPACT_MASK)
            total[word] = total.get(word, 0.0) + value
            if value > best.get(word, 0.0):
                best[word] = value
            if fit > fits.get(word, 0.0):
                fits[word] = fit
        if not any(self._shows[word] for word in total):
            return 0.0
        score = covered = 0.0
        for word, value in total.items():
            score += best[word] + TIE * (value - best[word])
            covered += self._shares[word] * fits[word]
        return score * (0.4 + 0.6 * covered / self._whole if self._whole else 1.0)


def _worths(stem: str, lexicon: Lexicon, boost: float) -> list[float]:
    """What one unit of impact of `stem` is worth, by number of its weightiest field."""
    share = boost / IMPACT
    return [share * (lexicon.idf(found) + 0.7) for found in lexicon.frequencies(stem).values()]


def _query(index: Index, plan: Plan) -> Query | None:
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


def _is_common(index: Index, word: Word) -> bool:
    return any(
        index.lexicons[lang].frequency(stem) > _COMMON * index.lexicons[lang].size
        for lang, variants in word.variants.items()
        for variant in variants
        for stem in variant
    )
