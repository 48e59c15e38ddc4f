"""Rules about the completeness and length of entries and packs."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from desktop.pack.check.readability import lengths, prose, split_sentences
from desktop.pack.check.rules.base import WARNING, RuleContext, RuleSet, parsed
from desktop.pack.problem import Place, Problem, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

RULES: Final = RuleSet()

BRIEF_SENTENCES: Final = 3
"""Maximum of sentences of a brief."""

ANSWER_WORDS: Final = (120, 450)
"""Minimum and maximum of words of an answer."""

PHRASINGS: Final = 5
"""Minimum of phrasings of an entry in a language; fifteen find far more."""


@RULES.add("brief-length", WARNING, f"a brief of more than {BRIEF_SENTENCES} sentences")
def _brief_length(case: RuleContext) -> Iterator[Problem]:
    for text, where in case.texts("brief"):
        count = len(split_sentences(text))
        if count > BRIEF_SENTENCES:
            yield Problem(
                where,
                f"A brief has at most {BRIEF_SENTENCES} sentences; this one has {count}.",
                "Move the rest into the answer.",
            )


@RULES.add(
    "answer-length",
    WARNING,
    f"an answer of fewer than {ANSWER_WORDS[0]} or more than {ANSWER_WORDS[1]} words, "
    "headings left out, or none at all",
)
def _answer_length(case: RuleContext) -> Iterator[Problem]:
    least, most = ANSWER_WORDS
    for text, where in case.texts("answer"):
        count = sum(lengths(prose(parsed(text)[0])))
        if text.strip() and not least <= count <= most:
            yield Problem(
                where,
                f"An answer has {least} to {most} words without its headings; this one has "
                f"{count}.",
                "Say more, or say it in the brief alone."
                if count < least
                else "Shorten it, or make two entries of it.",
            )
    for entry, where in case.entries():
        if not any(text.strip() for text in entry.answer.values()):
            yield Problem(where, "An entry has an answer.", 'Write it in "answer".')


@RULES.add(
    "few-phrasings", WARNING, f"an entry with fewer than {PHRASINGS} phrasings in a language"
)
def _few_phrasings(case: RuleContext) -> Iterator[Problem]:
    for entry, where in case.entries():
        for tag in case.pack.languages:
            count = len({_folded(text) for text in entry.phrasings.get(tag, ())} - {""})
            if count < PHRASINGS:
                yield Problem(
                    where.key("phrasings").tagged(tag),
                    f"At least {PHRASINGS} other ways to ask the question are expected; here "
                    f"{'is' if count == 1 else 'are'} {count or 'none'}.",
                    "Add questions as people ask them who do not know the right words; fifteen "
                    "are better.",
                )


@RULES.add("shared-phrasing", WARNING, "a phrasing that two entries have")
def _shared_phrasing(case: RuleContext) -> Iterator[Problem]:
    first: dict[tuple[str, str], str] = {}
    for entry, where in case.entries():
        for phrasings, place in where.key("phrasings").texts(entry.phrasings):
            for at, text in enumerate(phrasings):
                other = first.setdefault((place.lang, _folded(text)), entry.id)
                if other != entry.id:
                    yield Problem(
                        place.item(at, text),
                        f'"{quoted(text)}" is a phrasing of "{other}" too.',
                        "Leave it where it is answered best.",
                    )


@RULES.add(
    "urgent-phrasing", WARNING, "an urgent phrase that is also a phrasing or keyword of an entry"
)
def _urgent_phrasing(case: RuleContext) -> Iterator[Problem]:
    asked: dict[tuple[str, str], str] = {}
    for entry in case.pack.entries:
        for lists in (entry.phrasings, entry.keywords):
            for tag, texts in lists.items():
                for text in texts:
                    asked.setdefault((tag, _folded(text)), entry.id)
    for urgent, where in case.urgent():
        for phrases, place in where.key("phrases").texts(urgent.phrases):
            for at, text in enumerate(phrases):
                if "…" in text or "..." in text:  # a hint matches only queries about someone
                    continue
                if entry_id := asked.get((place.lang, _folded(text))):
                    yield Problem(
                        place.item(at, text),
                        f'"{quoted(text)}" is also a phrasing or keyword of "{entry_id}", so a '
                        "that is not urgent shows the help card.",
                        "Keep it here only if the person who types it is in danger.",
                    )


def _folded(text: str) -> str:
    """`text` without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c))))


@RULES.add("no-source", WARNING, "an entry without sources")
def _no_source(case: RuleContext) -> Iterator[Problem]:
    for entry, where in case.entries():
        if not entry.sources:
            yield Problem(where, "An entry says where its facts come from.", 'Name its "sources".')


@RULES.add("no-disclaimer", WARNING, "a pack without a disclaimer")
def _no_disclaimer(case: RuleContext) -> Iterator[Problem]:
    if not any(text.strip() for text in case.pack.manifest.disclaimer.values()):
        yield Problem(
            Place("manifest"),
            "A pack says what it is not, such as legal advice, and who has reviewed it.",
            'Write it in "disclaimer".',
        )


@RULES.add(
    "no-help", WARNING, "urgent phrases without contacts, in the help bar or on their help card"
)
def _no_help(case: RuleContext) -> Iterator[Problem]:
    if case.pack.urgent and not case.pack.manifest.help:
        yield Problem(
            Place("manifest"),
            "A pack with urgent phrases has contacts in its help bar.",
            'Name them in "help".',
        )
    for urgent, where in case.urgent():
        if not urgent.contacts:
            yield Problem(
                where,
                "Without a contact the help card does not show.",
                'Name at least one in "contacts".',
            )
