"""The interface of packs in memory and on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.pack.model import (
        Contact,
        Entry,
        Localized,
        LocalizedList,
        Manifest,
        Source,
        Topic,
        Urgent,
    )


class PackView(Protocol):
    """A pack: a `Pack`, or a `StoredPack` that reads entries on access."""

    @property
    def manifest(self) -> Manifest:
        """The manifest."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The roots of the tree."""

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, in the order of the pack."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """All contacts."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """All sources."""

    @property
    def urgent(self) -> tuple[Urgent, ...]:
        """Phrases that show the help card."""

    @property
    def synonyms(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Per language, groups of words with the same meaning in this pack."""

    @property
    def unrelated(self) -> LocalizedList:
        """Phrases that use words of the pack for something that it does not answer."""

    @property
    def languages(self) -> tuple[str, ...]:
        """Language tags of the pack; the first is the source language."""

    @property
    def entry_by_id(self) -> Mapping[str, Entry]:
        """Entries by id."""

    @property
    def entries_by_topic(self) -> Mapping[str, Sequence[Entry]]:
        """Entries of each topic itself (not of its children), in the order to show them."""

    @property
    def contact_by_id(self) -> Mapping[str, Contact]:
        """Contacts by id."""

    @property
    def source_by_id(self) -> Mapping[str, Source]:
        """Sources by id."""

    @property
    def topic_by_id(self) -> Mapping[str, Topic]:
        """Topics by id, at every depth."""

    def text(self, localized: Localized, lang: str) -> str:
        """`localized` in `lang`, else in the source language, else in any, else ""."""
