from __future__ import annotations

import os
import select
import signal
import sys
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.watch.supervised_process import ProcessTimeouts, SupervisedProcess

if TYPE_CHECKING:
    from collections.abc import Iterator

BEAT = "import os, signal; os.write(int(os.environ['LUMINARIA_HEARTBEAT_FD']), b'.');"
CLOSE = "import os, signal; os.close(int(os.environ['LUMINARIA_HEARTBEAT_FD'])); signal.pause()"
# A grandchild holds the pipe on, and is only ended with the whole group.
WITH_HELPER = (
    "import os, subprocess, sys; fd = int(os.environ['LUMINARIA_HEARTBEAT_FD']);"
    "subprocess.Popen([sys.executable, '-c', 'import signal; signal.pause()'], pass_fds=[fd]);"
)
PATIENCE = ProcessTimeouts(first=20, silence=4)
Start = Callable[..., SupervisedProcess]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="pass_fds and waitid")


@pytest.fixture
def start() -> Iterator[Start]:
    """Starts Python children at second 100; whatever is left is ended."""
    made: list[SupervisedProcess] = []

    def begin(program: str, restarts: int = 0, **environ: str) -> SupervisedProcess:
        command = [sys.executable, "-c", program]
        plain = {**os.environ, **environ}
        made.append(
            SupervisedProcess(command, plain, restarts=restarts, timeouts=PATIENCE, now=100)
        )
        return made[-1]

    yield begin
    for child in made:
        if child._process.returncode is None:
            child.end()


def wait_for(child: SupervisedProcess) -> None:
    assert select.select([child._beats], [], [], 30)[0]


def wait_for_end(child: SupervisedProcess) -> None:
    deadline = time.monotonic() + 30
    while not child.has_ended():
        assert time.monotonic() < deadline


def test_each_beat_moves_the_deadline(start: Start) -> None:
    child = start(BEAT + "signal.pause()")
    assert child.deadline == 120
    wait_for(child)
    assert child.listen(103)
    assert child.deadline == 107
    assert not child.listen(105)
    assert child.deadline == 107


def test_a_pipe_that_is_closed_is_no_beat_and_is_not_waited_for(start: Start) -> None:
    child = start(CLOSE)
    assert child.open_pipes
    wait_for(child)
    assert not child.listen(103)
    assert (child.open_pipes, child.deadline) == ((), 120)


@pytest.mark.parametrize(
    ("program", "code"),
    [("raise SystemExit(64)", 64), ("import os; os.abort()", -signal.SIGABRT), ("", 0)],
)
def test_the_way_it_ended_is_told(start: Start, program: str, code: int) -> None:
    child = start(program)
    wait_for_end(child)
    assert child.end() == code


def test_a_stopped_child_is_ended(start: Start) -> None:
    child = start(BEAT + "os.kill(os.getpid(), signal.SIGSTOP)")
    wait_for(child)
    assert child.end() == -signal.SIGKILL


@pytest.mark.parametrize("last", ["exit(1)", "os.kill(os.getpid(), 9)"])
def test_its_helpers_are_ended_with_it(start: Start, last: str) -> None:
    child = start(WITH_HELPER + last)
    pipe = os.dup(child._beats)
    wait_for_end(child)
    child.end()
    assert select.select([pipe], [], [], 30)[0]
    assert os.read(pipe, 1) == b""  # nobody holds the other end
    os.close(pipe)


def test_it_may_end_in_order(start: Start) -> None:
    child = start(f"import signal; signal.signal(15, lambda *_: exit(7)); {BEAT} signal.pause()")
    wait_for(child)
    child.ask_to_end()
    wait_for_end(child)
    assert child.end() == 7


def test_the_child_knows_of_restarts_and_nothing_of_systemd(start: Start) -> None:
    program = (
        "import os; e = os.environ;"
        "exit(9 if e['LUMINARIA_KIOSK_RESTARTS'] == '3' and 'NOTIFY_SOCKET' not in e else 1)"
    )
    child = start(program, restarts=3, NOTIFY_SOCKET="/nowhere")
    wait_for_end(child)
    assert child.end() == 9


def test_what_cannot_start_says_so_and_leaves_no_descriptor() -> None:
    before = os.listdir("/proc/self/fd")  # noqa: PTH208
    with pytest.raises(FileNotFoundError):
        SupervisedProcess(["/nowhere/luminaria"], {}, restarts=0, timeouts=PATIENCE, now=0)
    assert os.listdir("/proc/self/fd") == before  # noqa: PTH208
