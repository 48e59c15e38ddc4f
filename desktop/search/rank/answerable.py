"""Whether a pack answers a query at all: better nothing than answers about something else.

Refusing a real question is worse than a weak answer, so the rules are calibrated to refuse few.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.search.index.calibration import MIN_COVERAGE, TOPIC_WORD_SHARE
from desktop.search.query.corrections import MIN_LENGTH_ONE_EDIT
from desktop.search.query.function_words import CONTENT
from desktop.search.query.planner import SYNONYM_WEIGHT
from desktop.search.query.word import Match, QueryWord

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence, Set

    from desktop.search.index.index import Index
    from desktop.search.index.lexicon import Lexicon
    from desktop.search.query.planner import QueryPlan

REQUIRED_COVERAGE: Final = {"question": 0.1, "phrasings": 0.25, "": 0.5}
"""Share of a query that must be found, where a word of it stands in such a field.

Measured: of four sets 0.1 to 3 % of what can be answered finds nothing, and 40 to 63 % of what
is off-topic (before, with one threshold, 0.2 to 5 % and 45 to 48 %).
"""
_FEW: Final = 2  # deciding words
_REST: Final = 0.5  # of a query with an unrelated wording


def is_answerable(index: Index, plan: QueryPlan, *, urgent: bool = False) -> bool:
    """Whether the pack can answer the query.

    A query of function words only ("what is it") is answerable, and one with a topic word. Else a
    share of the content words, weighted by idf, must be found, each in any language that has it;
    `REQUIRED_COVERAGE` gives the share by the best field that one of them is in. A correction or
    a synonym counts like the word itself; a short word that nobody knows, often a slip too, by
    half; an everyday word that the pack lacks more, by the scope of the pack, and of two words
    one such is enough to refuse. A word that is used for something else, as the `unrelated`
    wordings of the pack tell, is not found; but who is in danger is not taken at such words.
    """
    typed = [] if urgent else [word for _, word in plan.typed]
    unrelated = set[QueryWord]().union(*(own.words_in(typed) for own in index.unrelated))
    if unrelated:
        return _is_about_more(index, _deciding(plan), unrelated)
    deciding = _deciding(plan)
    if not deciding or any(_is_subject(index, word) for word in deciding):
        return True
    whole = found = strict = 0.0
    least = REQUIRED_COVERAGE[""]
    for word in deciding:
        fits = _fits(word)
        if fits:
            tag = max(fits, key=lambda tag: fits[tag])
            whole += word.idf[tag]
            found += word.idf[tag] * (1 if fits[tag] >= SYNONYM_WEIGHT else fits[tag])
            least = min(
                least, *(REQUIRED_COVERAGE[_place(index.lexicons[tag], word)] for tag in fits)
            )
        else:
            worth = max(word.idf.values()) * (0.5 if len(word.text) < MIN_LENGTH_ONE_EDIT else 1)
            whole += worth
            strict += worth * (index.scope - 1) * word.everyday
    if strict and len(deciding) <= _FEW:
        return False
    return found > 0 and found >= least * whole and found >= MIN_COVERAGE * (whole + strict)


def _deciding(plan: QueryPlan) -> list[QueryWord]:
    """The words that are no small words in any language."""
    return [word for word in plan.words if all(w == CONTENT for w in word.weights.values())]


def _is_about_more(index: Index, words: Sequence[QueryWord], unrelated: Set[QueryWord]) -> bool:
    """Whether a query with an unrelated wording is about the pack for the rest of it."""
    whole = found = 0.0
    for word in words:
        worth = max(word.idf.values())
        whole += worth
        if word not in unrelated and _fits(word):
            found += worth
            if _is_asked_of(index, word):
                return True
    return found > _REST * whole


def _fits(word: QueryWord) -> dict[str, float]:
    """How well the best of what `word` may stand for fits, by language."""
    return {tag: max(variants.values()) for tag, variants in word.variants.items() if variants}


def _is_asked_of(index: Index, word: QueryWord) -> bool:
    """Whether many questions of the pack have `word`."""
    return any(
        lexicon.frequencies(stem)["question"] > TOPIC_WORD_SHARE * lexicon.size
        for lexicon, stem in _meant(index, word)
    )


def _is_subject(index: Index, word: QueryWord) -> bool:
    return word.reading is Match.KNOWN and any(
        lexicon.frequency(stem) > TOPIC_WORD_SHARE * lexicon.size
        for lexicon, stem in _meant(index, word)
    )


def _meant(index: Index, word: QueryWord) -> Iterator[tuple[Lexicon, str]]:
    """The stems of `word` itself, in each language that has it."""
    for tag, variants in word.variants.items():
        for stems, fit in variants.items():
            if fit == 1:
                yield index.lexicons[tag], stems[0]


def _place(lexicon: Lexicon, word: QueryWord) -> str:
    """The field of `REQUIRED_COVERAGE` that has `word`; "" if none has."""
    places = {""}
    for variant, fit in word.variants[lexicon.language.tag].items():
        if fit >= SYNONYM_WEIGHT:
            found = [lexicon.frequencies(stem) for stem in variant]
            places |= {
                name for name in REQUIRED_COVERAGE if name and all(own[name] for own in found)
            }
    return min(places, key=REQUIRED_COVERAGE.__getitem__)
