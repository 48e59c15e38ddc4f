"""Checks a pack for its author: all that the reader refuses, and what it lets pass.

Each rule is a small function in `RULES`; a new rule is one more function and one more line
there. A rule sees a pack that could be read; what keeps a pack from being read comes from
`desktop.pack.diagnosis`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from msgspec import Struct

from desktop.pack import markup
from desktop.pack.diagnosis import Kind, Place, diagnose, shown, unknown
from desktop.pack.errors import PackErrors
from desktop.pack.model import Pack, Topic, walk
from desktop.pack.reader import decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    WARNING = "warning"


class Finding(Struct, frozen=True, kw_only=True):
    """One thing an author should look at.

    Attributes:
        rule: name of the rule, e.g. "markup".
        severity: an error must be put right before the pack is published.
        entry: id of the entry it concerns, or "".
        lang: language tag of the text it concerns, or "".
        place: where in the file, "entries[4] (signs).answer.es, line 12".
        expected: what should be there, a sentence.
        remedy: what to do, a sentence.
    """

    rule: str
    severity: Severity
    entry: str = ""
    lang: str = ""
    place: str
    expected: str
    remedy: str


def check(data: bytes, *, file: str) -> tuple[Finding, ...]:
    """All findings in the pack `data`; where it cannot be read, only those about its form.

    Args:
        data: the JSON document.
        file: its name in error messages.
    """
    found = [
        _finding(
            _RULE_OF[problem.kind],
            Severity.ERROR if problem.is_fault else Severity.WARNING,
            problem.where,
            problem.expected,
            problem.remedy,
        )
        for problem in diagnose(data)
    ]
    try:
        pack = decode(data, file=file)
    except PackErrors as errors:
        if any(finding.severity is Severity.ERROR for finding in found):
            return tuple(found)
        fault = errors.faults[0]  # something only the fast path of the reader objects to
        return (
            *found,
            _finding("schema", Severity.ERROR, Place(), fault.expected, fault.remedy),
        )
    for rule, (severity, run) in RULES.items():
        found += [
            _finding(rule, severity, where, expected, remedy)
            for where, expected, remedy in run(pack)
        ]
    return tuple(found)


_RULE_OF: Final = {
    Kind.FILE: "file",
    Kind.SYNTAX: "file",
    Kind.VALUE: "schema",
    Kind.REFERENCE: "reference",
    Kind.REPEATED_ID: "repeated-id",
    Kind.REPEATED_KEY: "repeated-field",
    Kind.UNKNOWN_FIELD: "unknown-field",
    Kind.BYTE_ORDER_MARK: "byte-order-mark",
}

_Words = tuple[Place, str, str]
"""Place, expectation and remedy of one finding."""


def _finding(rule: str, severity: Severity, where: Place, expected: str, remedy: str) -> Finding:
    return Finding(
        rule=rule,
        severity=severity,
        entry=where.entry,
        lang=where.lang,
        place=where.path,
        expected=expected,
        remedy=remedy,
    )


# Rules ------------------------------------------------------------------------------------


def _references(pack: Pack) -> Iterator[_Words]:
    """Ids that name nothing; the screen leaves them out."""
    for topic, where in _topics(pack.topics, Place("topics")):
        yield from _dangling(topic.entries, where.key("entries"), "entry", pack.entry_by_id)
    for at, entry in enumerate(pack.entries):
        where = Place("entries").item(at, entry)
        yield from _dangling(entry.contacts, where.key("contacts"), "contact", pack.contact_by_id)
        yield from _dangling(entry.sources, where.key("sources"), "source", pack.source_by_id)
        yield from _dangling(entry.related, where.key("related"), "entry", pack.entry_by_id)
    for at, contact in enumerate(pack.contacts):
        where = Place("contacts").item(at, contact).key("sources")
        yield from _dangling(contact.sources, where, "source", pack.source_by_id)
    for at, urgent in enumerate(pack.urgent):
        where = Place("urgent").item(at, urgent).key("contacts")
        yield from _dangling(urgent.contacts, where, "contact", pack.contact_by_id)


def _dangling(
    ids: Iterable[str], where: Place, what: str, known: Mapping[str, object]
) -> Iterator[_Words]:
    for at, name in enumerate(ids):
        if name not in known:
            problem = unknown(where.item(at, name), what, name, known)
            yield problem.where, problem.expected, problem.remedy


def _answers(pack: Pack) -> Iterator[tuple[Place, str]]:
    for at, entry in enumerate(pack.entries):
        where = Place("entries").item(at, entry).key("answer")
        for tag, text in entry.answer.items():
            yield where.tagged(tag), text


def _markup(pack: Pack) -> Iterator[_Words]:
    """Marks that answers may not have."""
    for where, text in _answers(pack):
        for fault in markup.parse(text)[1]:
            yield where.line(fault.line), fault.expected, fault.remedy


def _links(pack: Pack) -> Iterator[_Words]:
    """Links of answers that lead nowhere; the screen shows their text alone."""
    known: dict[str, Mapping[str, object]] = {
        "entry": pack.entry_by_id,
        "contact": pack.contact_by_id,
        "source": pack.source_by_id,
    }
    for where, text in _answers(pack):
        for block in markup.parse(text)[0]:
            for link in dict.fromkeys(run.link for run in block.runs if run.link):
                what, _, name = link.partition(":")
                if name not in known[what]:
                    problem = unknown(where.line(block.line), what, name, known[what])
                    yield problem.where, problem.expected, problem.remedy


def _no_text(pack: Pack) -> Iterator[_Words]:
    """Titles, questions and names that are empty in every language."""
    for where, name, texts in _localized(pack):
        if name in ("title", "question", "name") and not any(
            str(text).strip() for text in texts.values()
        ):
            yield where, "There is no text in any language.", "Write it in the source language."


def _missing_language(pack: Pack) -> Iterator[_Words]:
    """Texts that some languages of the pack have and others have not."""
    for where, name, texts in _localized(pack):
        if name in ("translations", "synonyms") or not any(texts.values()):
            continue
        for tag in pack.languages:
            text = texts.get(tag)
            if not (text.strip() if isinstance(text, str) else text):
                yield (
                    where.tagged(tag),
                    f'The pack is in "{tag}", and this text is not.',
                    "Translate it.",
                )


def _unknown_language(pack: Pack) -> Iterator[_Words]:
    """Texts in a language that the manifest does not name: nobody can choose it."""
    for where, _, texts in _localized(pack):
        for tag in texts:
            if tag not in pack.languages:
                yield (
                    where.tagged(tag),
                    f'The manifest does not name the language "{shown(tag)}".',
                    "Add it to manifest.languages, or remove the text.",
                )


def _repeated_language(pack: Pack) -> Iterator[_Words]:
    """Languages that the manifest names twice."""
    for at, tag in enumerate(pack.languages):
        if tag in pack.languages[:at]:
            where = Place("manifest.languages").item(at, tag)
            yield where, f'The language "{tag}" is named twice.', "Remove one of the two."


def _empty_topic(pack: Pack) -> Iterator[_Words]:
    """Topics that lead to no entry."""
    for topic, where in _topics(pack.topics, Place("topics")):
        if not any(pack.entries_by_topic[inner.id] for inner in walk((topic,))):
            yield where, "A topic has at least one entry.", "Give it an entry, or remove it."


def _foreign_entry(pack: Pack) -> Iterator[_Words]:
    """Topics that order an entry which belongs to another topic."""
    for topic, where in _topics(pack.topics, Place("topics")):
        for at, name in enumerate(topic.entries):
            entry = pack.entry_by_id.get(name)
            if entry is not None and entry.topic != topic.id:
                yield (
                    where.key("entries").item(at, name),
                    f'The entry "{name}" belongs to the topic "{entry.topic}".',
                    "Remove it here, or change its topic.",
                )


Rule = tuple[Severity, "Callable[[Pack], Iterator[_Words]]"]

RULES: Final[dict[str, Rule]] = {
    "reference": (Severity.ERROR, _references),
    "markup": (Severity.ERROR, _markup),
    "link": (Severity.ERROR, _links),
    "no-text": (Severity.ERROR, _no_text),
    "repeated-language": (Severity.ERROR, _repeated_language),
    "missing-language": (Severity.WARNING, _missing_language),
    "unknown-language": (Severity.WARNING, _unknown_language),
    "empty-topic": (Severity.WARNING, _empty_topic),
    "foreign-entry": (Severity.WARNING, _foreign_entry),
}
"""All rules by name, in the order of the report."""


# Ways through a pack ----------------------------------------------------------------------


def _topics(topics: tuple[Topic, ...], where: Place) -> Iterator[tuple[Topic, Place]]:
    for at, topic in enumerate(topics):
        place = where.item(at, topic)
        yield topic, place
        yield from _topics(topic.children, place.key("children"))


def _localized(
    record: Struct, where: Place | None = None
) -> Iterator[tuple[Place, str, dict[str, Any]]]:
    """Every object keyed by language in `record` and the records in it, with its field name."""
    where = where or Place()
    for name in record.__struct_fields__:
        value = getattr(record, name)
        if isinstance(value, dict):
            yield where.key(name), name, value
        elif isinstance(value, Struct):
            yield from _localized(value, where.key(name))
        elif isinstance(value, tuple):
            for at, item in enumerate(value):
                if isinstance(item, Struct):
                    yield from _localized(item, where.key(name).item(at, item))
