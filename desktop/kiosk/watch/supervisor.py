"""Supervisor of a kiosk: a small process that restarts the interface when it fails.

Independent of Qt and of visits. The interface is a child process that beats once a second; if it
ends or hangs, it is ended with all its descendants, and the next one begins on the attract screen.
`backoff` determines when, and when the static help screen is the fallback. systemd watches the
supervisor in turn, and a child whose supervisor has ended ends itself.
"""

from __future__ import annotations

import os
import select
import signal
import sys
import time
from contextlib import suppress
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from desktop.base.lock import single_instance_lock
from desktop.kiosk.watch.backoff import Backoff
from desktop.kiosk.watch.supervised_process import ProcessTimeouts, SupervisedProcess
from desktop.kiosk.watch.systemd_notifier import SystemdNotifier

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import FrameType

ENDED, ALREADY_OPEN = 0, 2
"""Exit codes of the supervisor."""
LEFT_FOR_SERVICE: Final = 64
"""Exit code of a child that the operator left. Every other one is a failure, also 0, since only the
operator may end a kiosk."""
_LOOK_SECONDS: Final = 1.0  # interval of reports to systemd
_STOPS: Final = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
_MANY_SIGNALS: Final = 1024  # bytes that are read at once


def log_line(text: str) -> None:
    """Write `text` and the time to standard error, if possible."""
    line = f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} luminaria: {text}\n"
    with suppress(OSError):
        if sys.stderr is not None:  # unbuffered: a full buffer would fail again at exit
            os.write(sys.stderr.fileno(), line.encode())


def supervise(
    command: Sequence[str],
    *,
    environ: Mapping[str, str],
    log: Callable[[str], None] = log_line,
    timeouts: ProcessTimeouts | None = None,
) -> int:
    """Run `command` until the operator leaves it, or a signal requests the end.

    Args:
        command: from `own_command`; the option of a mode is appended.
        environ: the environment variables of the process.
        log: called with one line for each failure; never contains visitors' data.
        timeouts: timeouts of the child.

    Returns: the exit code of the process: 0 ended in order, 2 another kiosk is open.
    """
    with single_instance_lock("kiosk", environ) as alone:
        if not alone:
            log("a kiosk is open already in this account; end that one first")
            return ALREADY_OPEN
        _keep_no_core_files()
        with _Signals() as signals:
            _Supervisor(command, environ, log, timeouts or ProcessTimeouts(), signals).run()
    return ENDED


def _keep_no_core_files() -> None:
    """Disable core files of this process and its children, which contain visitors' words."""
    import resource  # noqa: PLC0415  # not on Windows

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _ExitReason(Enum):
    """Reasons why a child has ended."""

    WANTED = auto()  # by the operator or a signal
    RESTED = auto()  # the rest of the shell is over, and the static help screen ended for it
    FAILED = auto()


class _Supervisor:
    """The loop that starts and watches children."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        log: Callable[[str], None],
        timeouts: ProcessTimeouts,
        signals: _Signals,
    ) -> None:
        self._command, self._environ, self._log = command, environ, log
        self._timeouts, self._signals = timeouts, signals
        self._manager = SystemdNotifier(environ)
        self._state = Backoff()

    def run(self) -> None:
        """Run until the end is requested."""
        while (over := self._show()) is not _ExitReason.WANTED:
            if over is _ExitReason.FAILED:
                self._wait(self._state.wait, self._signals.asked_to_end)
                if self._signals.asked_to_end():
                    break
        self._manager.notify_stopping()

    def _show(self) -> _ExitReason:
        """Start the next child, and watch it to its end."""
        now = time.monotonic()
        self._state = self._state.at(now)
        self._manager.notify_status(f"{self._showing}, restarts: {self._state.restarts}")
        try:
            child = SupervisedProcess(
                [*self._command, self._state.screen.value],
                self._environ,
                restarts=self._state.restarts,
                timeouts=self._timeouts,
                now=now,
            )
        except OSError as error:
            return self._note_failure(f"did not start ({error.strerror})")
        return self._watch(child)

    def _watch(self, child: SupervisedProcess) -> _ExitReason:
        while True:
            now = time.monotonic()
            if child.listen(now):
                self._manager.notify_ready()
            if self._signals.asked_to_end():
                return self._stop(child)
            if child.has_ended():
                return self._judge(child.end())
            if now >= child.deadline:
                child.end()
                return self._note_failure("hung")
            if now >= self._state.shell_at:
                return self._stop(child)
            self._look(min(child.deadline, self._state.shell_at), *child.open_pipes)

    def _judge(self, code: int) -> _ExitReason:
        if code == LEFT_FOR_SERVICE:
            return _ExitReason.WANTED
        return self._note_failure(f"ended ({f'code {code}' if code >= 0 else _signal_name(-code)})")

    def _stop(self, child: SupervisedProcess) -> _ExitReason:
        """Request `child` to end, and kill it if it does not."""
        child.ask_to_end()
        self._wait(self._timeouts.leaving, child.has_ended)
        child.end()
        return _ExitReason.WANTED if self._signals.asked_to_end() else _ExitReason.RESTED

    def _note_failure(self, how: str) -> _ExitReason:
        what = self._showing
        self._state = self._state.after_failure(time.monotonic())
        again = f"restart {self._state.restarts}: {self._showing} in {self._state.wait:g} s"
        self._log(f"{what} {how}; {again}")
        return _ExitReason.FAILED

    @property
    def _showing(self) -> str:
        return f"kiosk {self._state.screen.name.lower()}"

    def _wait(self, seconds: float, is_over: Callable[[], bool]) -> None:
        """Wait for `seconds`, or until `is_over`."""
        until = time.monotonic() + seconds
        while not is_over() and time.monotonic() < until:
            self._look(until)

    def _look(self, until: float, *pipes: int) -> None:
        """Report to systemd, and wait up to a second for an event."""
        self._manager.notify_watchdog()
        seconds = min(until - time.monotonic(), _LOOK_SECONDS)
        select.select([self._signals.pipe, *pipes], [], [], max(seconds, 0.0))
        self._signals.take()


class _Signals:
    """Signals as a readable pipe, so that one just before a wait is not lost."""

    def __enter__(self) -> _Signals:
        self.pipe, self._write = os.pipe()
        for end in (self.pipe, self._write):
            os.set_blocking(end, False)
        self._wakeup = signal.set_wakeup_fd(self._write, warn_on_full_buffer=False)
        self._before = {
            number: signal.signal(number, _leave_to_pipe) for number in (*_STOPS, signal.SIGCHLD)
        }
        self._came: set[int] = set()
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(self._wakeup)
        os.close(self.pipe)
        os.close(self._write)

    def take(self) -> None:
        """Read the signals that have arrived."""
        with suppress(BlockingIOError):
            self._came.update(os.read(self.pipe, _MANY_SIGNALS))

    def asked_to_end(self) -> bool:
        self.take()
        return not self._came.isdisjoint(_STOPS)


def _leave_to_pipe(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: Python needs a handler to write the signal's number to the pipe."""


def _signal_name(number: int) -> str:
    with suppress(ValueError):
        return signal.Signals(number).name
    return f"signal {number}"
