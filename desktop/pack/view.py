"""What readers of a pack see of it, whether it is in memory or on disk."""

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
    """A pack to look things up in: a `Pack`, or a `StoredPack` that reads entries one by one."""

    @property
    def manifest(self) -> Manifest:
        """What the pack is."""

    @property
    def topics(self) -> tuple[Topic, ...]:
        """The roots of the tree."""

    @property
    def entries(self) -> Sequence[Entry]:
        """All entries, in the order of the pack."""

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Whom to reach."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where facts come from."""

    @property
    def urgent(self) -> tuple[Urgent, ...]:
        """Wordings that show the help card."""

    @property
    def synonyms(self) -> Mapping[str, tuple[tuple[str, ...], ...]]:
        """Per language, groups of words that mean the same in this pack."""

    @property
    def unrelated(self) -> LocalizedList:
        """Wordings that use words of the pack for something that it does not answer."""

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
