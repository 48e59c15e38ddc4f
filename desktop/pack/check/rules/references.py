"""Rules about ids and links: they are valid, and topics and entries agree."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.pack.check.rules.base import (
    ERROR,
    WARNING,
    Rule,
    RuleContext,
    Violation,
    answers,
    contacts,
    entries,
    parsed,
    topics,
)
from desktop.pack.model import walk
from desktop.pack.place import Place
from desktop.pack.problem import unknown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


def _references(case: RuleContext) -> Iterator[Violation]:
    pack = case.pack
    for topic, where in topics(pack):
        yield from _dangling(topic.entries, where.key("entries"), "entry", pack.entry_by_id)
    for entry, where in entries(pack):
        yield from _dangling(entry.contacts, where.key("contacts"), "contact", pack.contact_by_id)
        yield from _dangling(entry.sources, where.key("sources"), "source", pack.source_by_id)
        yield from _dangling(entry.related, where.key("related"), "entry", pack.entry_by_id)
    for contact, where in contacts(pack):
        yield from _dangling(contact.sources, where.key("sources"), "source", pack.source_by_id)
    for at, urgent in enumerate(pack.urgent):
        where = Place("urgent").item(at, urgent).key("contacts")
        yield from _dangling(urgent.contacts, where, "contact", pack.contact_by_id)


def _dangling(
    ids: Iterable[str], where: Place, what: str, known: Mapping[str, object]
) -> Iterator[Violation]:
    for at, name in enumerate(ids):
        if name not in known:
            problem = unknown(where.item(at, name), what, name, known)
            yield Violation(problem.where, problem.expected, problem.remedy)


def _markup(case: RuleContext) -> Iterator[Violation]:
    for _, where, text in answers(case.pack):
        for fault in parsed(text)[1]:
            yield Violation(where.line(fault.line), fault.expected, fault.remedy)


def _links(case: RuleContext) -> Iterator[Violation]:
    pack = case.pack
    known: dict[str, Mapping[str, object]] = {
        "entry": pack.entry_by_id,
        "contact": pack.contact_by_id,
        "source": pack.source_by_id,
    }
    for _, where, text in answers(pack):
        for block in parsed(text)[0]:
            for link in dict.fromkeys(run.link for run in block.runs if run.link):
                what, _, name = link.partition(":")
                if name not in known[what]:
                    problem = unknown(where.line(block.line), what, name, known[what])
                    yield Violation(problem.where, problem.expected, problem.remedy)


def _empty_topic(case: RuleContext) -> Iterator[Violation]:
    for topic, where in topics(case.pack):
        if not any(case.pack.entries_by_topic[inner.id] for inner in walk((topic,))):
            yield Violation(
                where, "A topic has at least one entry.", "Give it an entry, or remove it."
            )


def _foreign_entry(case: RuleContext) -> Iterator[Violation]:
    for topic, where in topics(case.pack):
        for at, name in enumerate(topic.entries):
            entry = case.pack.entry_by_id.get(name)
            if entry is not None and entry.topic != topic.id:
                yield Violation(
                    where.key("entries").item(at, name),
                    f'The entry "{name}" belongs to the topic "{entry.topic}".',
                    "Remove it here, or change its topic.",
                )


RULES = (
    Rule("reference", ERROR, "an id that names nothing", _references),
    Rule("markup", ERROR, "Markdown that is not allowed", _markup),
    Rule("link", ERROR, "a link in an answer that leads nowhere", _links),
    Rule("empty-topic", WARNING, "a topic that leads to no entry", _empty_topic),
    Rule("foreign-entry", WARNING, "a topic that orders an entry of another topic", _foreign_entry),
)
