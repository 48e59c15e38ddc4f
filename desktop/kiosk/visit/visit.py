"""State of a visit by its idle time. Pure: all times are arguments.

An idle visit is ended after a warning (WCAG 2.2, 2.2.1).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum, auto


class VisitState(Enum):
    """State of a visit."""

    NONE = auto()  # the attract screen is shown
    IN_USE = auto()
    WARNING = auto()  # idle for long; it ends soon
    OVER = auto()  # it must be ended now


@dataclass(frozen=True, slots=True)
class IdleTimeouts:
    """Idle timeouts.

    Attributes:
        idle: seconds without use before the warning; 0: a visit never ends by itself.
        warning: duration of the warning, in seconds.
    """

    idle: float = 90.0
    warning: float = 20.0


def since_boot() -> float:
    """Seconds on a clock that cannot be set and that runs while the machine sleeps.

    If the system has none, the clock stops during sleep.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Visit:
    """Successive visits; all times are seconds of one monotonic clock."""

    def __init__(self, patience: IdleTimeouts) -> None:
        self._patience = patience
        self._used: float | None = None  # None: no visit

    def use(self, at: float) -> None:
        """Record use: a visit begins, or its timeout restarts."""
        self._used = at

    def end(self) -> None:
        """End the visit."""
        self._used = None

    def stage(self, at: float) -> VisitState:
        """The state at `at`."""
        if self._used is None:
            return VisitState.NONE
        unused = at - self._used
        if not self._patience.idle or unused < self._patience.idle:
            return VisitState.IN_USE
        if unused < self._patience.idle + self._patience.warning:
            return VisitState.WARNING
        return VisitState.OVER

    def seconds_left(self, at: float) -> int:
        """Seconds before the visit ends, rounded up; 0 if there is none."""
        if self._used is None or not self._patience.idle:
            return 0
        left = self._used + self._patience.idle + self._patience.warning - at
        return max(0, -int(-left // 1))
