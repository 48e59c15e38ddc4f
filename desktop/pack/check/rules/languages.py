"""Rules that compare the languages of a pack."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import ERROR, WARNING, RuleContext, RuleSet, localized, parsed
from desktop.pack.markup import BlockKind
from desktop.pack.problem import Place, Problem, quoted
from desktop.pack.translation import TranslationState, source_hash, translation_state

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pack.model import Entry

RULES: Final = RuleSet()


@RULES.add("no-text", ERROR, "a title, question or name that is empty in every language")
def _no_text(case: RuleContext) -> Iterator[Problem]:
    for where, name, texts in localized(case.pack):
        if name in ("title", "question", "name") and not any(
            str(text).strip() for text in texts.values()
        ):
            yield Problem(
                where, "There is no text in any language.", "Write it in the source language."
            )


@RULES.add("repeated-language", ERROR, "a language named twice in the manifest")
def _repeated_language(case: RuleContext) -> Iterator[Problem]:
    languages = case.pack.languages
    for at, tag in enumerate(languages):
        if tag in languages[:at]:
            where = Place("manifest.languages").item(at, tag)
            yield Problem(where, f'The language "{tag}" is named twice.', "Remove one of the two.")


@RULES.add("missing-language", WARNING, "a text that one of the pack's languages lacks")
def _missing_language(case: RuleContext) -> Iterator[Problem]:
    for where, name, texts in localized(case.pack):
        if name in ("translations", "synonyms") or not any(texts.values()):
            continue
        for tag in case.pack.languages:
            text = texts.get(tag)
            if not (text.strip() if isinstance(text, str) else text):
                yield Problem(
                    where.tagged(tag),
                    f'The pack is in "{tag}", and this text is not.',
                    "Translate it.",
                )


@RULES.add("unknown-language", WARNING, "a text in a language that the manifest does not name")
def _unknown_language(case: RuleContext) -> Iterator[Problem]:
    for where, _, texts in localized(case.pack):
        for tag in texts:
            if tag not in case.pack.languages:
                yield Problem(
                    where.tagged(tag),
                    f'The manifest does not name the language "{quoted(tag)}".',
                    "Add it to manifest.languages, or remove the text.",
                )


# Structure and numbers --------------------------------------------------------------------

_NAMES: Final = {
    BlockKind.HEADING2: 'a heading "##"',
    BlockKind.HEADING3: 'a heading "###"',
    BlockKind.BULLET: 'an item of a list "-"',
    BlockKind.NUMBERED: 'an item of a list "1."',
}


@RULES.add(
    "structure",
    WARNING,
    "an answer whose headings or lists are not those of the source language",
)
def _structure(case: RuleContext) -> Iterator[Problem]:
    for original, text, where in _translated(case, "answer"):
        if difference := _first_difference(original, text, case.pack.languages[0]):
            line, expected = difference
            yield Problem(
                where.line(line) if line else where,
                expected,
                "Give both languages the same headings and the same items, in one order.",
            )


def _translated(case: RuleContext, *fields: str) -> Iterator[tuple[str, str, Place]]:
    """Texts of entries in the source language and in another one, and the place of the latter."""
    source = case.pack.languages[0]
    for entry, where in case.entries():
        for field in fields:
            original = getattr(entry, field).get(source, "")
            for text, place in where.key(field).texts(getattr(entry, field)):
                if place.lang != source and original.strip() and text.strip():
                    yield original, text, place


def _first_difference(original: str, translated: str, source: str) -> tuple[int, str] | None:
    """Line of the first difference in the translation (0: its end), and the expectation."""
    one, two = (
        [block for block in parsed(text)[0] if block.kind in _NAMES]
        for text in (original, translated)
    )
    for ours, theirs in zip_longest(one, two):
        if ours is None:
            return theirs.line, (
                f"{_NAMES[theirs.kind].capitalize()} stands here, and the answer in "
                f'"{source}" has no heading or item more.'
            )
        if theirs is None or ours.kind is not theirs.kind:
            expected = (
                f'Here {_NAMES[ours.kind]} is expected, as in line {ours.line} of "{source}": '
                f'"{quoted(ours.text)}".'
            )
            return (theirs.line if theirs else 0), expected
    return None


_FIGURE: Final = re.compile(r"\d+(?:[.,]\d+)*")


@RULES.add(
    "figures",
    WARNING,
    "a number of two digits or more that is in one language and not in the other",
)
def _figures(case: RuleContext) -> Iterator[Problem]:
    source, remedy = case.pack.languages[0], "Compare the numbers of both languages."
    for original, text, where in _translated(case, "brief", "answer"):
        ours, theirs = _figures_of(original), _figures_of(text)
        if odd := sorted(theirs - ours):
            expected = f'The text in "{source}" does not have {_listed(odd)}.'
            yield Problem(where, expected, remedy)
        if odd := sorted(ours - theirs):
            expected = f'The text in "{source}" has {_listed(odd)}, and this one does not.'
            yield Problem(where, expected, remedy)


def _figures_of(text: str) -> set[str]:
    """Numbers of `text` by their digits alone: 1,000 and 1.000 are the same."""
    found = (
        re.sub(r"\D", "", figure)
        for figure in _FIGURE.findall("\n".join(block.text for block in parsed(text)[0]))
    )
    return {figure for figure in found if len(figure) > 1}


def _listed(figures: list[str]) -> str:
    more = f" and {len(figures) - 5} more" if len(figures) > 5 else ""
    return ("the number " if len(figures) == 1 else "the numbers ") + (
        ", ".join(quoted(figure) for figure in figures[:5]) + more
    )


# Translations -----------------------------------------------------------------------------


@RULES.add(
    "translation",
    WARNING,
    "a translation older than its source text, or without the hash that shows it",
)
def _stale(case: RuleContext) -> Iterator[Problem]:
    source = case.pack.languages[0]
    for entry, current, where in _translations(case):
        stamp = source_hash(entry, source)
        if current is TranslationState.OUT_OF_DATE:
            yield Problem(
                where.key("source_hash"),
                f'The text in "{source}" has changed since it was translated.',
                f'Bring the translation up to date, then write "{stamp}" here.',
            )
        elif current is TranslationState.UNKNOWN:
            yield Problem(
                where.key("source_hash"),
                f'Nothing shows which text in "{source}" this was translated from.',
                f'Once the translation agrees with it, write "{stamp}" here.',
            )


def _translations(case: RuleContext) -> Iterator[tuple[Entry, TranslationState, Place]]:
    """The state of each entry in each language but the source, and the place of its record."""
    source, *others = case.pack.languages
    for entry, where in case.entries():
        for tag in others:
            yield (
                entry,
                translation_state(entry, tag, source=source),
                where.key("translations").tagged(tag),
            )


_MACHINE: Final = re.compile(
    r"\b(?:machine|automatic\w*|máquina|automátic\w*|chatgpt|gpt|deepl|google|ai|ia)\b", re.I
)


@RULES.add(
    "translator",
    WARNING,
    "a translation that names nobody, or a machine's that nobody has read over",
)
def _translator(case: RuleContext) -> Iterator[Problem]:
    for entry, current, where in _translations(case):
        if current in (TranslationState.SOURCE, TranslationState.MISSING):
            continue
        record = entry.translations.get(where.lang)
        if record is None or not record.by.strip():
            yield Problem(
                where.key("by"),
                "A translation names its translator.",
                'Write who translated it, or "machine, unreviewed".',
            )
        elif _MACHINE.search(record.by) and not record.reviewed_by.strip():
            yield Problem(
                where.key("reviewed_by"),
                "A machine translated this, and nobody has read it over.",
                "Let somebody who speaks the language read it, and name them here.",
            )
