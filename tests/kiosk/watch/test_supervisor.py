"""The supervisor with real processes; children are small programs that beat or do not."""

from __future__ import annotations

import os
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.base.resources import asset
from desktop.kiosk.watch.supervisor import ALREADY_OPEN, ENDED, log_line
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SUPERVISOR = """
import os, sys
from desktop.kiosk.watch.supervisor import supervise
from desktop.kiosk.watch.supervised_process import ProcessTimeouts
child, first, silence = sys.argv[1:]
timeouts = ProcessTimeouts(first=float(first), silence=float(silence), leaving=0.5)
code = supervise([sys.executable, "-c", child], environ=os.environ, timeouts=timeouts)
assert "PySide6" not in sys.modules
sys.exit(code)
"""
# Tells which screen, how many restarts and its number, then beats until it is told otherwise.
BEATING = """
import os, signal, sys, time
fd = int(os.environ["LUMINARIA_HEARTBEAT_FD"])
print(sys.argv[1], os.environ["LUMINARIA_KIOSK_RESTARTS"], os.getpid(), flush=True)
def beat():
    os.write(fd, b".")
    time.sleep(0.1)
{before}
while True:
    beat()
"""
# The same with the interface's own heart.
QT = """
import os, signal, sys
from PySide6.QtCore import QCoreApplication, QTimer
from desktop.kiosk.watch import heartbeat
app = QCoreApplication([])
beating = heartbeat.start(os.environ, app)
def hang(*_):
    while True: pass
signal.signal(signal.SIGUSR1, hang)
QTimer(app, interval=50, timeout=lambda: None).start()
def tell():
    print(sys.argv[1], os.environ["LUMINARIA_KIOSK_RESTARTS"], os.getpid(), flush=True)
QTimer.singleShot(0, tell)
app.exec()
"""
SHELL, STATIC = "--kiosk-shell", "--kiosk-static"
Start = Callable[..., subprocess.Popen[str]]

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux only")


def beating(before: str = "") -> str:
    return BEATING.format(before=before)


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Starts supervisors of one account."""
    made: list[subprocess.Popen[str]] = []

    def begin(
        child: str, *, first: float = 20, silence: float = 4, **environ: str
    ) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", SUPERVISOR, child, str(first), str(silence)]
        plain = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path), **environ}
        pipe = subprocess.PIPE
        made.append(
            subprocess.Popen(command, cwd=ROOT, env=plain, stdout=pipe, stderr=pipe, text=True)
        )
        return made[-1]

    yield begin
    for process in made:
        process.terminate()
        process.communicate(timeout=30)


def told(supervisor: subprocess.Popen[str]) -> tuple[str, int, int]:
    """What the next child tells: screen, restarts so far, process number."""
    screen, restarts, number = supervisor.stdout.readline().split()
    return screen, int(restarts), int(number)


def armed(start: Start, handler: str) -> tuple[subprocess.Popen[str], int]:
    """A supervisor, and the number of its child, which has its signal handler by then."""
    supervisor = start(beating(f"{handler}; print('armed', flush=True)"))
    _, _, child = told(supervisor)
    assert supervisor.stdout.readline() == "armed\n"
    return supervisor, child


@pytest.mark.parametrize(
    "how",
    [signal.SIGKILL, signal.SIGSTOP, signal.SIGSEGV, signal.SIGUSR1],
    ids=lambda how: how.name,
)
def test_the_interface_is_back(start: Start, how: signal.Signals) -> None:
    """SIGUSR1: a loop without end in its event loop."""
    supervisor = start(QT)
    _, _, child = told(supervisor)
    os.kill(child, how)
    assert told(supervisor)[:2] == (SHELL, 1)


@pytest.mark.parametrize(
    ("child", "how"),
    [
        (beating("sys.exit(1)"), "ended (code 1)"),
        (beating("sys.exit(0)"), "ended (code 0)"),
        (beating("os.kill(os.getpid(), signal.SIGABRT)"), "ended (SIGABRT)"),
        (beating("beat(); signal.pause()"), "hung"),
        (beating("signal.pause()"), "hung"),
        (beating("os.close(fd); signal.pause()"), "hung"),
    ],
)
def test_each_failure_is_told_in_one_line(start: Start, child: str, how: str) -> None:
    supervisor = start(child, first=0.5, silence=0.5)
    assert [told(supervisor)[:2] for _ in range(2)] == [(SHELL, 0), (SHELL, 1)]
    line = supervisor.stderr.readline()
    again = "restart 1: kiosk shell in 0 s"
    assert re.sub(r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} ", "", line) == (
        f"luminaria: kiosk shell {how}; {again}\n"
    )


def test_after_five_failures_the_static_screen_stays(start: Start) -> None:
    supervisor = start(beating('sys.argv[1] == "--kiosk-shell" and sys.exit(1)'))
    screens = [told(supervisor)[:2] for _ in range(6)]
    assert screens == [*((SHELL, restarts) for restarts in range(5)), (STATIC, 5)]
    supervisor.terminate()
    assert supervisor.wait(timeout=30) == ENDED


def test_the_operator_may_leave(start: Start) -> None:
    supervisor = start(beating("sys.exit(64)"))
    assert supervisor.wait(timeout=30) == ENDED
    assert supervisor.stderr.read() == ""


@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_both_in_order(start: Start, stop: signal.Signals) -> None:
    polite = "signal.signal(15, lambda *_: (print('bye', flush=True), os._exit(0)))"
    supervisor, child = armed(start, polite)
    supervisor.send_signal(stop)
    assert supervisor.stdout.read() == "bye\n"
    assert (supervisor.wait(timeout=30), supervisor.stderr.read()) == (ENDED, "")
    assert not Path(f"/proc/{child}").exists()


def test_a_child_that_will_not_end_is_ended(start: Start) -> None:
    supervisor, child = armed(start, "signal.signal(15, signal.SIG_IGN)")
    supervisor.terminate()
    assert supervisor.wait(timeout=30) == ENDED
    assert not Path(f"/proc/{child}").exists()


def test_a_signal_ends_the_wait_between_two_starts(start: Start) -> None:
    supervisor = start(beating("sys.exit(1)"))
    while "in 2 s" not in supervisor.stderr.readline():
        pass
    supervisor.terminate()
    assert supervisor.wait(timeout=30) == ENDED


def test_a_killed_supervisor_takes_its_child_along(start: Start) -> None:
    supervisor = start(QT)
    _, _, child = told(supervisor)
    ended = os.pidfd_open(child)
    supervisor.kill()
    assert select.select([ended], [], [], 10)[0]
    os.close(ended)


def test_a_killed_supervisor_takes_even_a_stopped_child_along(start: Start) -> None:
    supervisor = start(QT)
    _, _, child = told(supervisor)
    ended = os.pidfd_open(child)
    os.kill(child, signal.SIGSTOP)
    supervisor.kill()
    assert select.select([ended], [], [], 10)[0]
    os.close(ended)


def test_a_second_kiosk_ends_with_one_line(start: Start) -> None:
    told(start(beating()))
    second = start(beating())
    assert second.wait(timeout=30) == ALREADY_OPEN
    assert second.stderr.read().count("\n") == 1


def test_no_core_files(start: Start) -> None:
    limit = "import resource; print(*resource.getrlimit(resource.RLIMIT_CORE), flush=True)"
    supervisor = start(beating(limit))
    told(supervisor)
    assert supervisor.stdout.readline() == "0 0\n"


def test_a_program_that_is_gone_is_tried_again(start: Start, tmp_path: Path) -> None:
    program = SUPERVISOR.replace('[sys.executable, "-c", child]', '["/nowhere/luminaria"]')
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    command = [sys.executable, "-c", program, "", "1", "1"]
    with subprocess.Popen(command, cwd=ROOT, env=environ, stderr=subprocess.PIPE) as supervisor:
        lines = [supervisor.stderr.readline().decode() for _ in range(5)]
        supervisor.terminate()
    assert all("did not start (No such file or directory)" in line for line in lines)
    assert "restart 5: kiosk static in 0 s" in lines[-1]


# systemd -----------------------------------------------------------------------------------


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    """The end of systemd."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(30)
        yield listener


def heard(systemd: socket.socket, until: str) -> list[str]:
    """Lines that come up to `until`."""
    lines: list[str] = []
    while until not in lines:
        lines += systemd.recv(999).decode().splitlines()
    return lines


def test_systemd_hears_when_the_kiosk_is_ready_and_when_it_ends(
    start: Start, systemd: socket.socket
) -> None:
    supervisor = start(beating(), NOTIFY_SOCKET=systemd.getsockname())
    before = heard(systemd, "READY=1")
    assert before[0] == "STATUS=kiosk shell, restarts: 0"
    heard(systemd, "WATCHDOG=1")
    supervisor.terminate()
    assert "READY=1" not in heard(systemd, "STOPPING=1")


def test_a_kiosk_that_never_beats_is_not_ready_but_watched(
    start: Start, systemd: socket.socket
) -> None:
    start(beating("signal.pause()"), first=0.2, NOTIFY_SOCKET=systemd.getsockname())
    lines = heard(systemd, "STATUS=kiosk shell, restarts: 2")
    assert "READY=1" not in lines
    assert lines.count("WATCHDOG=1") >= 2


def test_a_stopped_supervisor_is_silent(start: Start, systemd: socket.socket) -> None:
    supervisor = start(beating(), NOTIFY_SOCKET=systemd.getsockname())
    heard(systemd, "READY=1")
    supervisor.send_signal(signal.SIGSTOP)
    os.waitid(os.P_PID, supervisor.pid, os.WSTOPPED | os.WNOWAIT)
    systemd.settimeout(0)
    while select.select([systemd], [], [], 0)[0]:
        systemd.recv(999)
    assert not select.select([systemd], [], [], 1.5)[0]
    supervisor.send_signal(signal.SIGCONT)
    assert select.select([systemd], [], [], 30)[0]


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="needs systemd")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = asset("linux", "luminaria-kiosk.service").read_text("utf-8")
    copy = tmp_path / "luminaria-kiosk.service"
    copy.write_text(unit.replace("/opt/luminaria/luminaria", sys.executable), "utf-8")
    environ = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run(
        ["systemd-analyze", "--user", "verify", copy],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


# The log ----------------------------------------------------------------------------------


def test_a_log_that_takes_nothing_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        monkeypatch.setattr(sys, "stderr", full)
        log_line("x")
    monkeypatch.setattr(sys, "stderr", None)
    log_line("x")
