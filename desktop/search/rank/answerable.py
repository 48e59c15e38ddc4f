"""No-answer detection.

Refusing an answerable query is worse than a weak answer, so the rules are calibrated to refuse few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.search.index.analysis import CONTENT
from desktop.search.index.calibration import MIN_COVERAGE, TOPIC_WORD_SHARE
from desktop.search.query.corrections import MIN_LENGTH_ONE_EDIT
from desktop.search.query.plan import Match, QueryPlan, QueryWord
from desktop.search.query.planner import SYNONYM_WEIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from desktop.search.index.index import Index
    from desktop.search.index.lexicon import Lexicon

REQUIRED_COVERAGE: Final = {"question": 0.1, "phrasings": 0.25, "": 0.5}
"""Share of a query that must be found, by the best field with a word of it.

Measured on four sets: 0.1 to 3 % of the answerable queries are refused, and 40 to 63 % of the
off-topic ones (with one threshold for all fields 0.2 to 5 % and 45 to 48 %).
"""
_SHORT_QUERY_WORDS: Final = 2  # content words
_MIN_RELATED_SHARE: Final = 0.5  # share of a query with an unrelated phrase


def is_answerable(index: Index, plan: QueryPlan, *, urgent: bool = False) -> bool:
    """Whether the pack can answer the query.

    A query without content words ("what is it") is answerable, and one with a topic word. Otherwise
    its idf-weighted coverage must reach `REQUIRED_COVERAGE` of the best field with one of its
    words. Corrections and synonyms count in full. Unknown short words, often typos, count half in
    the total. Common words that the pack lacks count `Index.scope` times, and one of them refuses a
    query of up to two content words. Words in an `unrelated` phrase count as not found, unless the
    query is urgent.
    """
    typed = [] if urgent else [word for _, word in plan.typed]
    unrelated = set[QueryWord]().union(*(own.matched_words(typed) for own in index.unrelated))
    if unrelated:
        return _has_related_rest(index, _content_words(plan), unrelated)
    content_words = _content_words(plan)
    if not content_words or any(_is_topic_word(index, word) for word in content_words):
        return True
    total = found = strict = 0.0
    least = REQUIRED_COVERAGE[""]
    for word in content_words:
        fits = _best_weight_by_language(word)
        if fits:
            tag = max(fits, key=lambda tag: fits[tag])
            total += word.idf[tag]
            found += word.idf[tag] * (1 if fits[tag] >= SYNONYM_WEIGHT else fits[tag])
            least = min(
                least, *(REQUIRED_COVERAGE[_best_field(index.lexicons[tag], word)] for tag in fits)
            )
        else:
            idf = max(word.idf.values()) * (0.5 if len(word.text) < MIN_LENGTH_ONE_EDIT else 1)
            total += idf
            strict += idf * (index.scope - 1) * word.is_common
    if strict and len(content_words) <= _SHORT_QUERY_WORDS:
        return False
    return found > 0 and found >= least * total and found >= MIN_COVERAGE * (total + strict)


def _content_words(plan: QueryPlan) -> list[QueryWord]:
    """The words that are content words in every language."""
    return [word for word in plan.words if all(w == CONTENT for w in word.weights.values())]


def _has_related_rest(index: Index, words: Sequence[QueryWord], unrelated: Set[QueryWord]) -> bool:
    """Whether the rest of a query with an unrelated phrase is answerable."""
    total = found = 0.0
    for word in words:
        idf = max(word.idf.values())
        total += idf
        if word not in unrelated and _best_weight_by_language(word):
            found += idf
            if _is_frequent_in_questions(index, word):
                return True
    return found > _MIN_RELATED_SHARE * total


def _best_weight_by_language(word: QueryWord) -> dict[str, float]:
    """The weight of the best variant of `word`, by language."""
    return {tag: max(variants.values()) for tag, variants in word.variants.items() if variants}


def _is_frequent_in_questions(index: Index, word: QueryWord) -> bool:
    """Whether many questions of the pack contain `word`."""
    return any(
        lexicon.document_frequency_by_field(stem)["question"] > TOPIC_WORD_SHARE * lexicon.size
        for lexicon, stem in _exact_stems(index, word)
    )


def _is_topic_word(index: Index, word: QueryWord) -> bool:
    return word.reading is Match.KNOWN and any(
        lexicon.document_frequency(stem) > TOPIC_WORD_SHARE * lexicon.size
        for lexicon, stem in _exact_stems(index, word)
    )


def _exact_stems(index: Index, word: QueryWord) -> Iterator[tuple[Lexicon, str]]:
    """The stems of `word` itself, in each language that contains it."""
    for tag, variants in word.variants.items():
        for stems, fit in variants.items():
            if fit == 1:
                yield index.lexicons[tag], stems[0]


def _best_field(lexicon: Lexicon, word: QueryWord) -> str:
    """The best field of `REQUIRED_COVERAGE` that contains `word`; "" if none does."""
    places = {""}
    for variant, fit in word.variants[lexicon.language.tag].items():
        if fit >= SYNONYM_WEIGHT:
            found = [lexicon.document_frequency_by_field(stem) for stem in variant]
            places |= {
                name for name in REQUIRED_COVERAGE if name and all(own[name] for own in found)
            }
    return min(places, key=REQUIRED_COVERAGE.__getitem__)
