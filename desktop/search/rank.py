"""From a plan to ranked documents: fetch by words, then weigh by how much of the query is there.

Per word a disjunction maximum over its variants, and in each over the fields (tie 0.3);
words add up. The best are reranked by 0.4 + 0.6 x coverage, the share of the query's
telling words that the entry has. What trails far behind the best is left out: it hides the
others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tantivy import Occur, Query

from desktop.search.function_words import FUNCTION
from desktop.search.index import FIELDS, term

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.search.index import Document, Index
    from desktop.search.plan import Plan, Word
    from desktop.search.synonyms import Stems

CANDIDATES: Final = 60
TRAILING: Final = 0.15  # of the best score: below it no right entry of 398 queries was lost
OTHER_LANGUAGE: Final = 0.8  # an answer in another language must fit clearly better
_TIE: Final = 0.3
_LARGE: Final = 5000  # documents; from here on common words do not fetch
_COMMON: Final = 0.05  # share of the documents a word is in


def ranked(index: Index, plan: Plan, *, lang: str, limit: int) -> list[tuple[float, Document]]:
    """The documents that answer `plan`, best first, the best language of each entry only.

    Args:
        index: of the pack.
        plan: what to look for.
        lang: language preferred where an entry answers in several.
        limit: how many at most.
    """
    query = _query(index, plan)
    if query is None or limit <= 0:
        return []
    best: dict[str, tuple[float, Document]] = {}
    decides = plan.decides
    for found, document in index.fetch(query, max(CANDIDATES, 2 * limit)):
        if decides and not _is_worth_showing(plan.words, document):
            continue
        score = found * (0.4 + 0.6 * coverage(plan.words, document))
        if document.lang != lang:
            score *= OTHER_LANGUAGE
        if score > best.get(document.entry.id, (0.0, None))[0]:
            best[document.entry.id] = score, document
    hits = sorted(best.values(), key=lambda hit: -hit[0])[:limit]
    return [hit for hit in hits if hit[0] >= TRAILING * hits[0][0]]


def _is_worth_showing(words: Iterable[Word], document: Document) -> bool:
    """Whether `document` has any word of the query but its function words."""
    lang, stems = document.lang, document.stems
    return any(
        word.weights[lang] > FUNCTION and all(f" {stem} " in stems for stem in variant)
        for word in words
        for variant in word.variants.get(lang, ())
    )


def coverage(words: Iterable[Word], document: Document) -> float:
    """The share of the query found in `document`, 0 to 1, each word by how telling it is."""
    lang, stems = document.lang, document.stems
    whole = found = 0.0
    for word in words:
        share = word.weights[lang] * word.idf[lang]
        whole += share
        best = 0.0
        for variant, fit in word.variants.get(lang, {}).items():
            if fit > best and all(f" {stem} " in stems for stem in variant):
                best = fit
        found += share * best
    return found / whole if whole else 0.0


def _query(index: Index, plan: Plan) -> Query | None:
    """`plan` for tantivy; None if there is nothing to look for."""
    words = [word for word in plan.words if word.variants]
    if len(index.documents) >= _LARGE:
        words = [word for word in words if not _is_common(index, word)] or words
    parts = [
        (Occur.Should, part) for word in words if (part := _word_query(index, word)) is not None
    ]
    return Query.boolean_query(parts) if parts else None


def _is_common(index: Index, word: Word) -> bool:
    return any(
        index.lexicons[lang].frequency[stem] > _COMMON * index.lexicons[lang].size
        for lang, variants in word.variants.items()
        for variant in variants
        for stem in variant
    )


def _word_query(index: Index, word: Word) -> Query | None:
    parts = [
        Query.boost_query(_variant_query(index, lang, variant), word.weights[lang] * fit)
        for lang, variants in word.variants.items()
        for variant, fit in variants.items()
    ]
    return Query.disjunction_max_query(parts, _TIE) if parts else None


def _variant_query(index: Index, lang: str, variant: Stems) -> Query:
    """All stems of `variant`, each in whichever field fits it best."""
    parts = [
        Query.disjunction_max_query(
            [
                Query.boost_query(
                    Query.term_query(index.schema, name, term(lang, stem), "freq"), FIELDS[name]
                )
                for name in index.lexicons[lang].fields[stem]
            ],
            _TIE,
        )
        for stem in variant
    ]
    if len(parts) == 1:
        return parts[0]
    share = 1 / len(parts)  # together they stand for one word
    return Query.boost_query(Query.boolean_query([(Occur.Must, part) for part in parts]), share)
