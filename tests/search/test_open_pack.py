from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.base.resources import flagship_pack
from desktop.pack.errors import PackErrors
from desktop.pack.stored import StoredPack
from desktop.search import open_pack
from desktop.search.open_pack import discard_if_damaged, is_large, open_ready, open_search


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(flagship_pack(), tmp_path / "pack.json"))


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_a_small_pack_leaves_nothing_on_disk(pack_file: Path, tmp_path: Path) -> None:
    assert not is_large(pack_file)
    pack, engine = open_search(pack_file)
    assert not isinstance(pack, StoredPack)
    assert engine.search("signs", lang="en").hits
    assert [path.name for path in tmp_path.iterdir()] == ["pack.json"]


def test_a_large_pack_is_opened_from_its_index(
    pack_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    assert is_large(pack_file)
    assert open_ready(pack_file) is None
    pack, engine = open_search(pack_file)
    assert isinstance(pack, StoredPack)
    ready = open_ready(pack_file)
    assert ready is not None
    for query in ("signs", "zzzz"):
        assert ready.make_engine().search(query, lang="en") == engine.search(query, lang="en")


def test_without_room_for_a_cache_search_works_in_memory(
    pack_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    pack, engine = open_search(pack_file)
    assert not isinstance(pack, StoredPack)
    assert engine.search("signs", lang="en").hits


def test_an_index_with_a_changed_byte_is_discarded_and_made_again(
    pack_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    open_search(pack_file)
    assert not discard_if_damaged(pack_file)
    table = next(tmp_path.rglob("en.words.table"))
    whole = table.read_bytes()
    table.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert open_ready(pack_file) is not None
    assert discard_if_damaged(pack_file)
    assert open_ready(pack_file) is None
    open_search(pack_file)
    assert open_ready(pack_file) is not None
    assert next(tmp_path.rglob("en.words.table")).read_bytes() == whole


def test_where_there_is_no_index_none_is_discarded(pack_file: Path) -> None:
    assert not discard_if_damaged(pack_file)
    assert not discard_if_damaged(pack_file.with_name("none.json"))


@pytest.mark.parametrize("name", ["none.json", "a\0b", ""])
def test_what_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert not is_large(path)
    with pytest.raises(PackErrors):
        open_search(path)
