"""Query expansion.

The variants of a word and their weights, in each language of the pack: its stem 1.0; completions
of an unfinished word 0.8; corrections of an unknown word 0.7 (one edit) or 0.45 (two); synonyms
0.6 times the weight of their origin.
"""

from __future__ import annotations

import re
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Final

from desktop.search.index.analysis import (
    CONTENT,
    FUNCTION,
    INTERROGATIVE,
    Token,
    tokenize_with_offsets,
)
from desktop.search.index.calibration import is_common
from desktop.search.query.corrections import MAX_CORRECTIONS
from desktop.search.query.plan import Match, QueryPlan, QueryWord, StemSequence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.search.index.index import Index
    from desktop.search.index.lexicon import Lexicon

MAX_QUERY_LENGTH: Final = 200  # code points
MAX_QUERY_WORDS: Final = 40
COMPLETION_WEIGHT: Final = 0.8
INNER_PREFIX_WEIGHT: Final = 0.45  # an unknown word before the last, taken as a prefix
CORRECTION_WEIGHT: Final = {1: 0.7, 2: 0.45}  # by edits
SYNONYM_WEIGHT: Final = 0.6
SPLIT_PART_WEIGHT: Final = 0.45  # one half of two words written as one
_SHORTEST_PART: Final = 3
_MIN_COMPOUND_LENGTH: Final = 6  # letters of a compound written as two words
_MIN_SPLIT_LENGTH: Final = 10  # letters: two words written as one are tried before completions


def truncate_query(query: str) -> str:
    """`query` stripped and truncated at a word boundary to `MAX_QUERY_LENGTH`."""
    query = query.strip()
    head = query[:MAX_QUERY_LENGTH]
    if len(query) > MAX_QUERY_LENGTH and query[MAX_QUERY_LENGTH].isalnum():
        inside = re.search(r"\W\w*\Z", head)
        head = head[: inside.start()] if inside else head
    return head.rstrip()


def plan_query(index: Index, query: str, *, lang: str) -> QueryPlan:
    """Expand a query.

    Args:
        index: of the pack.
        query: as typed; its last word is a prefix unless something follows it.
        lang: language preferred where a prefix or a typo matches several.
    """
    short = truncate_query(query)
    planner = _Planner(index, lang)
    known: dict[tuple[str, bool], QueryWord] = {}
    typed: list[tuple[Token, QueryWord]] = []
    for token in tokenize_with_offsets(short)[:MAX_QUERY_WORDS]:
        unfinished = token.end == len(short) and not query[-1].isspace()
        key = token.text, unfinished
        if key not in known:
            known[key] = planner.plan_word(token.text, unfinished=unfinished)
        typed.append((token, known[key]))
    words = tuple(known.values())
    sequence = [word for _, word in typed]
    planner.add_compounds(sequence)
    planner.add_synonyms(sequence)
    planner.set_idf(words)
    return QueryPlan(short, words, tuple(typed))


class _Planner:
    """Expands the words of one query."""

    def __init__(self, index: Index, lang: str) -> None:
        self._index = index
        self._lang = lang
        self._lexicons = dict(  # the preferred language first
            sorted(index.lexicons.items(), key=lambda item: item[0] != lang)
        )

    def plan_word(self, text: str, *, unfinished: bool) -> QueryWord:
        """`text` with its variants."""
        word = QueryWord(text)
        known = self._add_exact(word, unfinished=unfinished)
        word.is_common = not known and is_common(text, self._lexicons)
        known = known or word.is_common
        if unfinished:
            self._add_completions(word, COMPLETION_WEIGHT)
            listed = chain.from_iterable(own.language.weights for own in self._lexicons.values())
            known = known or any(name.startswith(text) for name in listed)
        if not known and len(text) >= _MIN_SPLIT_LENGTH:
            self._add_split(word)
        if not known and not word.variants:
            found = self._index.corrector.corrections(text)
            if not found and unfinished:
                found = [(near, 1) for near in self._prefix_corrections(text)]
            if found:
                self._add_corrections(word, found)
            else:
                self._add_split(word)
            if not word.variants and not unfinished and len(text) >= _SHORTEST_PART:
                self._add_completions(word, INNER_PREFIX_WEIGHT)
        return word

    def _add_exact(self, word: QueryWord, *, unfinished: bool) -> bool:
        """Add the stem of the word; return whether the pack knows the word.

        An unfinished word that equals a stem of another language does not match.
        """
        known = False
        for tag, lexicon in self._lexicons.items():
            stem = lexicon.stem(word.text)
            word.weights[tag] = lexicon.language.weight(word.text)
            word.stems[tag] = [stem]
            if unfinished and tag != self._lang and not _is_complete_word(lexicon, word.text):
                continue
            known = known or lexicon.knows(word.text)
            if lexicon.document_frequency(stem):
                word.add(tag, (stem,), 1.0)
        return known

    def _add_completions(self, word: QueryWord, fit: float) -> None:
        """Add completions, in the first language that has any."""
        for tag, lexicon in self._lexicons.items():
            found = lexicon.completions(word.text)
            if not found:
                continue
            variants = word.variants.setdefault(tag, {})
            typed_weight = lexicon.language.weight(word.text)
            if typed_weight == INTERROGATIVE:  # "who" is rarely a prefix of "whole"
                fit *= FUNCTION
            elif typed_weight == FUNCTION:  # but "he" is often a prefix of "help"
                variants.update(dict.fromkeys(variants, FUNCTION))
            else:
                heaviest = max(map(lexicon.language.weight, found))
                word.weights[tag] = CONTENT if variants else heaviest
            for completion in found:
                variants.setdefault((lexicon.stem(completion),), fit)
            if word.reading is Match.UNKNOWN:
                word.reading = Match.COMPLETED
            return

    def _prefix_corrections(self, text: str) -> list[str]:
        """Completions of corrections of `text`, in the first language that has any."""
        for lexicon in self._lexicons.values():
            prefixes = self._index.corrector.corrected_prefixes(text, lexicon.has_completion)
            words = dict.fromkeys(
                near for prefix in prefixes for near in lexicon.completions(prefix)
            )
            if words:
                return sorted(words, key=lexicon.prominence, reverse=True)[:MAX_CORRECTIONS]
        return []

    def _add_corrections(self, word: QueryWord, found: list[tuple[str, int]]) -> None:
        """Add corrections of `word`, given with their distances."""
        best = found[0][0]
        if any(best in lexicon.language.weights for lexicon in self._lexicons.values()):
            found = found[:1]
        for tag, lexicon in self._lexicons.items():
            own = [(near, distance) for near, distance in found if near in lexicon]
            if not own:
                continue
            word.stems[tag] = [lexicon.stem(near) for near, _ in own]
            word.weights[tag] = lexicon.language.weight(own[0][0])
            for near, distance in own:
                stem = lexicon.stem(near)
                if lexicon.document_frequency(stem):
                    word.add(tag, (stem,), CORRECTION_WEIGHT[distance])
        word.reading = Match.CORRECTED
        word.correction = self._index.spelling(best)

    def _add_split(self, word: QueryWord) -> None:
        """Add the parts of two words written as one."""
        for tag, lexicon in self._lexicons.items():
            for at in range(len(word.text) - 1, _SHORTEST_PART - 1, -1):
                halves = word.text[:at], word.text[at:]
                if not all(_is_compound_part(lexicon, half) for half in halves):
                    continue
                stems = tuple(map(lexicon.stem, halves))
                variants = word.variants.setdefault(tag, {})
                variants[stems] = CORRECTION_WEIGHT[1]
                variants.update(dict.fromkeys(((stem,) for stem in stems), SPLIT_PART_WEIGHT))
                word.stems[tag] = list(stems)
                word.reading = Match.CORRECTED
                word.correction = " ".join(map(self._index.spelling, halves))
                return

    def add_compounds(self, sequence: list[QueryWord]) -> None:
        """Add compounds written as two words ("hot line"), one of which the pack lacks."""
        for one, other in pairwise(sequence):
            joined = one.text + other.text
            if len(joined) < _MIN_COMPOUND_LENGTH:
                continue
            for tag, lexicon in self._lexicons.items():
                halves = [
                    lexicon.document_frequency(lexicon.stem(word.text)) for word in (one, other)
                ]
                if not all(halves) and lexicon.is_content_word(joined):
                    stems = (lexicon.stem(joined),)
                    for word in (one, other):
                        word.add(tag, stems, CORRECTION_WEIGHT[1])

    def add_synonyms(self, sequence: list[QueryWord]) -> None:
        """Add synonyms of single words and of sequences of words."""
        for tag, synonyms in self._index.synonyms.items():
            row = [
                word for word in sequence if word.text not in self._index.function_words.articles
            ]
            for word in dict.fromkeys(row):
                for stem in tuple(word.stems[tag]):
                    fit = word.variants.get(tag, {}).get((stem,), 1.0)
                    self._add_synonym([word], tag, synonyms.lookup((word.text,), (stem,)), fit)
            for length in range(2, synonyms.longest + 1):
                for at in range(len(row) - length + 1):
                    group = row[at : at + length]
                    texts = tuple(word.text for word in group)
                    stems = tuple(word.stems[tag][0] for word in group)
                    self._add_synonym(group, tag, synonyms.lookup(texts, stems), 1.0)

    def _add_synonym(
        self, group: list[QueryWord], tag: str, others: Sequence[StemSequence], fit: float
    ) -> None:
        """Add the synonyms `others` of the group to each of its words."""
        frequency = self._lexicons[tag].document_frequency
        for other in others:
            for word in group:
                if len(other) == 1 and len(group) == 1:
                    word.stems[tag].append(other[0])
                if all(map(frequency, other)):
                    word.add(tag, other, fit * SYNONYM_WEIGHT)

    def set_idf(self, words: tuple[QueryWord, ...]) -> None:
        """Set the idf of each word."""
        for tag, lexicon in self._lexicons.items():
            for word in words:
                variants = word.variants.get(tag, {})
                best = max(variants.values(), default=0)
                counts = [
                    min(map(lexicon.document_frequency, stems))
                    for stems, fit in variants.items()
                    if fit == best
                ]
                unseen = 0 if word.is_content(tag) else lexicon.size // 2
                word.idf[tag] = lexicon.idf(max(counts, default=unseen))


def _is_complete_word(lexicon: Lexicon, text: str) -> bool:
    """Whether the unfinished `text` is a complete word already."""
    return text in lexicon or (
        len(text) > _SHORTEST_PART and is_common(text, [lexicon.language.tag])
    )


def _is_compound_part(lexicon: Lexicon, half: str) -> bool:
    long = len(half) >= _SHORTEST_PART or half.isdigit()
    return long and lexicon.prominence(half) > 0 and half not in lexicon.language.weights
