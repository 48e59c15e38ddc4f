from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.base.resources import flagship_pack
from desktop.pack.errors import PackErrors
from desktop.search.engine import SearchEngine
from desktop.search.index import cache as module
from desktop.search.index.cache import MAX_CACHED_INDEXES, Cache, CacheDamaged, verify
from desktop.search.open_index import open_folder

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    path = tmp_path / "pack.json"
    shutil.copy(flagship_pack(), path)
    os.utime(path, (1_000_000_000, 1_000_000_000))
    return path


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An index, not to be changed."""
    return Cache(tmp_path_factory.mktemp("ready")).make(flagship_pack())


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "cache")


@pytest.fixture
def index(ready: Path, tmp_path: Path) -> Path:
    """An index to damage."""
    return Path(shutil.copytree(ready, tmp_path / "index"))


def test_what_was_made_is_found_and_finds(cache: Cache, pack_file: Path) -> None:
    assert cache.find(pack_file) is None
    told: list[tuple[int, int]] = []
    made = cache.make(pack_file, lambda done, count: told.append((done, count)))
    assert cache.find(pack_file) == made
    assert (told[0], told[-1]) == ((0, 20), (20, 20))
    pack, open_engine = open_folder(made)
    whole, engine = SearchEngine(pack), open_engine()
    for query in ("signs", "they took my pasport", "senales de trata", "zzzz"):
        assert engine.search(query, lang="en") == whole.search(query, lang="en")


def test_a_pack_that_changed_has_another_index(cache: Cache, pack_file: Path) -> None:
    made = cache.make(pack_file)
    pack_file.write_bytes(pack_file.read_bytes().replace(b"trafficking", b"trafficing"))
    assert cache.find(pack_file) is None
    assert cache.make(pack_file) != made


def test_a_known_pack_is_not_hashed_again(
    cache: Cache, pack_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = cache.make(pack_file)
    monkeypatch.setattr(module, "_hash", lambda _path: pytest.fail("hashed"))
    assert cache.find(pack_file) == made


def test_a_copy_of_a_pack_shares_its_index(cache: Cache, pack_file: Path) -> None:
    made = cache.make(pack_file)
    other = pack_file.with_name("copy.json")
    shutil.copy(pack_file, other)
    assert cache.find(other) == made


def test_a_damaged_memory_of_packs_is_made_anew(cache: Cache, pack_file: Path) -> None:
    made = cache.make(pack_file)
    (made.parent / "seen.json").write_bytes(b"\xff{")
    assert cache.find(pack_file) == made


@pytest.mark.parametrize("size", [0, 1])
def test_an_index_cut_short_is_not_found_and_made_again(
    cache: Cache, pack_file: Path, size: int
) -> None:
    made = cache.make(pack_file)
    for path in sorted(made.rglob("*.*")):
        if path.suffix != ".lock" and path.stat().st_size > size:
            whole = path.read_bytes()
            path.write_bytes(whole[:size])
            assert cache.find(pack_file) is None, path.name
            path.write_bytes(whole)
            assert cache.find(pack_file) == made
    (made / "contents.json").unlink()
    assert cache.find(pack_file) is None
    assert cache.make(pack_file) == made
    assert cache.find(pack_file) == made


def files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file() and path.stat().st_size)


def test_a_changed_byte_is_told(index: Path) -> None:
    assert verify(index)
    for path in sorted(files(index)):
        whole = path.read_bytes()
        path.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
        assert not verify(index), path.name
        path.write_bytes(whole)
    assert verify(index)


def test_what_cannot_be_opened_is_called_damaged(index: Path) -> None:
    (index / "pack.head.table").write_bytes(b"\xc1")
    with pytest.raises(CacheDamaged):
        open_folder(index)
    with pytest.raises(CacheDamaged):
        open_folder(index / "nowhere")


def test_a_search_that_cannot_be_opened_is_made_again_the_next_time(
    cache: Cache, pack_file: Path
) -> None:
    made = cache.make(pack_file)
    _, open_engine = open_folder(made)
    (made / "terms" / "meta.json").write_text("{}", "utf-8")
    with pytest.raises(CacheDamaged):
        open_engine()
    assert cache.find(pack_file) is None


def test_nothing_half_made_is_left(cache: Cache, pack_file: Path, tmp_path: Path) -> None:
    pack_file.write_bytes(pack_file.read_bytes().replace(b'"topic": "', b'"topic": "no-'))
    with pytest.raises(PackErrors):
        cache.make(pack_file)
    assert not [path for path in (tmp_path / "cache").glob("*") if path.is_dir()]


def test_only_the_indexes_used_last_are_kept(cache: Cache, ready: Path, pack_file: Path) -> None:
    made = cache.make(pack_file)
    for at in range(MAX_CACHED_INDEXES + 3):
        os.utime(shutil.copytree(ready, made.parent / f"old{at}"), (at, at))
    os.utime(shutil.copytree(ready, made.parent / "draft-killed"), (1, 1))
    (made.parent / "draft-running").mkdir()
    shutil.rmtree(made)
    made = cache.make(pack_file)
    left = {path.name for path in made.parent.iterdir() if path.is_dir()}
    assert left == {
        made.name,
        "draft-running",
        *(f"old{at}" for at in range(3, MAX_CACHED_INDEXES + 3)),
    }
