"""Entries and contacts of the small pack, presented."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
import pytest

from desktop.content.answer import Answer, present, present_contacts
from tests.conftest import TODAY

if TYPE_CHECKING:
    from desktop.content.answer import ContactInfo
    from desktop.pack.model import Pack

Presented = Callable[..., Answer]
Reached = Callable[..., "tuple[ContactInfo, ...]"]


@pytest.fixture
def presented(pack: Pack) -> Presented:
    """Presents an entry in a language, its fields changed if so asked."""

    def make(entry_id: str, lang: str = "en", **changes: object) -> Answer:
        entry = msgspec.structs.replace(pack.entry_by_id[entry_id], **changes)
        return present(pack, entry, lang, TODAY)

    return make


@pytest.fixture
def reached(pack: Pack) -> Reached:
    """Presents contacts in a language, the fields of each changed if so asked."""

    def make(*ids: str, lang: str = "en", **changes: object) -> tuple[ContactInfo, ...]:
        contacts = tuple(msgspec.structs.replace(each, **changes) for each in pack.contacts)
        return present_contacts(msgspec.structs.replace(pack, contacts=contacts), ids, lang, TODAY)

    return make
