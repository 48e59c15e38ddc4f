"""A supervised child process: it beats through a pipe, and is ended with its descendants.

Linux. In the one-file executable the child uses the files that its parent has unpacked, which is
PyInstaller's default: the child starts at once, and killing it leaves no folder behind.
"""

from __future__ import annotations

import os
import signal
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

FD_VARIABLE: Final = "LUMINARIA_HEARTBEAT_FD"
RESTARTS_VARIABLE: Final = "LUMINARIA_KIOSK_RESTARTS"
_OF_SYSTEMD: Final = {"NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"}  # for the supervisor only
_MUCH: Final = 4096  # bytes of the pipe that are read at once


@dataclass(frozen=True, slots=True)
class ProcessTimeouts:
    """Timeouts of a child, in seconds."""

    first: float = 20.0  # from the start to its first beat
    silence: float = 4.0  # between two beats
    leaving: float = 3.0  # from the request to end to its end


class SupervisedProcess:
    """A process with its own group, and the pipe of its beats."""

    def __init__(
        self,
        command: Sequence[str],
        environ: Mapping[str, str],
        *,
        restarts: int,
        timeouts: ProcessTimeouts,
        now: float,
    ) -> None:
        """Start `command` at `now`, a time in seconds, with `environ` and the number of failures.

        Raises:
            OSError: it cannot be started.
        """
        self._beats, beating = os.pipe()
        os.set_blocking(self._beats, False)
        try:
            self._process = subprocess.Popen(  # noqa: S603  # this very program
                command,
                env=_environ(environ, beating, restarts),
                pass_fds=[beating],
                stdin=subprocess.DEVNULL,
                start_new_session=True,  # so that its whole group can be ended
            )
        except BaseException:
            os.close(self._beats)
            raise
        finally:
            os.close(beating)
        self._timeouts = timeouts
        self._is_open = True
        self.deadline = now + timeouts.first  # of the next beat, on the caller's clock

    @property
    def open_pipes(self) -> tuple[int, ...]:
        """The descriptor that becomes readable with each beat; empty once the pipe is closed."""
        return (self._beats,) if self._is_open else ()

    def listen(self, now: float) -> bool:
        """Read the beats that have come by `now`; returns whether there were any."""
        with suppress(BlockingIOError):
            self._is_open = bool(os.read(self._beats, _MUCH))
            if self._is_open:
                self.deadline = now + self._timeouts.silence
            return self._is_open
        return False

    def has_ended(self) -> bool:
        """Whether the process has ended; its number stays reserved until `end`."""
        options = os.WEXITED | os.WNOHANG | os.WNOWAIT
        return os.waitid(os.P_PID, self._process.pid, options) is not None

    def ask_to_end(self) -> None:
        """Request it to end in order."""
        os.kill(self._process.pid, signal.SIGTERM)

    def end(self) -> int:
        """End the process and all its descendants.

        If a process cannot be ended, this blocks until systemd misses our own sign of life.

        Returns: its exit code; below 0 the signal that ended it.
        """
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        os.close(self._beats)
        return self._process.wait()


def _environ(environ: Mapping[str, str], beating: int, restarts: int) -> dict[str, str]:
    plain = {name: value for name, value in environ.items() if name not in _OF_SYSTEMD}
    return {**plain, FD_VARIABLE: str(beating), RESTARTS_VARIABLE: str(restarts)}
