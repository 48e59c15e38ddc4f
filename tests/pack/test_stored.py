from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from desktop.base.flat_tables import FolderTables
from desktop.base.resources import flagship_pack
from desktop.pack.reader import read
from desktop.pack.stored import PackWriter, StoredPack

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack
    from desktop.pack.view import PackView


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read(flagship_pack())


@pytest.fixture
def stored(pack: Pack, tmp_path: Path) -> PackView:
    tables = FolderTables(tmp_path)
    writer = PackWriter(tables, replace(pack, entries=()))
    assert tuple(writer.passing(pack.entries)) == pack.entries
    writer.finish()
    return StoredPack(tables)


def test_entries_stand_under_their_topics_in_order(pack: Pack, stored: PackView) -> None:
    assert {name: tuple(own) for name, own in stored.entries_by_topic.items()} == (
        pack.entries_by_topic
    )
    assert stored.entries_by_topic[pack.topics[0].id][:2] is not None


def test_entries_are_found_by_id(pack: Pack, stored: PackView) -> None:
    assert dict(stored.entry_by_id) == pack.entry_by_id
    assert "no-such-entry" not in stored.entry_by_id
    with pytest.raises(KeyError):
        stored.entry_by_id["no-such-entry"]


def test_a_slice_of_entries_is_read_when_it_is_looked_at(pack: Pack, stored: PackView) -> None:
    assert tuple(stored.entries[3:6]) == pack.entries[3:6]
    assert stored.entries[-1] == pack.entries[-1]
