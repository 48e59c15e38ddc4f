"""How long a visit lasts: pure rules, no clock but the times they are told.

A visit that nobody uses any more is asked after, and then ended (WCAG 2.2, 2.2.1).
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import Enum, auto


class VisitState(Enum):
    """What a visit is at."""

    NONE = auto()  # the attract screen is shown
    IN_USE = auto()
    WARNING = auto()  # nobody has used it for long; it ends soon
    OVER = auto()  # it has to end now


@dataclass(frozen=True, slots=True)
class IdleTimeouts:
    """How long nothing may happen.

    Attributes:
        idle: seconds without use before the warning; 0: a visit never ends by itself.
        warning: seconds that the warning stands.
    """

    idle: float = 90.0
    warning: float = 20.0


def since_boot() -> float:
    """Seconds on a clock that nobody can set and that goes on while the machine sleeps.

    Where there is none, one that stands still meanwhile.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class Visit:
    """One visit after the other; all times are seconds of one clock that only goes forward."""

    def __init__(self, patience: IdleTimeouts) -> None:
        self._patience = patience
        self._used: float | None = None  # None: no visit

    def use(self, at: float) -> None:
        """Somebody did something: the visit begins, or goes on as if it were new."""
        self._used = at

    def end(self) -> None:
        """The visit is over, and forgotten."""
        self._used = None

    def stage(self, at: float) -> VisitState:
        """Where the visit is at `at`."""
        if self._used is None:
            return VisitState.NONE
        unused = at - self._used
        if not self._patience.idle or unused < self._patience.idle:
            return VisitState.IN_USE
        if unused < self._patience.idle + self._patience.warning:
            return VisitState.WARNING
        return VisitState.OVER

    def seconds_left(self, at: float) -> int:
        """Whole seconds before the visit ends, begun ones included; 0 if there is none."""
        if self._used is None or not self._patience.idle:
            return 0
        left = self._used + self._patience.idle + self._patience.warning - at
        return max(0, -int(-left // 1))
