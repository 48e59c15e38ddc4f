"""Rules about ids and links: they are valid, and topics and entries agree."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Final

from desktop.pack.check.rules.base import ERROR, WARNING, RuleContext, RuleSet, parsed
from desktop.pack.model import Contact, Entry, Pack, Topic, Urgent, walk
from desktop.pack.problem import Place, Problem, unknown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

RULES: Final = RuleSet()

_KINDS: Final = {"contacts": "contact", "sources": "source", "related": "entry", "entries": "entry"}
"""What the ids in a field name."""


def _known(pack: Pack) -> dict[str, Mapping[str, object]]:
    return {
        "entry": pack.entry_by_id,
        "contact": pack.contact_by_id,
        "source": pack.source_by_id,
    }


@RULES.add("reference", ERROR, "an id that names nothing")
def _references(case: RuleContext) -> Iterator[Problem]:
    known = _known(case.pack)
    records: Iterator[tuple[Topic | Entry | Contact | Urgent, Place]] = chain(
        case.topics(), case.entries(), case.contacts(), case.urgent()
    )
    for record, where in records:
        for field, what in _KINDS.items():
            for name, place in where.key(field).items(getattr(record, field, ())):
                if name not in known[what]:
                    yield unknown(place, what, name, known[what])


@RULES.add("markup", ERROR, "Markdown that is not allowed")
def _markup(case: RuleContext) -> Iterator[Problem]:
    for text, where in case.texts("answer"):
        for issue in parsed(text)[1]:
            yield Problem(where.line(issue.line), issue.expected, issue.remedy)


@RULES.add("link", ERROR, "a link in an answer that leads nowhere")
def _links(case: RuleContext) -> Iterator[Problem]:
    known = _known(case.pack)
    for text, where in case.texts("answer"):
        for block in parsed(text)[0]:
            for link in dict.fromkeys(run.link for run in block.runs if run.link):
                what, _, name = link.partition(":")
                if name not in known[what]:
                    yield unknown(where.line(block.line), what, name, known[what])


@RULES.add("empty-topic", WARNING, "a topic that leads to no entry")
def _empty_topic(case: RuleContext) -> Iterator[Problem]:
    for topic, where in case.topics():
        if not any(case.pack.entries_by_topic[inner.id] for inner in walk((topic,))):
            yield Problem(
                where, "A topic has at least one entry.", "Give it an entry, or remove it."
            )


@RULES.add("foreign-entry", WARNING, "a topic that orders an entry of another topic")
def _foreign_entry(case: RuleContext) -> Iterator[Problem]:
    for topic, where in case.topics():
        for name, place in where.key("entries").items(topic.entries):
            entry = case.pack.entry_by_id.get(name)
            if entry is not None and entry.topic != topic.id:
                yield Problem(
                    place,
                    f'The entry "{name}" belongs to the topic "{entry.topic}".',
                    "Remove it here, or change its topic.",
                )
