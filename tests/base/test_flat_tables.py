from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.flat_tables import (
    BlobTable,
    BlobTableWriter,
    ChecksumMultimap,
    ChecksumSet,
    FolderTables,
    MemoryTables,
    StringTable,
    read_numbers,
    write_checksum_multimap,
    write_checksum_set,
    write_numbers,
    write_strings,
)

if TYPE_CHECKING:
    from pathlib import Path

Tables = MemoryTables | FolderTables


@pytest.fixture(params=["memory", "folder"])
def tables(request: pytest.FixtureRequest, tmp_path: Path) -> Tables:
    return MemoryTables() if request.param == "memory" else FolderTables(tmp_path)


@pytest.mark.parametrize(("code", "top"), [("B", 255), ("I", 2**32 - 1), ("Q", 2**64 - 1)])
def test_numbers_come_back(tables: Tables, code: str, top: int) -> None:
    write_numbers(tables, "numbers", code, [3, 0, top])
    assert list(read_numbers(tables, "numbers", code)) == [3, 0, top]


def test_an_empty_table_is_read_too(tables: Tables) -> None:
    write_numbers(tables, "numbers", "I", [])
    write_strings(tables, "texts", [])
    assert not len(read_numbers(tables, "numbers", "I"))
    assert list(StringTable(tables, "texts")) == []
    assert StringTable(tables, "texts").index_of("a") == -1


def test_blobs_come_back_by_number(tables: Tables) -> None:
    writer = BlobTableWriter(tables, "blobs")
    for blob in (b"one", b"", b"\0\xff"):
        writer.add(blob)
    writer.close()
    blobs = BlobTable(tables, "blobs")
    assert len(blobs) == 3
    assert [blobs[at] for at in range(3)] == [b"one", b"", b"\0\xff"]


def test_texts_are_found_by_themselves_and_by_their_beginning(tables: Tables) -> None:
    words = sorted(["señal", "sen", "señales", "zoo", "a", "seña"])
    write_strings(tables, "words", words)
    texts = StringTable(tables, "words")
    assert list(texts) == words
    assert [texts.index_of(word) for word in words] == list(range(len(words)))
    assert texts.index_of("señ") == -1
    assert [texts[at] for at in texts.prefix_range("señ")] == ["seña", "señal", "señales"]
    assert not texts.prefix_range("x")


def test_a_text_that_is_not_there_is_not_remembered() -> None:
    tables = MemoryTables()
    write_strings(tables, "words", ["a"])
    texts = StringTable(tables, "words")
    assert (texts.index_of("a"), texts.index_of("secret")) == (0, -1)
    assert "secret" not in repr(vars(texts))


@given(st.lists(st.text(max_size=5)), st.text(max_size=3))
def test_any_texts(words: list[str], prefix: str) -> None:
    tables, ordered = MemoryTables(), sorted(set(words))
    write_strings(tables, "words", ordered)
    texts = StringTable(tables, "words")
    for at, word in enumerate(ordered):
        assert texts.index_of(word) == at
    found = [texts[at] for at in texts.prefix_range(prefix)]
    assert found == [word for word in ordered if word.startswith(prefix)]


@given(st.lists(st.text(max_size=4)))
def test_every_key_is_in_its_table(keys: list[str]) -> None:
    tables = MemoryTables()
    write_checksum_set(tables, "keys", keys)
    write_checksum_multimap(tables, "places", ((key, at) for at, key in enumerate(keys)))
    found = ChecksumSet(tables, "keys")
    assert all(key in found for key in keys)
    assert "longer than any" not in found
    places = ChecksumMultimap(tables, "places")
    for key in keys:
        assert [at for at, other in enumerate(keys) if other == key] == list(places.get(key))
    assert not list(places.get("longer than any"))
