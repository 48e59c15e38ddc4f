"""Check of the operator's PIN, with limited attempts and waits after them. Independent of Qt.

Five attempts, then a wait of 15 minutes; each further five double it, up to one hour. An attempt
is stored before the PIN is compared, so that pulling the plug gives none back.

Within one boot of the computer, time is measured by a clock that cannot be set. Across a boot
only the wall clock is available: it may shorten a wait, but cannot make it longer than it was.
So an hour of running ends every wait, whatever the wall clock shows.
"""

from __future__ import annotations

import math
import secrets
import time
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import msgspec
from msgspec import Meta

from desktop.base.files import FileDamaged, FileNotWritten, StateFile

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kiosk.operator.pin import PinFile

TRIES: Final = 5
FIRST_WAIT: Final = 15 * 60.0  # seconds
LONGEST_WAIT: Final = 60 * 60.0  # seconds

_LONGEST_FILE: Final = 1000  # bytes
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class _State(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Stored state; nothing of what was typed.

    `waits` counts those since the last success; the last one runs, or is over, while `tries` is
    full. It began, or was continued, in the boot of the id `boot`.
    """

    tries: Annotated[int, Meta(ge=0, le=TRIES)] = 0  # since the last success or wait
    waits: Annotated[int, Meta(ge=0, le=1_000_000)] = 0
    boot: Annotated[str, Meta(max_length=100)] = ""
    since_boot: float = 0.0  # start of the wait in that boot, in seconds
    wall: float = 0.0  # its start by the wall clock, in seconds since 1970

    @property
    def length(self) -> float:
        """Length of the wait, in seconds; 0 if there is none."""
        if self.tries < TRIES:
            return 0.0
        # Two doublings reach the hour; more would only make huge numbers.
        doublings = min(max(self.waits - 1, 0), 2)
        return min(math.ldexp(FIRST_WAIT, doublings), LONGEST_WAIT)


_decode = msgspec.json.Decoder(_State).decode


@dataclass(frozen=True, slots=True)
class BootClock:
    """A clock that cannot be set, with the id of the boot that it counts from."""

    boot_id: str
    since_boot: Callable[[], float]  # seconds, including sleep


def boot_clock() -> BootClock:
    """The computer's boot clock; one that starts with the process if the system has none."""
    try:
        return BootClock(
            _BOOT_ID.read_text("ascii").strip(), lambda: time.clock_gettime(time.CLOCK_BOOTTIME)
        )
    except (OSError, ValueError):
        start = time.monotonic()
        return BootClock(secrets.token_hex(16), lambda: time.monotonic() - start)


class PinAttempts:
    """Counts attempts in a file; in memory if the file cannot be written."""

    def __init__(
        self, path: Path, now: Callable[[], float] = time.time, clock: BootClock | None = None
    ) -> None:
        """Count in `path`.

        Args:
            path: may be missing. A damaged file counts as all attempts used: one wait.
            now: the wall clock, in seconds since 1970.
            clock: None for the computer's own.
        """
        self._file = StateFile(path, _LONGEST_FILE)
        self._now = now
        self._clock = clock or boot_clock()
        self._unwritten: _State | None = None  # newer than the file

    @property
    def left(self) -> int:
        """Number of attempts left before a wait; 0 during one."""
        state = self._current()
        if state.tries < TRIES:
            return TRIES - state.tries
        return 0 if self._remaining(state) > 0 else TRIES

    def wait_seconds(self) -> float:
        """Remaining wait in seconds; 0 if attempts are allowed."""
        return self._remaining(self._current())

    def begin_try(self) -> bool:
        """Count an attempt, before the PIN is compared; False if none is allowed now."""
        state = self._current()
        if self._remaining(state) > 0:
            return False
        tries = state.tries % TRIES + 1
        if tries < TRIES:
            self._keep(_State(tries=tries, waits=state.waits))
        else:  # at once: `clear` removes it if the PIN is right
            self._keep(self._waiting(waits=state.waits + 1))
        return True

    def clear(self) -> None:
        """Reset all attempts: the PIN was right, or a new one was set."""
        self._keep(_State())

    def _current(self) -> _State:
        """The valid state; a wait of an earlier boot is continued in this one."""
        state = self._unwritten or self._read()
        if not state.length or self._is_of_this_boot(state):
            return state
        # The time since the boot has passed for certain, whatever the wall clock shows.
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
        """The state of a wait that began `passed` seconds ago."""
        return _State(
            tries=TRIES,
            waits=waits,
            boot=self._clock.boot_id,
            since_boot=self._clock.since_boot() - passed,
            wall=self._now() - passed,
        )

    def _read(self) -> _State:
        try:
            return self._file.read(_decode) or _State()
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


class PinOutcome(Enum):
    """Outcome of an attempt."""

    GRANTED = auto()
    WRONG = auto()
    WAIT = auto()  # too many attempts; the PIN was not compared
    NO_PIN = auto()  # none is set, so nobody is admitted; not counted


class OperatorLock:
    """A PIN with a limited number of attempts."""

    def __init__(self, pin: PinFile, attempts: PinAttempts) -> None:
        self._pin = pin
        self._attempts = attempts

    @property
    def is_set(self) -> bool:
        """Whether a PIN is set."""
        return self._pin.is_set

    @property
    def left(self) -> int:
        """Number of attempts left before a wait."""
        return self._attempts.left

    def wait_seconds(self) -> float:
        """Remaining wait in seconds; 0 if attempts are allowed."""
        return self._attempts.wait_seconds()

    def try_pin(self, pin: str) -> PinOutcome:
        """Compare `pin`; a right one resets the count of wrong ones.

        Takes up to a second: not for the UI thread.
        """
        if not self._pin.is_set:
            return PinOutcome.NO_PIN
        if not self._attempts.begin_try():
            return PinOutcome.WAIT
        if not self._pin.matches(pin):
            return PinOutcome.WRONG
        self._attempts.clear()
        return PinOutcome.GRANTED
