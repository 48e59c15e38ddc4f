from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSettings

from desktop.desk.settings import TEXT_SIZE, THEME
from desktop.desk.settings_file import SettingsTrouble, open_settings, trouble_words

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.ui.look.language import Translations

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
    opened = open_settings()
    assert opened.trouble is SettingsTrouble.NONE
    assert not path.parent.exists()
    THEME.write(opened.store, "dark")
    opened.store.sync()
    assert THEME.read(open_settings().store) == "dark"


def test_a_damaged_file_is_told_of_once(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(DAMAGED)
    assert open_settings().trouble is SettingsTrouble.DAMAGED
    assert open_settings().trouble is SettingsTrouble.NONE


def test_what_is_sound_in_a_damaged_file_holds(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_bytes(DAMAGED)
    store = open_settings().store
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
    opened = open_settings()
    assert opened.trouble is SettingsTrouble.DAMAGED
    assert opened.store.allKeys() == []
    assert path.with_name("luminaria.damaged-1.ini").read_bytes() == data


def test_a_folder_in_its_place_is_set_aside(path: Path) -> None:
    path.mkdir(parents=True)
    opened = open_settings()
    assert opened.trouble is SettingsTrouble.DAMAGED
    THEME.write(opened.store, "dark")
    opened.store.sync()
    assert path.is_file()


def test_a_file_in_place_of_the_folder_leaves_memory(path: Path) -> None:
    path.parent.parent.touch()
    opened = open_settings()
    assert opened.trouble is SettingsTrouble.UNWRITABLE
    assert lives_in_memory(opened.store)


def test_without_a_home_settings_live_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path / "missing"))
    opened = open_settings()
    assert opened.trouble is SettingsTrouble.UNWRITABLE
    assert lives_in_memory(opened.store)
    assert not list(tmp_path.iterdir())


def test_settings_that_cannot_be_replaced_still_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write anywhere, so the folder is one of the kernel's."""
    monkeypatch.setenv("XDG_CONFIG_HOME", "/proc/self")
    assert open_settings().trouble is SettingsTrouble.UNWRITABLE


def test_each_trouble_has_words_in_both_languages(speaker: Translations) -> None:
    assert trouble_words(SettingsTrouble.NONE) == ""
    for trouble in (SettingsTrouble.DAMAGED, SettingsTrouble.UNWRITABLE):
        assert len(trouble_words(trouble)) > 40
