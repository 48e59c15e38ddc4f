from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from desktop.base.flat_tables import MemoryTables
from desktop.base.resources import flagship_pack
from desktop.pack.reader import read
from desktop.pack.stored import PackWriter, StoredPack

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.pack.view import PackView


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read(flagship_pack())


@pytest.fixture(scope="module")
def stored(pack: Pack) -> StoredPack:
    tables = MemoryTables()
    writer = PackWriter(tables, replace(pack, entries=()))
    list(writer.passing(pack.entries))
    writer.finish()
    return StoredPack(tables)


def plain(value: object) -> object:
    """`value` with plain containers for those that read on demand."""
    if isinstance(value, Mapping):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str):
        return [plain(inner) for inner in value]
    return value


def test_a_pack_on_disk_looks_like_one_in_memory(pack: Pack, stored: StoredPack) -> None:
    public = {name: value for name, value in vars(stored).items() if not name.startswith("_")}
    assert {"entries", "entry_by_id", "entries_by_topic", "languages"} < public.keys()
    for name, value in public.items():
        assert plain(value) == plain(getattr(pack, name)), name


def test_texts_fall_back_alike(pack: Pack, stored: StoredPack) -> None:
    views: tuple[PackView, ...] = pack, stored
    title = {"es": "Trata"}
    assert [view.text(title, "fr") for view in views] == ["Trata", "Trata"]
