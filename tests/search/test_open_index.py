from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desktop.base.resources import flagship_pack
from desktop.pack.errors import PackErrors
from desktop.search.open_index import build_index, discard_if_damaged, find_index, open_index


@pytest.fixture
def pack_file(tmp_path: Path) -> Path:
    return Path(shutil.copy(flagship_pack(), tmp_path / "pack.json"))


@pytest.fixture(autouse=True)
def _cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_an_index_is_found_once_it_is_made(pack_file: Path) -> None:
    assert find_index(pack_file) is None
    assert open_index(pack_file) is None
    build_index(pack_file)
    assert find_index(pack_file)
    assert open_index(pack_file)


def test_an_index_that_is_not_ready_is_made_on_demand(pack_file: Path) -> None:
    made: list[Path] = []

    def make(path: Path) -> None:
        made.append(path)
        build_index(path)

    assert open_index(pack_file, make)
    assert open_index(pack_file, make)
    assert made == [pack_file]


@pytest.mark.parametrize("error", [OSError, RuntimeError])
def test_an_index_that_cannot_be_made_is_none(pack_file: Path, error: type[Exception]) -> None:
    def fail(_path: Path) -> None:
        raise error

    assert open_index(pack_file, fail) is None


def test_an_index_with_a_changed_byte_is_discarded_and_made_again(
    pack_file: Path, tmp_path: Path
) -> None:
    build_index(pack_file)
    assert not discard_if_damaged(pack_file)
    table = next(tmp_path.rglob("en.words.table"))
    whole = table.read_bytes()
    table.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
    assert open_index(pack_file) is not None
    assert discard_if_damaged(pack_file)
    assert open_index(pack_file) is None
    build_index(pack_file)
    assert next(tmp_path.rglob("en.words.table")).read_bytes() == whole


def test_where_there_is_no_index_none_is_discarded(pack_file: Path) -> None:
    assert not discard_if_damaged(pack_file)
    assert not discard_if_damaged(pack_file.with_name("none.json"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackErrors):
        open_index(tmp_path / "none.json")
