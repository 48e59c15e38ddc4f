"""Rules about readability."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from desktop.pack.check.readability import FORMULAS, lengths, measure, prose, split_sentences
from desktop.pack.check.rules.base import BOTH, WARNING, RuleContext, RuleSet, parsed
from desktop.pack.problem import Place, Problem, Severity, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.languages.language import Readability
    from desktop.pack.check.readability import ReadabilityResult

RULES: Final = RuleSet()

MEAN_WORDS: Final = 20
"""Maximum of words per sentence on average."""

MOST_WORDS: Final = 30
"""Maximum of words of one sentence."""

ENOUGH_WORDS: Final = 20
"""Minimum of words for a meaningful score."""


def _limits(which: str) -> str:
    """Description of the limits of all languages, for the documentation."""
    return ", ".join(
        f"{lang} {scale.name} {'above' if scale.higher_is_harder else 'below'} "
        f"{getattr(scale, which):g}"
        for lang, scale in FORMULAS.items()
    )


@RULES.add(
    "readability",
    BOTH,
    f"an answer that is hard to read: {_limits('warn')} (warning); {_limits('fail')} "
    "(error, for a brief a warning). Proper names and numbers are left out; other languages "
    "have no such rule",
)
def _readability(case: RuleContext) -> Iterator[Problem]:
    for text, where in case.texts("answer"):
        yield from _scored(prose(parsed(text)[0]), where, is_answer=True)
    for text, where in case.texts("brief"):
        yield from _scored(text, where, is_answer=False)


def _scored(text: str, where: Place, *, is_answer: bool) -> Iterator[Problem]:
    """The problem with the score of `text`; for a brief, which is short, never an error."""
    scale = FORMULAS.get(where.lang.partition("-")[0])
    measured = measure(text, where.lang)
    if scale is None or measured.score is None or measured.words < ENOUGH_WORDS:
        return
    fails = scale.passes(measured.score, scale.fail)
    if fails or (is_answer and scale.passes(measured.score, scale.warn)):
        severity = Severity.ERROR if fails and is_answer else Severity.WARNING
        yield Problem(where, *_words(measured, scale, fails=fails), severity=severity)


def _words(measured: ReadabilityResult, scale: Readability, *, fails: bool) -> tuple[str, str]:
    limit = scale.fail if fails else scale.warn
    side = "at most" if scale.higher_is_harder else "at least"
    syllables = measured.syllables / measured.words
    length = measured.words / measured.sentences
    return (
        f"The {scale.name} is {side} {limit:g}; this text has {measured.score:g} "
        f"({length:.1f} words a sentence, {syllables:.2f} syllables a word).",
        "Use shorter words and shorter sentences.",
    )


@RULES.add(
    "sentence-length",
    WARNING,
    f"a sentence of more than {MOST_WORDS} words, or a text with more than {MEAN_WORDS} on average",
)
def _sentence_length(case: RuleContext) -> Iterator[Problem]:
    for text, where in case.texts("brief"):
        yield from _long_sentences(text, where)
        yield from _long_on_average(text, where)
    for text, where in case.texts("answer"):
        for block in parsed(text)[0]:
            yield from _long_sentences(block.text, where.line(block.line))
        yield from _long_on_average(prose(parsed(text)[0]), where)


def _long_sentences(text: str, where: Place) -> Iterator[Problem]:
    for sentence in split_sentences(text):
        count = sum(lengths(sentence))
        if count > MOST_WORDS:
            yield Problem(
                where,
                f"A sentence has at most {MOST_WORDS} words; this one has {count}: "
                f'"{quoted(sentence)}".',
                "Make two sentences of it.",
            )


def _long_on_average(text: str, where: Place) -> Iterator[Problem]:
    counts = lengths(text)
    mean = sum(counts) / len(counts) if counts else 0
    if len(counts) > 1 and mean > MEAN_WORDS:
        yield Problem(
            where,
            f"Sentences have at most {MEAN_WORDS} words on average; here it is {mean:.0f}.",
            "Make several sentences of the longest ones.",
        )
