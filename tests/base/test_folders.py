from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from desktop.base.folders import config_folder, home_folder, is_folder, may_write_in, state_folder

if TYPE_CHECKING:
    from pathlib import Path

LOCKED = "long" * 100  # a name that fails as a folder does that may not be entered


def test_the_home_folder_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert home_folder() == tmp_path


@pytest.mark.parametrize("name", ["gone", "file", LOCKED])
def test_a_home_that_is_no_folder_is_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("HOME", str(tmp_path / name))
    with pytest.raises(RuntimeError):
        home_folder()


def test_what_may_not_be_looked_at_is_no_folder(tmp_path: Path) -> None:
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / LOCKED / "below")


@pytest.mark.parametrize(
    ("name", "may"),
    [("", True), ("a/b/c", True), (LOCKED, True), ("file", False), ("file/a", False)],
)
def test_where_files_can_be_made(tmp_path: Path, name: str, may: bool) -> None:
    (tmp_path / "file").touch()
    assert may_write_in(tmp_path / name) is may


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_is_read_only_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not may_write_in(tmp_path / "new")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_folders_on_linux(home: Path) -> None:
    assert config_folder({}, "linux") == home / ".config" / "luminaria"
    assert state_folder({}, "linux") == home / ".local" / "state" / "luminaria" / "kiosk"


def test_folders_that_are_named(tmp_path: Path) -> None:
    environ = {"XDG_CONFIG_HOME": str(tmp_path / "c"), "XDG_STATE_HOME": str(tmp_path / "s")}
    assert config_folder(environ, "linux") == tmp_path / "c" / "luminaria"
    assert state_folder(environ, "linux") == tmp_path / "s" / "luminaria" / "kiosk"


def test_a_relative_folder_is_ignored(home: Path) -> None:
    assert config_folder({"XDG_CONFIG_HOME": "c"}, "linux") == home / ".config" / "luminaria"


def test_folders_elsewhere(home: Path) -> None:
    support = home / "Library" / "Application Support" / "luminaria"
    assert (config_folder({}, "darwin"), state_folder({}, "darwin")) == (support, support / "kiosk")
    environ = {"APPDATA": str(home / "Roaming"), "LOCALAPPDATA": str(home / "Local")}
    assert config_folder(environ, "win32") == home / "Roaming" / "luminaria"
    assert state_folder(environ, "win32") == home / "Local" / "luminaria" / "kiosk"


def test_without_a_home_there_is_no_folder(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(home / "gone"))
    with pytest.raises(RuntimeError):
        config_folder({}, "linux")


def test_a_home_folder_that_cannot_be_entered_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/" + "long" * 100)  # fails as a locked one does
    with pytest.raises(RuntimeError):
        config_folder({}, "linux")
