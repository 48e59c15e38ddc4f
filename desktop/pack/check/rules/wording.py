"""Rules about words: blame, rescue, shock, and leftovers of text generators.

The words are in `word_list`. A word is allowed in quotation marks, after a negation, and in a
proper name.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import BOTH, WARNING, Rule, RuleContext, Violation, passages
from desktop.pack.check.rules.word_list import LEFTOVERS, WORDS, WordCategory
from desktop.pack.place import shown

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def _words_of(kind: WordCategory) -> Callable[[RuleContext], Iterator[Violation]]:
    """The rule that finds the words of `kind`."""

    def run(case: RuleContext) -> Iterator[Violation]:
        for passage in passages(case.pack):
            for word in WORDS.get(passage.where.lang.partition("-")[0], ()):
                if word.kind is not kind:
                    continue
                for match in word.pattern.finditer(passage.text):
                    if not _is_mentioned(match, passage.where.lang):
                        yield Violation(
                            passage.where,
                            f'"{shown(match[0])}": {word.reason}.',
                            f"Write {word.better}.",
                        )

    return run


_QUOTED: Final = re.compile(r'"[^"]{1,60}"|“[^”]{1,60}”|«[^»]{1,60}»|\u2018[^\u2019]{1,60}\u2019')
_SENTENCE: Final = re.compile(r"[.!?…:]\s")
_DENIED: Final = {
    "en": (
        re.compile(
            r"\b(?:not|never|nobody|no one|no such|neither|nor|cannot|\w+n['\u2019]t|myth|wrong"
            r"|avoid|instead of|rather than)\b[^,;]{0,40}$",
            re.IGNORECASE,
        ),
        re.compile(
            r"\W{0,3}(?:is|are|was|were)? ?(?:not|never|wrong|a myth|an? insult|hurtful|unfair)\b",
            re.IGNORECASE,
        ),
    ),
    "es": (
        re.compile(
            r"\b(?:no|nunca|nadie|jamás|ni|mito|error|evite|en vez de|en lugar de)\b[^,;]{0,40}$",
            re.IGNORECASE,
        ),
        re.compile(
            r"\W{0,3}(?:(?:no )?(?:es|son) )?(?:un mito|mentira|falso|injust|hiriente|ofensiv)",
            re.IGNORECASE,
        ),
    ),
}


def _is_mentioned(match: re.Match[str], lang: str) -> bool:
    """Whether the text mentions the word (in a quotation, negation or name) without using it."""
    first = max(0, match.start() - 100)
    text = match.string[first : match.end() + 100]  # bounds the time
    start, end = match.start() - first, match.end() - first
    if any(quote.start() < start and end < quote.end() for quote in _QUOTED.finditer(text)):
        return True
    before, after = _DENIED[lang.partition("-")[0]]
    sentence = _SENTENCE.split(text[:start])[-1]
    return (
        before.search(sentence) is not None
        or after.match(text, end) is not None
        or _is_name(match[0], sentence, text[end:])
    )


def _is_name(word: str, before: str, after: str) -> bool:
    """Whether the word is part of a proper name: capitalized inside a sentence."""
    if not word[0].isupper():
        return False
    return re.search(r"\w", before) is not None or re.match(r" [A-ZÁÉÍÓÚÑ]", after) is not None


def _generated(case: RuleContext) -> Iterator[Violation]:
    for passage in passages(case.pack):
        language = passage.where.lang.partition("-")[0]
        for leftover in (*LEFTOVERS[""], *LEFTOVERS.get(language, ())):
            for match in leftover.pattern.finditer(passage.text):
                yield Violation(
                    passage.where,
                    f'"{shown(match[0])}" {leftover.reason}.',
                    leftover.remedy,
                    leftover.severity,
                )


RULES = (
    Rule(
        "blaming-word",
        WARNING,
        "a word that blames or belittles people, such as migrants or those who were exploited",
        _words_of(WordCategory.BLAME),
    ),
    Rule(
        "rescue-word",
        WARNING,
        "a word that makes helpers heroes and the people they help helpless",
        _words_of(WordCategory.RESCUE),
    ),
    Rule("shock-word", WARNING, "a word that is there to shock", _words_of(WordCategory.SHOCK)),
    Rule(
        "generated-text",
        BOTH,
        "leftovers of a text generator, a template or a draft (error); its stock phrases (warning)",
        _generated,
    ),
)
