"""Rules about words: blame, rescue, shock, and text that a generator or a draft left behind.

The words are in the language files. A word passes where the text only mentions it: in quotation
marks, after a "not", or in a proper name. The rules are hints; a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING, Final

from desktop.languages.loader import language
from desktop.pack.check.rules.base import BOTH, WARNING, RuleContext, RuleSet
from desktop.pack.problem import Problem, Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.languages.program_strings import DiscouragedWord, Wording


RULES: Final = RuleSet()


@RULES.add(
    "blaming-word",
    WARNING,
    "a word that blames or belittles people, such as migrants or those who were exploited",
)
def _blaming_word(case: RuleContext) -> Iterator[Problem]:
    return _discouraged(case, lambda known: known.blame)


@RULES.add(
    "rescue-word", WARNING, "a word that makes helpers heroes and the people they help helpless"
)
def _rescue_word(case: RuleContext) -> Iterator[Problem]:
    return _discouraged(case, lambda known: known.rescue)


@RULES.add("shock-word", WARNING, "a word that is there to shock")
def _shock_word(case: RuleContext) -> Iterator[Problem]:
    return _discouraged(case, lambda known: known.shock)


def _discouraged(
    case: RuleContext, words_in: Callable[[Wording], tuple[DiscouragedWord, ...]]
) -> Iterator[Problem]:
    """The words that `words_in` takes from a language, unless the text only mentions them."""
    for text, where in case.passages():
        known = language(where.lang).wording
        for word in words_in(known) if known else ():
            for match in _word_pattern(word.words).finditer(text):
                if known and not _is_mentioned(match, known):
                    found = f'"{quoted(match[0])}": {word.reason}.'
                    yield Problem(where, found, f"Write {word.better}.")


@cache
def _word_pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words)})\b", re.IGNORECASE)


_QUOTED: Final = re.compile(r'"[^"]{1,60}"|“[^”]{1,60}”|«[^»]{1,60}»|\u2018[^\u2019]{1,60}\u2019')
_SENTENCE: Final = re.compile(r"[.!?…:]\s")


def _is_mentioned(match: re.Match[str], known: Wording) -> bool:
    """Whether the text quotes, denies or names the word, and does not use it."""
    first = max(0, match.start() - 100)
    text = match.string[first : match.end() + 100]  # bounds the time
    start, end = match.start() - first, match.end() - first
    if any(quote.start() < start and end < quote.end() for quote in _QUOTED.finditer(text)):
        return True
    sentence = _SENTENCE.split(text[:start])[-1]
    return (
        re.search(known.mentioned_before, sentence, re.IGNORECASE) is not None
        or re.match(known.mentioned_after, text[end:], re.IGNORECASE) is not None
        or _is_name(match[0], sentence, text[end:])
    )


def _is_name(word: str, before: str, after: str) -> bool:
    """Whether the word is part of a proper name: capitalized inside a sentence."""
    if not word[0].isupper():
        return False
    return re.search(r"\w", before) is not None or re.match(r" [A-ZÁÉÍÓÚÑ]", after) is not None


# Phrases that no author writes, in any language.
_CITATIONS: Final = (
    r"\[\d{1,3}(?:[,;\u2013-] ?\d{1,3})*\]|[【】]|†source|:?contentReference\b|\boaicite\b"
    r"|\bturn\d+(?:search|view|news)\d+",
    r"utm_source=\w+",
)
_DRAFTS: Final = (r"\blorem ipsum\b", r"\?{3,}", r"(?-i:\b(?:FIXME|TBD|XXX+|TODO:|TODO\())")


@dataclass(frozen=True, slots=True)
class _Leftover:
    """Why a kind of phrase does not belong in a pack, and what to do about it."""

    reason: str
    remedy: str
    severity: Severity = Severity.ERROR


_CITATION: Final = _Leftover(
    "points to a list of sources that is not here", "Remove it; name the source in the entry."
)
_DRAFT: Final = _Leftover("is a placeholder of a draft", "Put in what is missing, or remove it.")
_SPEAKER: Final = _Leftover(
    "is a text generator speaking", "Remove the sentence, and check its facts."
)
_FILLER: Final = _Leftover(
    "is a stock phrase that says nothing", "Remove it and say what is meant.", Severity.WARNING
)


@RULES.add(
    "generated-text",
    BOTH,
    "leftovers of a text generator, a template or a draft (error); its stock phrases (warning)",
)
def _generated(case: RuleContext) -> Iterator[Problem]:
    for text, where in case.passages():
        for patterns, leftover in _leftovers(language(where.lang).wording):
            for match in chain.from_iterable(
                re.finditer(pattern, text, re.IGNORECASE) for pattern in patterns
            ):
                found = f'"{quoted(match[0])}" {leftover.reason}.'
                yield Problem(where, found, leftover.remedy, severity=leftover.severity)


def _leftovers(known: Wording | None) -> Iterator[tuple[tuple[str, ...], _Leftover]]:
    yield (*_CITATIONS, *(known.citation if known else ())), _CITATION
    yield _DRAFTS, _DRAFT
    if known:
        yield known.speaker, _SPEAKER
        yield known.draft, _DRAFT
        yield known.filler, _FILLER
