from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.ui.running.outside_process import OutsideProcess, environment

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

WAIT_MS = 20_000


@pytest.mark.parametrize(
    ("script", "fine", "output", "errors"),
    [
        ("cat", True, "¿Qué?", ""),
        ("echo $WORD >&2", True, "", "said\n"),
        ("cat; exit 1", False, "¿Qué?", ""),
        ("kill -9 $$", False, "", ""),
        ("exec sleep 1000", False, "", ""),  # longer than its limit
    ],
)
def test_the_end_tells_success_and_output(
    qtbot: QtBot, script: str, *, fine: bool, output: str, errors: str
) -> None:
    owner = QObject()
    run = OutsideProcess(owner, 500)
    with qtbot.waitSignal(run.ended, timeout=WAIT_MS) as ended:
        run.begin(["/bin/sh", "-c", script], "¿Qué?".encode(), WORD="said")
    assert ended.args == [fine, output, errors]
    qtbot.waitUntil(lambda: not owner.children())


def test_a_program_that_is_not_there_has_failed(qtbot: QtBot) -> None:
    owner = QObject()
    run = OutsideProcess(owner, WAIT_MS)
    with qtbot.waitSignal(run.ended, timeout=WAIT_MS) as ended:
        run.begin(["/nowhere/lp"], b"")
    assert ended.args == [False, "", ""]


def test_one_that_is_ended_tells_nothing(qtbot: QtBot, tmp_path: Path) -> None:
    owner, pid = QObject(), tmp_path / "pid"
    run = OutsideProcess(owner, WAIT_MS)
    run.begin(["/bin/sh", "-c", f"echo $$ > {pid}; exec sleep 1000"], b"")
    qtbot.waitUntil(lambda: pid.exists() and pid.read_text("utf-8").endswith("\n"))
    with qtbot.assertNotEmitted(run.ended), qtbot.waitSignal(run.finished, timeout=WAIT_MS):
        run.end()
    assert not os.path.exists(f"/proc/{pid.read_text('utf-8').strip()}")  # noqa: PTH110


def test_the_environment_is_that_of_other_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")
    found = environment(LC_ALL="C.UTF-8")
    assert {"LD_LIBRARY_PATH=/theirs", "LC_ALL=C.UTF-8"} <= {*found}
    assert "LD_LIBRARY_PATH=/ours" not in found
