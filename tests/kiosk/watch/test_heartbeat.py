from __future__ import annotations

import os
import select
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
import shiboken6
from PySide6.QtCore import QObject

from desktop.kiosk.watch import heartbeat
from desktop.kiosk.watch.heartbeat import Heartbeat
from desktop.kiosk.watch.supervised_process import FD_VARIABLE
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

SHELL = """
import os, sys
from PySide6.QtCore import QCoreApplication
from desktop.kiosk.watch import heartbeat
app = QCoreApplication([])
beating = heartbeat.start(os.environ, app)
app.exec()
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the supervisor is Linux's")


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Where the supervisor reads, and where the child writes."""
    read, write = os.pipe()
    for end in (read, write):
        os.set_blocking(end, False)
    yield read, write
    for end in (read, write):
        os.close(end)


@pytest.fixture
def owner(pipe: tuple[int, int]) -> Iterator[QObject]:
    """What hearts end with, before their pipe is closed."""
    made = QObject()
    yield made
    shiboken6.delete(made)


def beats(read: int) -> bytes:
    try:
        return os.read(read, 99)
    except BlockingIOError:
        return b""


def test_it_beats_at_once_and_again(pipe: tuple[int, int], owner: QObject, qtbot: QtBot) -> None:
    assert Heartbeat(pipe[1], owner)
    for _ in range(2):
        qtbot.waitUntil(lambda: bool(beats(pipe[0])), timeout=20000)


def test_a_full_pipe_holds_nobody_up(pipe: tuple[int, int], owner: QObject) -> None:
    read, write = pipe
    while select.select([], [write], [], 0)[1]:
        os.write(write, b"x" * 4096)
    Heartbeat(write, owner)._beat()
    assert b"." not in beats(read)


def test_helpers_do_not_inherit_the_pipe(pipe: tuple[int, int], owner: QObject) -> None:
    os.set_inheritable(pipe[1], True)  # noqa: FBT003
    Heartbeat(pipe[1], owner)
    assert not os.get_inheritable(pipe[1])


@pytest.mark.parametrize("number", ["", "ñ", "-1", "99999", "9" * 30, "file"])
def test_without_a_pipe_nothing_beats(number: str, tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        environ = {FD_VARIABLE: str(file.fileno()) if number == "file" else number}
        assert heartbeat.start(environ) is None
    assert heartbeat.start({}) is None


def test_the_child_ends_when_its_supervisor_is_gone() -> None:
    read, write = os.pipe()
    environ = {**os.environ, FD_VARIABLE: str(write)}
    command = [sys.executable, "-c", SHELL]
    with subprocess.Popen(command, cwd=ROOT, env=environ, pass_fds=[write]) as child:
        os.close(write)
        assert os.read(read, 1) == b"."
        os.close(read)
        assert child.wait(timeout=30) == heartbeat.SUPERVISOR_GONE
