from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.base.resources import flagship_pack
from desktop.pack.errors import PackErrors
from desktop.pack.stored import StoredPack
from desktop.search import open_pack
from desktop.search.index.cache import CacheDamaged
from desktop.search.open_pack import is_large, open_indexed


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(flagship_pack(), tmp_path / "pack.json"))


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each pack counts as large."""
    monkeypatch.setattr(open_pack, "LARGE", 1000)


def test_without_a_path_the_shipped_pack_is_opened() -> None:
    assert open_pack.open_pack(None).pack.manifest.id == "nm-trafficking"


def test_a_small_pack_leaves_nothing_on_disk(pack_file: Path, tmp_path: Path) -> None:
    assert not is_large(pack_file)
    opened = open_indexed(pack_file)
    assert not isinstance(opened.pack, StoredPack)
    assert opened.make_engine().search("signs", lang="en").hits
    assert [path.name for path in tmp_path.iterdir()] == ["pack.json"]


@pytest.mark.usefixtures("large")
def test_a_large_pack_is_opened_from_its_index(pack_file: Path) -> None:
    assert is_large(pack_file)
    made = open_indexed(pack_file)
    found = open_pack.open_pack(pack_file)
    assert isinstance(made.pack, StoredPack)
    assert isinstance(found.pack, StoredPack)
    for query in ("signs", "zzzz"):
        one, other = (opened.make_engine().search(query, lang="en") for opened in (made, found))
        assert one == other


@pytest.mark.usefixtures("large")
def test_who_makes_no_index_reads_a_large_pack_whole(pack_file: Path) -> None:
    opened = open_pack.open_pack(pack_file)
    assert not isinstance(opened.pack, StoredPack)
    assert opened.open_engine().search("signs", lang="en").hits


@pytest.mark.usefixtures("large")
def test_without_room_for_a_cache_search_works_in_memory(
    pack_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked = tmp_path / "file"
    blocked.touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(blocked))
    opened = open_indexed(pack_file)
    assert not isinstance(opened.pack, StoredPack)
    assert opened.make_engine().search("signs", lang="en").hits


@pytest.mark.usefixtures("large")
def test_an_index_that_cannot_be_opened_is_told_or_done_without(
    pack_file: Path, tmp_path: Path
) -> None:
    opened = open_indexed(pack_file)
    shutil.rmtree(next(tmp_path.rglob("terms")))
    with pytest.raises(CacheDamaged):
        opened.open_engine()
    assert opened.make_engine().search("signs", lang="en").hits


@pytest.mark.parametrize("name", ["none.json", "a\0b", ""])
def test_what_is_no_file_is_told(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert not is_large(path)
    with pytest.raises(PackErrors):
        open_indexed(path)
