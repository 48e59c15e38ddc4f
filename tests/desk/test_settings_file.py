from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings

from desktop.desk import settings_file
from desktop.desk.settings import TEXT_SIZE, THEME
from desktop.desk.settings_file import (
    SettingsError,
    open_settings,
    repair,
    settings_error_text,
    valid_lines,
)

if TYPE_CHECKING:
    from desktop.ui.look.translations import Translations

GOOD = b"[view]\ntext_size=300\ntheme=dark\n"
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
DAMAGED = b"[view]\ntext_size=300\n\xff\xff\n[other]\nkey=kept\n"


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings of this test's user are; the folder is not there yet."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path / "config" / "luminaria" / "luminaria.ini"


def lives_in_memory(store: QSettings) -> bool:
    THEME.write(store, "dark")
    store.sync()
    return THEME.read(store) == "dark" and not store.isWritable()


def test_the_first_start_has_no_trouble(path: Path) -> None:
    store, trouble = open_settings()
    assert trouble is SettingsError.NONE
    assert not path.parent.exists()
    THEME.write(store, "dark")
    store.sync()
    store, _ = open_settings()
    assert THEME.read(store) == "dark"


def test_a_damaged_file_is_told_of_once(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(DAMAGED)
    assert open_settings()[1] is SettingsError.DAMAGED
    assert open_settings()[1] is SettingsError.NONE


def test_what_is_sound_in_a_damaged_file_holds(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(DAMAGED)
    store, _ = open_settings()
    assert TEXT_SIZE.read(store) == 300
    THEME.write(store, "dark")
    store.sync()
    assert set(QSettings(str(path), QSettings.Format.IniFormat).allKeys()) == {
        "view/text_size",
        "view/theme",
        "other/key",
    }


@pytest.mark.parametrize("data", [b"\0\xff\xfe[[[", b"\x89PNG\r\n\x1a\n" * 99, b"=" * 9999])
def test_a_file_of_another_kind_is_set_aside(data: bytes, path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    store, trouble = open_settings()
    assert trouble is SettingsError.DAMAGED
    assert store.allKeys() == []
    assert path.with_name("luminaria.damaged-1.ini").read_bytes() == data


def test_a_folder_in_its_place_is_set_aside(path: Path) -> None:
    path.mkdir(parents=True)
    store, trouble = open_settings()
    assert trouble is SettingsError.DAMAGED
    THEME.write(store, "dark")
    store.sync()
    assert path.is_file()


def test_a_file_in_place_of_the_folder_leaves_memory(path: Path) -> None:
    path.parent.parent.touch()
    store, trouble = open_settings()
    assert trouble is SettingsError.UNWRITABLE
    assert lives_in_memory(store)


def test_without_a_home_settings_live_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "missing"))
    store, trouble = open_settings()
    assert trouble is SettingsError.UNWRITABLE
    assert lives_in_memory(store)
    assert not list(tmp_path.iterdir())


def test_settings_that_cannot_be_replaced_still_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere, so the folder is one of the kernel's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "/proc/self")
    assert open_settings()[1] is SettingsError.UNWRITABLE


def test_each_trouble_has_words_in_both_languages(speaker: Translations) -> None:
    assert settings_error_text(SettingsError.NONE) == ""
    for trouble in (SettingsError.DAMAGED, SettingsError.UNWRITABLE):
        assert len(settings_error_text(trouble)) > 40


# -- damaged files


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "luminaria.ini"


def names(file: Path) -> list[str]:
    return sorted(each.name for each in file.parent.iterdir())


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
def test_a_sound_file_is_left_alone(data: bytes, file: Path) -> None:
    file.write_bytes(data)
    assert not repair(file)
    assert file.read_bytes() == data
    assert names(file) == ["luminaria.ini"]


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
    assert not path.exists() or valid_lines(path.read_bytes()) is None


@given(st.binary())
def test_the_sound_part_is_sound(data: bytes) -> None:
    part = valid_lines(data)
    assert part is None or valid_lines(part) is None


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
def test_a_bad_line_is_set_aside_and_the_others_stay(bad: bytes, file: Path) -> None:
    data = GOOD + bad
    file.write_bytes(data)
    assert repair(file)
    assert file.read_bytes().rstrip() == GOOD.rstrip()
    assert file.with_name("luminaria.damaged-1.ini").read_bytes() == data
    assert names(file) == ["luminaria.damaged-1.ini", "luminaria.ini"]


def test_what_was_set_aside_before_is_kept(file: Path) -> None:
    for number in (1, 2, 3):
        file.write_bytes(b"\0" * number)
        assert repair(file)
        assert file.with_name(f"luminaria.damaged-{number}.ini").stat().st_size == number
    assert not file.exists()


def test_a_huge_file_is_set_aside(file: Path) -> None:
    file.write_bytes(GOOD + b";" * settings_file.LARGEST)
    assert repair(file)
    assert not file.exists()


def test_a_folder_is_set_aside(file: Path) -> None:
    (file / "inside").mkdir(parents=True)
    assert repair(file)
    assert (file.with_name("luminaria.damaged-1.ini") / "inside").is_dir()


@pytest.mark.parametrize("below", ["luminaria.ini", "none/luminaria.ini", "file/luminaria.ini"])
def test_a_file_that_is_not_there_is_not_damaged(below: str, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert not repair(tmp_path / below)


def test_a_file_that_cannot_be_set_aside_is_an_error() -> None:
    with pytest.raises(OSError, match="damaged"):
        repair(Path("/proc/self/cmdline"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read anything")
def test_a_file_that_may_not_be_read_is_set_aside(file: Path) -> None:
    file.write_bytes(GOOD)
    file.chmod(0)
    assert repair(file)
    assert names(file) == ["luminaria.damaged-1.ini"]
