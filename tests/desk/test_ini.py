from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from desktop.desk import ini
from desktop.desk.ini import mend, sound_part

GOOD = b"[view]\ntext_size=300\ntheme=dark\n"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "luminaria.ini"


def names(path: Path) -> list[str]:
    return sorted(file.name for file in path.parent.iterdir())


@pytest.mark.parametrize(
    "data",
    [
        b"",
        GOOD,
        GOOD.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + GOOD,
        b"; a remark\n\n[a]\nb=\n",
        b'[bookmarks]\nlist="a,b", "c;\\"d", plain\n',
        "[bookmarks]\nname=Señales \u200d👩\n".encode(),
    ],
)
def test_a_sound_file_is_left_alone(data: bytes, path: Path) -> None:
    path.write_bytes(data)
    assert not mend(path)
    assert path.read_bytes() == data
    assert names(path) == ["luminaria.ini"]


VALUES = TEXT | st.lists(TEXT) | st.binary() | st.integers(-99999, 99999)


@given(st.dictionaries(TEXT.filter(str.strip), VALUES))
def test_what_qt_writes_is_sound(
    tmp_path_factory: pytest.TempPathFactory, values: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("ini") / "a.ini"
    store = QSettings(str(path), QSettings.Format.IniFormat)
    for key, value in values.items():
        store.setValue(f"a/{key}", QByteArray(value) if isinstance(value, bytes) else value)
    store.sync()
    assert not path.exists() or sound_part(path.read_bytes()) is None


@given(st.binary())
def test_the_sound_part_is_sound(data: bytes) -> None:
    part = sound_part(data)
    assert part is None or sound_part(part) is None


@pytest.mark.parametrize(
    "bad",
    [
        b"\0\xff\xfe[[[",
        b"text_si",
        b"[view",
        b"=====",
        b"key",
        b'key="open',
        b"key=line\\",
        b"key=a\0b",
        b"key=a\xff",
        b"<html>",
    ],
)
def test_a_bad_line_is_set_aside_and_the_others_stay(bad: bytes, path: Path) -> None:
    data = GOOD + bad
    path.write_bytes(data)
    assert mend(path)
    assert path.read_bytes().rstrip() == GOOD.rstrip()
    assert path.with_name("luminaria.damaged-1.ini").read_bytes() == data
    assert names(path) == ["luminaria.damaged-1.ini", "luminaria.ini"]


def test_what_was_set_aside_before_is_kept(path: Path) -> None:
    for number in (1, 2, 3):
        path.write_bytes(b"\0" * number)
        assert mend(path)
        assert path.with_name(f"luminaria.damaged-{number}.ini").stat().st_size == number
    assert not path.exists()


def test_a_huge_file_is_set_aside(path: Path) -> None:
    path.write_bytes(GOOD + b";" * ini.LARGEST)
    assert mend(path)
    assert not path.exists()


def test_a_folder_is_set_aside(path: Path) -> None:
    (path / "inside").mkdir(parents=True)
    assert mend(path)
    assert (path.with_name("luminaria.damaged-1.ini") / "inside").is_dir()


@pytest.mark.parametrize("below", ["luminaria.ini", "none/luminaria.ini", "file/luminaria.ini"])
def test_a_file_that_is_not_there_is_not_damaged(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not mend(tmp_path / below)


def test_a_file_that_cannot_be_set_aside_is_an_error() -> None:
    with pytest.raises(OSError, match="damaged"):
        mend(Path("/proc/self/cmdline"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_set_aside(path: Path) -> None:
    path.write_bytes(GOOD)
    path.chmod(0)
    assert mend(path)
    assert names(path) == ["luminaria.damaged-1.ini"]
