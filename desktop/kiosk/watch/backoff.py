"""Backoff of restarts, and fallback to the static help screen, for a kiosk that failed.

Immutable states and pure steps between them. The clock is an argument, in seconds from any origin
(`time.monotonic`); a wall clock that is set years off must not hold a kiosk back.

Recovery is that of a circuit breaker (M. Nygard, "Release It!", 2nd ed., chapter 5): after a rest
the shell is on probation, and one more failure opens the breaker again. So a reader of the static
help screen is not disturbed by five attempts every ten minutes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import Final

MOST_FAILURES: Final = 5  # of one mode within the window
WINDOW: Final = 600.0  # seconds in which failures count together
OPEN_SECONDS: Final = 600.0  # seconds of the static help screen before the shell is tried again
LONGEST_WAIT: Final = 5.0  # seconds
_KEPT: Final = MOST_FAILURES + 1  # failures that are stored; more make no difference


class ChildMode(Enum):
    """Mode of the child process; the value is its hidden option."""

    SHELL = "--kiosk-shell"
    STATIC = "--kiosk-static"


@dataclass(frozen=True, slots=True)
class Backoff:
    """Recent failures. Times are in seconds."""

    screen: ChildMode = ChildMode.SHELL  # to start next
    failures: tuple[float, ...] = ()  # of `screen` within the window, oldest first
    shell_at: float = float("inf")  # the shell's next attempt; infinite while it is shown
    restarts: int = 0  # failures so far, in either mode

    @property
    def wait(self) -> float:
        """Seconds to wait before the next start: 0, then 0.5, 1, 2, 4 and from then on 5."""
        if len(self.failures) < 2:
            return 0.0
        return min(0.5 * 2.0 ** (len(self.failures) - 2), LONGEST_WAIT)

    def after_failure(self, now: float) -> Backoff:
        """The state after `screen` ended or hung at `now`, in seconds."""
        recent = [then for then in self.failures if now - then < WINDOW]
        failures = (*recent, now)[-_KEPT:]
        failed = replace(self, failures=failures, restarts=self.restarts + 1)
        if self.screen is ChildMode.SHELL and len(failures) >= MOST_FAILURES:
            return replace(
                failed, screen=ChildMode.STATIC, failures=(), shell_at=now + OPEN_SECONDS
            )
        return failed

    def at(self, now: float) -> Backoff:
        """The state at `now`, in seconds: after the rest, the shell is next."""
        if now < self.shell_at:
            return self
        probation = (now,) * (MOST_FAILURES - 1)
        return Backoff(failures=probation, restarts=self.restarts)
