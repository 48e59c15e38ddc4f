"""Rules about the completeness and length of entries and packs."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from desktop.pack.check.readability import lengths, prose, split
from desktop.pack.check.rules.base import (
    WARNING,
    Rule,
    RuleContext,
    Violation,
    answers,
    entries,
    parsed,
)
from desktop.pack.place import Place, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

BRIEF_SENTENCES: Final = 3
"""Maximum of sentences of a brief."""

ANSWER_WORDS: Final = (120, 450)
"""Minimum and maximum of words of an answer."""

PHRASINGS: Final = 5
"""Minimum of phrasings of an entry in a language; fifteen find far more."""


def _brief_length(case: RuleContext) -> Iterator[Violation]:
    for entry, where in entries(case.pack):
        for tag, text in entry.brief.items():
            count = len(split(text))
            if count > BRIEF_SENTENCES:
                yield Violation(
                    where.key("brief").tagged(tag),
                    f"A brief has at most {BRIEF_SENTENCES} sentences; this one has {count}.",
                    "Move the rest into the answer.",
                )


def _answer_length(case: RuleContext) -> Iterator[Violation]:
    least, most = ANSWER_WORDS
    for _, where, text in answers(case.pack):
        count = sum(lengths(prose(parsed(text)[0])))
        if text.strip() and not least <= count <= most:
            yield Violation(
                where,
                f"An answer has {least} to {most} words without its headings; this one has "
                f"{count}.",
                "Say more, or say it in the brief alone."
                if count < least
                else "Shorten it, or make two entries of it.",
            )
    for entry, where in entries(case.pack):
        if not any(text.strip() for text in entry.answer.values()):
            yield Violation(where, "An entry has an answer.", 'Write it in "answer".')


def _few_phrasings(case: RuleContext) -> Iterator[Violation]:
    for entry, where in entries(case.pack):
        for tag in case.pack.languages:
            count = len({_folded(text) for text in entry.phrasings.get(tag, ())} - {""})
            if count < PHRASINGS:
                yield Violation(
                    where.key("phrasings").tagged(tag),
                    f"At least {PHRASINGS} other ways to ask the question are expected; here "
                    f"{'is' if count == 1 else 'are'} {count or 'none'}.",
                    "Add questions as people ask them who do not know the right words; fifteen "
                    "are better.",
                )


def _shared_phrasing(case: RuleContext) -> Iterator[Violation]:
    first: dict[tuple[str, str], str] = {}
    for entry, where in entries(case.pack):
        for tag, texts in entry.phrasings.items():
            for at, text in enumerate(texts):
                other = first.setdefault((tag, _folded(text)), entry.id)
                if other != entry.id:
                    yield Violation(
                        where.key("phrasings").tagged(tag).item(at, text),
                        f'"{shown(text)}" is a phrasing of "{other}" too.',
                        "Leave it where it is answered best.",
                    )


def _urgent_phrasing(case: RuleContext) -> Iterator[Violation]:
    asked: dict[tuple[str, str], str] = {}
    for entry in case.pack.entries:
        for lists in (entry.phrasings, entry.keywords):
            for tag, texts in lists.items():
                for text in texts:
                    asked.setdefault((tag, _folded(text)), entry.id)
    for at, urgent in enumerate(case.pack.urgent):
        for tag, texts in urgent.phrases.items():
            where = Place("urgent").item(at, urgent).key("phrases").tagged(tag)
            for nth, text in enumerate(texts):
                if "…" in text or "..." in text:  # a hint matches only queries about someone
                    continue
                if entry_id := asked.get((tag, _folded(text))):
                    yield Violation(
                        where.item(nth, text),
                        f'"{shown(text)}" is also a phrasing or keyword of "{entry_id}", so a '
                        "calm question shows the help card.",
                        "Keep it here only if whoever types it is in danger.",
                    )


def _folded(text: str) -> str:
    """`text` without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


def _no_source(case: RuleContext) -> Iterator[Violation]:
    for entry, where in entries(case.pack):
        if not entry.sources:
            yield Violation(
                where, "An entry says where its facts come from.", 'Name its "sources".'
            )


def _no_disclaimer(case: RuleContext) -> Iterator[Violation]:
    if not any(text.strip() for text in case.pack.manifest.disclaimer.values()):
        yield Violation(
            Place("manifest"),
            "A pack says what it is not, such as legal advice, and who has reviewed it.",
            'Write it in "disclaimer".',
        )


def _no_help(case: RuleContext) -> Iterator[Violation]:
    if case.pack.urgent and not case.pack.manifest.help:
        yield Violation(
            Place("manifest"),
            "A pack with urgent phrases has contacts in its help bar.",
            'Name them in "help".',
        )
    for at, urgent in enumerate(case.pack.urgent):
        if not urgent.contacts:
            yield Violation(
                Place("urgent").item(at, urgent),
                "Without a contact the help card does not show.",
                'Name at least one in "contacts".',
            )


RULES = (
    Rule(
        "brief-length",
        WARNING,
        f"a brief of more than {BRIEF_SENTENCES} sentences",
        _brief_length,
    ),
    Rule(
        "answer-length",
        WARNING,
        f"an answer of fewer than {ANSWER_WORDS[0]} or more than {ANSWER_WORDS[1]} words, "
        "headings left out, or none at all",
        _answer_length,
    ),
    Rule(
        "few-phrasings",
        WARNING,
        f"an entry with fewer than {PHRASINGS} phrasings in a language",
        _few_phrasings,
    ),
    Rule("shared-phrasing", WARNING, "a phrasing that two entries have", _shared_phrasing),
    Rule(
        "urgent-phrasing",
        WARNING,
        "an urgent phrase that is also a phrasing or keyword of an entry",
        _urgent_phrasing,
    ),
    Rule("no-source", WARNING, "an entry without sources", _no_source),
    Rule("no-disclaimer", WARNING, "a pack without a disclaimer", _no_disclaimer),
    Rule(
        "no-help",
        WARNING,
        "urgent phrases without contacts, in the help bar or on their help card",
        _no_help,
    ),
)
