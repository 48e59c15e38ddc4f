from __future__ import annotations

import os
import pwd
import subprocess
import sys
from typing import TYPE_CHECKING

import platformdirs
import pytest
from platformdirs.macos import MacOS

from desktop.base.folders import (
    cache_folder,
    config_folder,
    is_folder,
    may_write_in,
    reports_folder,
    state_folder,
)
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LOCKED = "long" * 100  # a name that fails as a folder does that may not be entered
KINDS = ("CONFIG", "STATE", "CACHE")

linux = pytest.mark.skipif(sys.platform != "linux", reason="XDG folders")


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
    """The home folder of an account that names no other folder."""
    for kind in KINDS:
        monkeypatch.delenv(f"XDG_{kind}_HOME", raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def folders() -> list[str]:
    return [str(ask()) for ask in (config_folder, state_folder, cache_folder, reports_folder)]


def below(home: Path | str) -> list[str]:
    """Where everything is in a home folder on Linux."""
    return [
        f"{home}/.config/luminaria",
        f"{home}/.local/state/luminaria/kiosk",
        f"{home}/.cache/luminaria/packs",
        f"{home}/.local/state/luminaria/reports",
    ]


@linux
def test_folders_in_the_home(home: Path) -> None:
    assert folders() == below(home)
    assert not list(home.iterdir())


@linux
def test_folders_that_are_named_serve_without_a_home(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", "/missing")
    for kind in KINDS:
        monkeypatch.setenv(f"XDG_{kind}_HOME", f"/{kind}")
    assert folders() == [
        "/CONFIG/luminaria",
        "/STATE/luminaria/kiosk",
        "/CACHE/luminaria/packs",
        "/STATE/luminaria/reports",
    ]


@linux
@pytest.mark.parametrize("named", ["", "relative", "~/x", "./x"])
def test_a_relative_folder_is_ignored(
    home: Path, monkeypatch: pytest.MonkeyPatch, named: str
) -> None:
    for kind in KINDS:
        monkeypatch.setenv(f"XDG_{kind}_HOME", named)
    assert folders() == below(home)


@linux
@pytest.mark.parametrize("value", [None, "", "relative"])
def test_where_the_environment_names_no_home_the_account_does(
    home: Path, monkeypatch: pytest.MonkeyPatch, value: str | None
) -> None:
    if value is None:
        monkeypatch.delenv("HOME")
    else:
        monkeypatch.setenv("HOME", value)
    assert folders() == below(pwd.getpwuid(os.getuid()).pw_dir)


@pytest.mark.parametrize("ask", [config_folder, state_folder, cache_folder, reports_folder])
@pytest.mark.parametrize("name", ["gone", "file", LOCKED])
def test_a_home_that_is_missing_is_not_made(
    home: Path, monkeypatch: pytest.MonkeyPatch, ask: Callable[[], Path], name: str
) -> None:
    (home / "file").touch()
    monkeypatch.setenv("HOME", str(home / name))
    with pytest.raises(RuntimeError, match="home"):
        ask()


def test_folders_of_a_mac(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platformdirs, "PlatformDirs", MacOS)
    assert folders() == [
        f"{home}/Library/Application Support/luminaria",
        f"{home}/Library/Application Support/luminaria/kiosk",
        f"{home}/Library/Caches/luminaria/packs",
        f"{home}/Library/Logs/luminaria/reports",
    ]


def test_a_question_on_the_command_line_waits_for_no_folder() -> None:
    program = (
        "import sys; from desktop.cli.main import main; main(['ask', 'passport']);"
        "sys.exit('platformdirs' in sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", program], check=True, cwd=ROOT, stdout=subprocess.DEVNULL, timeout=60
    )
