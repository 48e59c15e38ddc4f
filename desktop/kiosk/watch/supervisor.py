"""Keeps a kiosk on the screen: a small process that starts the interface anew when it fails.

It knows no Qt and no visitor. The interface is a child process that beats once a second; one that
ends or falls silent is ended with all it started, and the next begins on the attract screen.
`backoff` decides when, and when the static help screen stands in. systemd watches the supervisor
in turn, and a child whose supervisor is gone ends itself.
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

from desktop.base.lock import only_one
from desktop.kiosk.watch.backoff import Backoff
from desktop.kiosk.watch.service_manager import SystemdNotifier
from desktop.kiosk.watch.watched import ProcessTimeouts, SupervisedProcess

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from types import FrameType

ENDED, ALREADY_OPEN = 0, 2
"""Exit codes of the supervisor."""
LEFT_FOR_SERVICE: Final = 64
"""Exit code of a child that the operator left; every other one is a failure, also 0: nothing but
the operator may end a kiosk."""
_LOOK_SECONDS: Final = 1.0  # systemd hears from us so often
_STOPS: Final = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
_MANY_SIGNALS: Final = 1024  # bytes that are read at once


def log_line(text: str) -> None:
    """Write `text` and the time to standard error, if that takes it."""
    line = f"{time.strftime('%Y-%m-%dT%H:%M:%S%z')} luminaria: {text}\n"
    with suppress(OSError):
        if sys.stderr is not None:  # past its buffer, which would fail once more at the end
            os.write(sys.stderr.fileno(), line.encode())


def supervise(
    command: Sequence[str],
    *,
    environ: Mapping[str, str],
    log: Callable[[str], None] = log_line,
    patience: ProcessTimeouts | None = None,
) -> int:
    """Keep `command` running until the operator leaves it, or a signal asks to end.

    Args:
        command: what to start, from `own_command`; the option of a screen is put behind it.
        environ: the environment variables of the process.
        log: told in one line of each failure; never anything of a visitor.
        patience: how long the child may take; by default what the requirements say.

    Returns: the exit code of the process: 0 ended in order, 2 another kiosk is open.
    """
    with only_one("kiosk", environ) as alone:
        if not alone:
            log("a kiosk is open already in this account; end that one first")
            return ALREADY_OPEN
        _keep_no_core_files()
        with _Signals() as signals:
            _Supervisor(command, environ, log, patience or ProcessTimeouts(), signals).run()
    return ENDED


def _keep_no_core_files() -> None:
    """No crash of ours or of a child writes its memory, and so a visitor's words, to a disk."""
    import resource  # noqa: PLC0415  # Windows has none

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


class _ExitReason(Enum):
    """Why a child is over."""

    WANTED = auto()  # by the operator or a signal
    RESTED = auto()  # the static help screen makes room
    FAILED = auto()


class _Supervisor:
    """The loop: start, watch, and again."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        log: Callable[[str], None],
        patience: ProcessTimeouts,
        signals: _Signals,
    ) -> None:
        self._command, self._environ, self._log = command, environ, log
        self._patience, self._signals = patience, signals
        self._manager = SystemdNotifier(environ)
        self._state = Backoff()

    def run(self) -> None:
        """Stay until the end is wanted."""
        while (over := self._show()) is not _ExitReason.WANTED:
            if over is _ExitReason.FAILED and self._pause(self._state.wait):
                break
        self._manager.tell_stopping()

    def _show(self) -> _ExitReason:
        """Start the child whose turn it is, and stay with it to its end."""
        now = time.monotonic()
        self._state = self._state.at(now)
        self._manager.tell_status(f"{self._showing}, restarts: {self._state.restarts}")
        try:
            child = SupervisedProcess(
                [*self._command, self._state.screen.value],
                self._environ,
                restarts=self._state.restarts,
                patience=self._patience,
                now=now,
            )
        except OSError as error:
            return self._note_failure(f"did not start ({error.strerror})")
        return self._watch(child)

    def _watch(self, child: SupervisedProcess) -> _ExitReason:
        while True:
            now = time.monotonic()
            if child.listen(now):
                self._manager.tell_ready()
            if self._signals.asked_to_end():
                return self._let_go(child)
            if child.has_ended():
                return self._judge(child.end())
            if now >= child.deadline:
                child.end()
                return self._note_failure("hung")
            if now >= self._state.shell_at:
                return self._let_go(child)
            self._look(min(child.deadline, self._state.shell_at), *child.open_pipes)

    def _judge(self, code: int) -> _ExitReason:
        if code == LEFT_FOR_SERVICE:
            return _ExitReason.WANTED
        return self._note_failure(f"ended ({f'code {code}' if code >= 0 else _signal_name(-code)})")

    def _let_go(self, child: SupervisedProcess) -> _ExitReason:
        """Have `child` end in order, or else end it."""
        child.ask_to_end()
        latest = time.monotonic() + self._patience.leaving
        while not child.has_ended() and time.monotonic() < latest:
            self._look(latest)
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

    def _pause(self, seconds: float) -> bool:
        """Wait so long; whether a signal asks to end meanwhile."""
        until = time.monotonic() + seconds
        while not self._signals.asked_to_end() and time.monotonic() < until:
            self._look(until)
        return self._signals.asked_to_end()

    def _look(self, until: float, *pipes: int) -> None:
        """Tell systemd that we are here, and wait for something to happen, or a moment."""
        self._manager.tell_alive()
        seconds = min(until - time.monotonic(), _LOOK_SECONDS)
        select.select([self._signals.pipe, *pipes], [], [], max(seconds, 0.0))
        self._signals.take()


class _Signals:
    """Signals as a pipe to wait for, so that one that comes just before is not lost."""

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
        """Note the signals that have come."""
        with suppress(BlockingIOError):
            self._came.update(os.read(self.pipe, _MANY_SIGNALS))

    def asked_to_end(self) -> bool:
        self.take()
        return not self._came.isdisjoint(_STOPS)


def _leave_to_pipe(_number: int, _frame: FrameType | None) -> None:
    """Python needs a handler to note the signal's number in the pipe."""


def _signal_name(number: int) -> str:
    with suppress(ValueError):
        return signal.Signals(number).name
    return f"signal {number}"
