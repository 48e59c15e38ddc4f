"""The data model of packs: frozen data, decoded from JSON by msgspec.

The JSON Schema of packs is generated from these classes (`desktop.pack.schema`). Field names
follow schema.org (Question, acceptedAnswer, lastReviewed) and Open Referral's HSDS (assured dates
of contacts) where possible.
"""

from __future__ import annotations

import datetime as dt  # noqa: TC003  # msgspec reads the annotations at run time
from collections.abc import Iterator, Mapping, Sequence  # noqa: TC003
from functools import cached_property
from typing import Annotated, Literal

from msgspec import Meta, Struct

FORMAT = 1  # the pack format this program reads

# Patterns end in "$(?!\n)": in Python, unlike in JSON Schema, "$" also matches before a line break.
Slug = Annotated[str, Meta(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$(?!\n)", max_length=100)]
"""A permanent id: lower-case letters, digits and single hyphens."""

LanguageTag = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$(?!\n)", max_length=35)]
"""A BCP 47 language tag, such as "en" or "es-MX"."""

PartialDate = Annotated[str, Meta(pattern=r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$(?!\n)")]
"""A year, a year and month, or a full date, such as "2024-05-31"."""

Text = Annotated[str, Meta(max_length=200_000)]
"""One text in one language; the limit prevents that a field exhausts memory."""

Localized = dict[LanguageTag, Text]
"""A text in each language of the pack."""

LocalizedList = dict[LanguageTag, tuple[Text, ...]]
"""A list of texts in each language of the pack."""


class _Record(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Base of all records: immutable, fields by name."""


class Manifest(_Record, frozen=True):
    """What the pack is, who publishes it and which contacts are always on screen."""

    format: Literal[1]
    id: Slug
    version: Annotated[int, Meta(ge=1, le=2**53 - 1)]  # the largest exact integer of JavaScript
    """Increases with every edition."""
    title: Localized
    languages: Annotated[tuple[LanguageTag, ...], Meta(min_length=1)]
    """The first is the source language."""
    neutral_title: Localized = {}
    """Shown where the subject must not be: window titles, the attract screen."""
    publisher: Text = ""
    licence: Text = ""
    created: dt.date | None = None
    disclaimer: Localized = {}
    help: tuple[Slug, ...] = ()
    """Contacts of the help bar, in order."""


class Topic(_Record, frozen=True):
    """A node of the tree."""

    id: Slug
    title: Localized
    icon: Annotated[str, Meta(max_length=50)] = ""
    """Name of one of the bundled icons."""
    summary: Localized = {}
    children: tuple[Topic, ...] = ()
    entries: tuple[Slug, ...] = ()
    """Order of this topic's entries; others follow in the order of the pack."""


class Translation(_Record, frozen=True):
    """Where one translation of an entry comes from."""

    by: Text = ""
    reviewed_by: Text = ""
    source_hash: Annotated[str, Meta(max_length=128)] = ""
    """Hash of the source text this translation was made from."""


class Entry(_Record, frozen=True):
    """One question with its answer in every language of the pack."""

    id: Slug
    topic: Slug
    question: Localized
    brief: Localized = {}
    """The reply in one to three sentences."""
    answer: Localized = {}
    """The full reply, restricted Markdown (`desktop.pack.markup`)."""
    number: Annotated[int, Meta(ge=1, le=999_999)] | None = None
    phrasings: LocalizedList = {}
    """Other ways people ask: searched, never shown."""
    keywords: LocalizedList = {}
    contacts: tuple[Slug, ...] = ()
    sources: tuple[Slug, ...] = ()
    related: tuple[Slug, ...] = ()
    sensitive: bool = False
    """Describes violence or abuse: the details are initially collapsed."""
    reviewed_on: dt.date | None = None
    next_review: dt.date | None = None
    reviewed_by: Text = ""
    translations: dict[LanguageTag, Translation] = {}


class Phone(_Record, frozen=True):
    """A number as people dial it."""

    number: Annotated[str, Meta(min_length=1, max_length=40)]
    """Digits as shown on screen: "505-438-3733", "233733", "911"."""
    kind: Literal["call", "text", "call-or-text", "tty"] = "call"
    spelled: Annotated[str, Meta(max_length=40)] = ""
    """The same number as a word: "505-GET-FREE"."""
    note: Localized = {}
    """Further instructions: the word to send, "from a cell phone"."""


class Contact(_Record, frozen=True):
    """A person or service to reach."""

    id: Slug
    name: Localized
    phones: tuple[Phone, ...] = ()
    short_name: Localized = {}
    """For the help bar: "In danger", "New Mexico hotline"."""
    web: Text = ""
    """Public address, shown as text and never opened."""
    place: Text = ""
    hours: Localized = {}
    languages: Localized = {}
    """Languages spoken, in words."""
    answered_by: Localized = {}
    serves: Localized = {}
    """The people it serves."""
    what_happens: Localized = {}
    """What happens when you call."""
    reports_to: Localized = {}
    """Authorities they may have to inform."""
    checked_on: dt.date | None = None
    sources: tuple[Slug, ...] = ()


class Source(_Record, frozen=True):
    """Where a fact comes from; the address is shown as text and never opened."""

    id: Slug
    title: Localized
    publisher: Text = ""
    date: PartialDate | None = None
    """Year, year-month or full date."""
    address: Text = ""


class Urgent(_Record, frozen=True):
    """Wordings that show the help card before anything else."""

    id: Slug
    phrases: LocalizedList
    """As a person in danger types it; "?" and "…" are special, see `search.query.urgent`."""
    contacts: tuple[Slug, ...] = ()


class Pack(Struct, frozen=True, kw_only=True, dict=True, omit_defaults=True):
    """One corpus. Read it with `desktop.pack.reader`, which checks its references."""

    manifest: Manifest
    topics: tuple[Topic, ...]
    entries: tuple[Entry, ...]
    contacts: tuple[Contact, ...] = ()
    sources: tuple[Source, ...] = ()
    urgent: tuple[Urgent, ...] = ()
    synonyms: dict[LanguageTag, tuple[tuple[Text, ...], ...]] = {}
    """Per language, groups of words with the same meaning in this pack."""
    unrelated: LocalizedList = {}
    """Phrases that use words of this pack for something that it does not answer."""

    @cached_property
    def entry_by_id(self) -> Mapping[str, Entry]:
        """Entries by id."""
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def contact_by_id(self) -> dict[str, Contact]:
        """Contacts by id."""
        return {contact.id: contact for contact in self.contacts}

    @cached_property
    def source_by_id(self) -> dict[str, Source]:
        """Sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def topic_by_id(self) -> dict[str, Topic]:
        """Topics by id, at every depth."""
        return {topic.id: topic for topic in walk(self.topics)}

    @cached_property
    def entries_by_topic(self) -> Mapping[str, Sequence[Entry]]:
        """Entries of each topic itself (not of its children), in the order to show them."""
        own: dict[str, list[Entry]] = {topic_id: [] for topic_id in self.topic_by_id}
        for entry in self.entries:
            own.setdefault(entry.topic, []).append(entry)
        for topic_id, topic in self.topic_by_id.items():
            place = {entry_id: at for at, entry_id in enumerate(topic.entries)}
            own[topic_id].sort(key=lambda entry, place=place: place.get(entry.id, len(place)))  # type: ignore[misc]
        return {topic_id: tuple(entries) for topic_id, entries in own.items()}

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags of the pack; the first is the source language."""
        return self.manifest.languages

    def text(self, localized: Localized, lang: str) -> str:
        """`localized` in `lang`, else in the source language, else in any, else ""."""
        for tag in (lang, *self.languages):
            if localized.get(tag):
                return localized[tag]
        return next(iter(localized.values()), "")


def walk(topics: tuple[Topic, ...]) -> Iterator[Topic]:
    """Every topic of a tree, parents before their children."""
    for topic in topics:
        yield topic
        yield from walk(topic.children)


def closest_language(tag: str, known: Sequence[str]) -> str | None:
    """`tag` among `known`, ignoring case, else the first of the same main language.

    Args:
        tag: a language tag in any notation: "es", "ES-mx", "es_MX".
        known: the language tags to choose from.

    Returns: one of `known`, or None.
    """
    plain = tag.replace("_", "-").casefold()
    by_tag = {name.casefold(): name for name in reversed(known)}
    by_main = {name.casefold().partition("-")[0]: name for name in reversed(known)}
    return by_tag.get(plain) or by_main.get(plain.partition("-")[0])
