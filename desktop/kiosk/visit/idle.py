"""Idle detection: signals when to warn during a visit, and when to end it (WCAG 2.2, 2.2.1)."""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

if TYPE_CHECKING:
    from collections.abc import Callable

TICK_MS = 250
INPUT_EVENTS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.Wheel,
}  # without mouse moves: vibrations of a table would keep a visit alive


@dataclass(frozen=True, slots=True)
class IdleTimeouts:
    """Idle timeouts.

    Attributes:
        idle: seconds without use before the warning; 0: a visit never ends by itself.
        warning: duration of the warning, in seconds.
    """

    idle: float
    warning: float

    def seconds_left(self, unused: float) -> float:
        """Seconds before the end of a visit that was not used for `unused` seconds."""
        return self.idle + self.warning - unused if self.idle else math.inf


def since_boot() -> float:
    """Seconds on a clock that cannot be set and that runs while the machine sleeps.

    If the system has none, the clock stops during sleep.
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()


class IdleWatcher(QObject):
    """Counts any input as use; consumes nothing."""

    warned = Signal(int)  # seconds left, emitted each second
    resumed = Signal()  # used again after a warning
    ended = Signal()

    def __init__(
        self,
        timeouts: IdleTimeouts,
        parent: QObject,
        *,
        clock: Callable[[], float] = since_boot,
        is_busy: Callable[[], bool] = bool,
    ) -> None:
        """Start without a visit; while `is_busy`, such as reading aloud, a visit is in use."""
        super().__init__(parent)
        self._timeouts, self._clock, self._is_busy = timeouts, clock, is_busy
        self._used: float | None = None  # time of the last use; None: no visit
        self._warned_seconds = 0  # last value of `warned`
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.update)

    def begin(self) -> None:
        """Begin a visit."""
        self._used = self._clock()
        self._ticker.start()

    def end(self) -> None:
        """End the visit; no more signals are emitted."""
        self._ticker.stop()
        self._used, self._warned_seconds = None, 0

    def reset(self) -> None:
        """Restart the timeout; without effect before a visit has begun."""
        if self._used is None:
            return
        self._used = self._clock()
        if self._warned_seconds:
            self._warned_seconds = 0
            self.resumed.emit()

    def update(self) -> None:
        """Emit changes of the state now."""
        if self._is_busy():
            self.reset()
        left = self._seconds_left()
        if left <= 0:
            self.end()
            self.ended.emit()
        elif left <= self._timeouts.warning and math.ceil(left) != self._warned_seconds:
            self._warned_seconds = math.ceil(left)
            self.warned.emit(self._warned_seconds)

    def see(self, _watched: QObject, event: QEvent) -> bool:
        """Count presses, touches and turns of a wheel as use."""
        is_held = isinstance(event, QKeyEvent) and event.isAutoRepeat()  # by an object on a key
        if event.type() in INPUT_EVENTS and not is_held:
            # A late touch must not resume a visit that is over but not yet ended.
            if self._seconds_left() <= 0:
                self.update()
            else:
                self.reset()
        return False

    def _seconds_left(self) -> float:
        """Seconds before the visit ends; infinite without a visit."""
        if self._used is None:
            return math.inf
        return self._timeouts.seconds_left(self._clock() - self._used)
