"""How often a PIN may be tried, and how long to wait after that. No Qt.

Five tries, then a wait of 15 minutes; each further five double it, up to one hour. A try is
written down before the PIN is compared, so that pulling the plug gives none back.

Time within one boot of the computer is measured by a clock that nobody can set. Across a boot
only the wall clock is left: it may shorten a wait, and cannot make one longer than it was. So
an hour of running ends every wait, whatever the clocks do.
"""

from __future__ import annotations

import math
import secrets
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from desktop.base.files import FileNotWritten
from desktop.base.state_file import FileDamaged, StateFile

if TYPE_CHECKING:
    from collections.abc import Callable

TRIES: Final = 5
FIRST_WAIT: Final = 15 * 60.0  # seconds
LONGEST_WAIT: Final = 60 * 60.0  # seconds

_LONGEST_FILE: Final = 1000  # bytes
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class _State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is kept: nothing of what was typed.

    Attributes:
        tries: begun since the last success or wait.
        waits: begun since the last success; the wait goes on, or is over, while `tries` is full.
        boot: in which boot the wait began, or was taken over.
        since_boot: when in that boot, in seconds.
        wall: when by the wall clock, in seconds since 1970.
    """

    tries: Annotated[int, Meta(ge=0, le=TRIES)] = 0
    waits: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    boot: Annotated[str, Meta(max_length=100)] = ""
    since_boot: float = 0.0
    wall: float = 0.0

    @property
    def length(self) -> float:
        """Of the wait, in seconds; 0 where there is none."""
        if self.tries < TRIES:
            return 0.0
        # Two doublings reach the hour; more would only make huge numbers.
        doublings = min(max(self.waits - 1, 0), 2)
        return min(math.ldexp(FIRST_WAIT, doublings), LONGEST_WAIT)


@dataclass(frozen=True, slots=True)
class BootClock:
    """A clock that nobody can set, and which boot of the computer it counts from."""

    boot_id: str
    since_boot: Callable[[], float]  # seconds, those of sleep included


def boot_clock() -> BootClock:
    """The clock of this computer; where the system has none, one that starts with the process."""
    try:
        return BootClock(
            _BOOT_ID.read_text("ascii").strip(), lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
        )
    except (OSError, ValueError):
        start = time.monotonic()
        return BootClock(secrets.token_hex(16), lambda: time.monotonic() - start)


class Attempts:
    """Counts tries in a file; in memory where the file cannot be written."""

    def __init__(
        self,
        path: Path,
        now: Callable[[], float] = time.time,
        clock: BootClock | None = None,
    ) -> None:
        """Count in `path`.

        Args:
            path: need not be there yet. One that is damaged counts as used up: one wait.
            now: the wall clock, in seconds since 1970.
            clock: None for the computer's own.
        """
        self._file = StateFile(path, _LONGEST_FILE)
        self._now = now
        self._clock = clock or boot_clock()
        self._unwritten: _State | None = None  # newer than the file

    @property
    def left(self) -> int:
        """How many tries are left before there is a wait; 0 during one."""
        state = self._current()
        if state.tries < TRIES:
            return TRIES - state.tries
        return 0 if self._remaining(state) > 0 else TRIES

    def wait_seconds(self) -> float:
        """How long nobody may try, in seconds; 0 if one may."""
        return self._remaining(self._current())

    def begin_try(self) -> bool:
        """Count one try, before the PIN is looked at; False if none is allowed now."""
        state = self._current()
        if self._remaining(state) > 0:
            return False
        tries = state.tries % TRIES + 1
        if tries < TRIES:
            self._keep(_State(tries=tries, waits=state.waits))
        else:  # right away: `clear` takes it back if the PIN is right
            self._keep(self._waiting(waits=state.waits + 1))
        return True

    def clear(self) -> None:
        """Forget all tries: the PIN was right, or a new one was set."""
        self._keep(_State())

    def _current(self) -> _State:
        """What holds now; a wait of an earlier boot is taken over into this one."""
        state = self._unwritten or self._read()
        if not state.length or self._is_of_this_boot(state):
            return state
        # What passed since the boot passed for sure, whatever the wall clock says.
        passed = max(self._now() - state.wall, self._clock.since_boot())
        taken_over = self._waiting(waits=state.waits, passed=min(passed, state.length))
        self._keep(taken_over)
        return taken_over

    def _is_of_this_boot(self, state: _State) -> bool:
        is_past = state.since_boot <= self._clock.since_boot()
        return state.boot == self._clock.boot_id and is_past

    def _remaining(self, state: _State) -> float:
        return max(0.0, state.length - (self._clock.since_boot() - state.since_boot))

    def _waiting(self, *, waits: int, passed: float = 0.0) -> _State:
        """A wait that began `passed` seconds ago."""
        return _State(
            tries=TRIES,
            waits=waits,
            boot=self._clock.boot_id,
            since_boot=self._clock.since_boot() - passed,
            wall=self._now() - passed,
        )

    def _read(self) -> _State:
        try:
            return self._file.read(_decoded) or _State()
        except (FileDamaged, OSError):
            used_up = self._waiting(waits=1)
            self._keep(used_up)
            return used_up

    def _keep(self, state: _State) -> None:
        try:
            self._file.write(msgspec.json.encode(state))
        except FileNotWritten:
            self._unwritten = state
        else:
            self._unwritten = None


def _decoded(content: bytes) -> _State:
    return msgspec.json.decode(content, type=_State)
