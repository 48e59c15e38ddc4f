from __future__ import annotations

import os
import signal
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from desktop import __version__
from desktop.cli import main as cli
from desktop.cli.main import main as entry_point
from desktop.desk.instance.single_instance import OpenRequest, StartResult


@pytest.fixture
def window(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Starts of the window, in place of the window itself."""
    starts: list[dict[str, Any]] = []

    def run(**start: Any) -> int:
        starts.append(start)
        return 0

    monkeypatch.setitem(sys.modules, "desktop.desk.start", types.SimpleNamespace(run_window=run))
    monkeypatch.setattr(
        "desktop.desk.instance.single_instance.hand_over_or_listen", lambda *_, **__: StartResult()
    )
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return starts


# The window


def start(**asked: Any) -> dict[str, Any]:
    """How a window of its own starts."""
    plain = {"pack_path": None, "lang": None, "query": "", "listener": None, "background": False}
    return plain | asked


def test_a_query_opens_the_window(window: list[dict[str, Any]]) -> None:
    assert cli.main(["my", "boss", "--lang", "es", "--pack", "a.json"]) == 0
    assert window == [start(pack_path=Path("a.json"), lang="es", query="my boss")]


def test_no_query_opens_the_window_too(window: list[dict[str, Any]]) -> None:
    assert cli.main([]) == 0
    assert window == [start()]


def test_a_start_in_the_background(window: list[dict[str, Any]]) -> None:
    assert cli.main(["--background"]) == 0
    assert window == [start(background=True)]


def test_a_later_start_hands_its_query_over(
    window: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def begin(request: OpenRequest, **_: Any) -> StartResult:
        asked.append(request.query)
        return StartResult(handed_over=True)

    monkeypatch.setattr("desktop.desk.instance.single_instance.hand_over_or_listen", begin)
    assert cli.main(["my", "boss"]) == 0
    assert (asked, window) == (["my boss"], [])


@pytest.mark.parametrize("words", [["--", "ask"], ["--lang", "es", "--", "ask"]])
def test_a_command_is_a_query_after_two_hyphens(
    window: list[dict[str, Any]], words: list[str]
) -> None:
    assert cli.main(words) == 0
    assert window[0]["query"] == "ask"


def test_words_after_two_hyphens_may_look_like_options(window: list[dict[str, Any]]) -> None:
    assert cli.main(["a", "--", "--lang", "--"]) == 0
    assert window[0] == start(query="a --lang --")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="about display servers")
def test_without_a_screen_one_line_names_ask(
    window: list[dict[str, Any]],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert cli.main(["signs"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n"), window) == ("", 1, [])
    assert "luminaria ask" in err


# Any command


@pytest.mark.parametrize(
    "words",
    [
        ["--colour"],
        ["--lang"],
        ["ask"],
        ["ask", " "],
        ["ask", "--jsn", "x"],
        ["ask", "--batch", "x"],
        ["ask", "--limit", "0", "x"],
        ["ask", "--limit", "many", "x"],
        ["pack"],
        ["pack", "frobnicate"],
        ["pack", "check"],
        ["--lang", "es", "pack", "schema"],
    ],
)
def test_wrong_use_is_explained(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "--help" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("words", [["--help"], ["ask", "-h"], ["pack", "check", "--help"]])
def test_help_is_printed(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(words) == 0
    assert capsys.readouterr().out.startswith("usage: luminaria")


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Luminaria {__version__}\n"


def test_the_entry_point_takes_the_words_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["luminaria", "--version"])
    assert entry_point() == 0
    assert __version__ in capsys.readouterr().out


def test_a_pack_that_is_not_there_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["ask", "x", "--pack", "none.json"]) == 2
    assert capsys.readouterr().err == (
        "none.json: There is no such file. Check the name and the folder.\n"
    )


# How it ends


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX pipes")
def test_a_closed_pipe_ends_it_quietly(pack_file: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    words = [sys.executable, "-m", "desktop", "ask", "--batch", "--pack", pack_file]
    done = subprocess.run(
        words,
        input=b"signs\n" * 100,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_reported_in_one_line(pack_file: str) -> None:
    words = [sys.executable, "-m", "desktop", "ask", "signs", "--pack", pack_file]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1
    assert b"OSError: " in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX signals")
def test_an_interrupt_ends_it_without_a_traceback(pack_file: str) -> None:
    command = [sys.executable, "-m", "desktop", "ask", "--batch", "--pack", pack_file]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as asked:
        assert asked.stdin is not None
        assert asked.stdout is not None
        asked.stdin.write(b"signs\n")
        asked.stdin.flush()
        asked.stdout.readline()  # it runs, and waits for the next query
        asked.send_signal(signal.SIGINT)
        _, err = asked.communicate(timeout=60)
    assert (asked.returncode, err) == (130, b"")


def test_the_unexpected_is_one_line_without_the_query(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_: list[str]) -> int:
        raise RuntimeError("my boss took my passport")

    monkeypatch.setattr(cli, "_run", fail)
    monkeypatch.delenv("LUMINARIA_DEBUG", raising=False)
    assert cli.main(["x"]) == 2
    assert capsys.readouterr().err == (
        "luminaria: something went wrong (RuntimeError). "
        "Set LUMINARIA_DEBUG=1 to see the details.\n"
    )
    monkeypatch.setenv("LUMINARIA_DEBUG", "1")
    with pytest.raises(RuntimeError):
        cli.main(["x"])


def test_a_process_without_streams_does_not_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert cli.main(["pack", "schema"]) == 0
    assert cli.main(["--nonsense"]) == 2
