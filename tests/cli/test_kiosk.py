from __future__ import annotations

import getpass
import io
import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.base.resources import flagship_pack
from desktop.cli.kiosk import run
from desktop.kiosk.operator.attempts import TRIES, PinAttempts
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.setup.config import Config, LoadedConfig, load_config
from desktop.search import open_pack
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

PIN = "480213"
Output = pytest.CaptureFixture[str]


class Terminal(io.StringIO):
    """Standard input that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "luminaria" / "kiosk.toml"


@pytest.fixture
def attempts(tmp_path: Path) -> PinAttempts:
    return PinAttempts(tmp_path / "state" / "luminaria" / "kiosk" / "attempts.json")


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{PIN}\nmore\n"))


def typing(monkeypatch: pytest.MonkeyPatch, lines: Iterable[str]) -> None:
    """Somebody types these at the terminal; then they press Ctrl+D."""
    rest = iter(lines)

    def ask(_prompt: str) -> str:
        try:
            return next(rest)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr("sys.stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", ask)


@pytest.mark.skipif(sys.platform != "linux", reason="the supervisor is for Linux")
def test_the_supervisor_takes_the_discreet_name(tmp_path: Path) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text('[look]\nname = "Information"\n')
    command = [sys.executable, "-m", "desktop", "--kiosk", "--config", str(config)]
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
        systemd.bind(f"{tmp_path}/notify")
        systemd.settimeout(60)
        own = {"QT_QPA_PLATFORM": "offscreen", "XDG_RUNTIME_DIR": str(tmp_path)}
        environ = {**os.environ, **own, "NOTIFY_SOCKET": f"{tmp_path}/notify"}
        with subprocess.Popen(command, env=environ, cwd=ROOT) as supervisor:
            assert systemd.recv(1000).startswith(b"STATUS=kiosk shell")
            name = Path(f"/proc/{supervisor.pid}/comm").read_text("utf-8")
            supervisor.terminate()
    assert name == "Information\n"


@pytest.mark.usefixtures("piped")
def test_init_writes_a_sound_configuration_and_the_pin(path: Path, capsys: Output) -> None:
    assert run(["init", "--pin-stdin"]) == 0
    assert load_config(path) == LoadedConfig(Config())
    assert PinFile(path.with_name("kiosk-pin")).matches(PIN)
    assert PIN not in "".join(capsys.readouterr())


@pytest.mark.usefixtures("piped")
def test_init_where_it_is_told(tmp_path: Path) -> None:
    own = tmp_path / "own" / "lobby.toml"
    assert run(["init", "--pin-stdin", "--config", str(own)]) == 0
    assert not load_config(own).problems
    assert PinFile(own.with_name("kiosk-pin")).is_set


@pytest.mark.usefixtures("piped")
def test_init_never_writes_over_a_configuration(path: Path, capsys: Output) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    assert run(["init", "--pin-stdin"]) == 2
    assert "--force" in capsys.readouterr().err
    assert [file.name for file in path.parent.iterdir()] == ["kiosk.toml"]


@pytest.mark.usefixtures("piped")
def test_init_with_force_keeps_the_old_one(path: Path) -> None:
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    assert run(["init", "--pin-stdin", "--force"]) == 0
    assert path.with_name("kiosk.toml.bak").read_text() == "mine"
    assert not load_config(path).problems


@pytest.mark.parametrize("pin", ["", "123456", "12345", "48a213", "4" * 100])
def test_a_weak_pin_leaves_nothing_behind(
    pin: str, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{pin}\n"))
    assert run(["init", "--pin-stdin"]) == 1
    assert capsys.readouterr().err
    assert not path.parent.exists()


def test_a_pin_is_typed_twice(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typing(monkeypatch, [PIN, PIN])
    assert run(["init"]) == 0
    assert PinFile(path.with_name("kiosk-pin")).matches(PIN)


def test_slips_may_be_mended_at_the_terminal(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    typing(monkeypatch, ["123456", PIN, "480214", PIN, PIN])
    assert run(["pin"]) == 0
    assert "not the same" in capsys.readouterr().err
    assert PinFile(path.with_name("kiosk-pin")).matches(PIN)


@pytest.mark.parametrize("lines", [[], [PIN], ["1", "2", "3", PIN, PIN]])
def test_giving_up_sets_no_pin(
    lines: list[str], path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    typing(monkeypatch, lines)
    assert run(["pin"]) == 1
    assert capsys.readouterr().err
    assert not PinFile(path.with_name("kiosk-pin")).is_set


@pytest.mark.parametrize("stdin", [None, io.StringIO()])
def test_without_a_terminal_scripts_are_pointed_to_stdin(
    stdin: io.StringIO | None, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr("sys.stdin", stdin)
    assert run(["pin"]) == 1
    assert "--pin-stdin" in capsys.readouterr().err


@pytest.mark.usefixtures("piped")
def test_a_new_pin_ends_the_wait(path: Path, attempts: PinAttempts) -> None:
    PinFile(path.with_name("kiosk-pin")).set("975310")
    assert all(attempts.begin_try() for _ in range(TRIES))
    assert attempts.wait_seconds()
    assert run(["pin", "--pin-stdin"]) == 0
    assert not attempts.wait_seconds()
    assert PinFile(path.with_name("kiosk-pin")).matches(PIN)


@pytest.mark.usefixtures("piped")
@pytest.mark.parametrize("command", ["init", "pin"])
def test_a_folder_that_cannot_be_is_told(command: str, tmp_path: Path, capsys: Output) -> None:
    (tmp_path / "file").touch()
    own = tmp_path / "file" / "kiosk.toml"
    assert run([command, "--pin-stdin", "--config", str(own)]) == 2
    assert "cannot be written (" in capsys.readouterr().err


@pytest.mark.usefixtures("piped")
def test_a_folder_in_place_of_the_configuration_is_told(path: Path, capsys: Output) -> None:
    path.mkdir(parents=True)
    assert run(["init", "--pin-stdin", "--force"]) == 2
    assert "cannot be written (" in capsys.readouterr().err


def test_check_names_what_is_wrong_and_what_to_do(path: Path, capsys: Output) -> None:
    path.parent.mkdir(parents=True)
    path.write_text('[look]\ntheme = "drak"\n')
    assert run(["check"]) == 1
    lines = capsys.readouterr().out.splitlines()
    at = lines.index(
        '  fail    Configuration: Line 2: theme is one of "light", "dark", "contrast".'
    )
    assert lines[at + 1] == '          What to do: Did you mean "dark"?'
    assert lines[0] == str(path)
    assert " to correct, " in lines[-1]


def test_check_makes_the_index_of_a_large_pack(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    path.parent.mkdir(parents=True)
    path.write_text(f"[pack]\nfile = '{flagship_pack()}'\n")
    for told in ("is being made", ""):
        run(["check"])
        said = capsys.readouterr().out
        assert "Index: The pack is large, and its index is ready." in said
        assert told in said
        assert bool(told) == ("is being made" in said)
    assert list((tmp_path / "cache").rglob("contents.json"))


def test_check_tells_of_an_index_that_cannot_be_made(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    (tmp_path / "cache").touch()
    path.parent.mkdir(parents=True)
    path.write_text(f"[pack]\nfile = '{flagship_pack()}'\n")
    run(["check"])
    assert "has no index" in capsys.readouterr().out


def test_check_writes_nothing(tmp_path: Path) -> None:
    run(["check"])
    assert not list(tmp_path.iterdir())


def test_without_a_home_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    monkeypatch.delenv("XDG_CONFIG_HOME")
    monkeypatch.setenv("HOME", str(tmp_path / "gone"))
    assert run(["check"]) == 2
    assert "HOME" in capsys.readouterr().err


@pytest.mark.parametrize("words", [[], ["chekc"], ["check", "--force"], ["init", "more"]])
def test_wrong_use(words: list[str], capsys: Output) -> None:
    with pytest.raises(SystemExit) as stop:
        run(words)
    assert stop.value.code == 2
    assert "luminaria kiosk" in capsys.readouterr().err
