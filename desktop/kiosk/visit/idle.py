"""Idle detection: signals when to warn during a visit, and when to end it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from desktop.kiosk.visit.visit import IdleTimeouts, Visit, VisitState, since_boot

if TYPE_CHECKING:
    from collections.abc import Callable

TICK_MS = 250
USES = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.Wheel,
}  # without mouse moves: vibrations of a table would keep a visit alive


class IdleWatcher(QObject):
    """Counts any input as use; consumes nothing."""

    warned = Signal(int)  # seconds left, emitted each second
    resumed = Signal()  # used again after a warning
    ended = Signal()

    def __init__(
        self,
        patience: IdleTimeouts,
        parent: QObject,
        *,
        clock: Callable[[], float] = since_boot,
        is_busy: Callable[[], bool] = bool,
    ) -> None:
        """Start without a visit.

        Args:
            patience: the timeouts.
            parent: the parent object.
            clock: monotonic seconds.
            is_busy: whether an activity, such as reading aloud, counts as use.
        """
        super().__init__(parent)
        self._visit, self._clock, self._is_busy = Visit(patience), clock, is_busy
        self._told = 0  # last value of `warned`
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.look)

    def begin(self) -> None:
        """Begin a visit."""
        self._visit.use(self._clock())
        self._ticker.start()

    def end(self) -> None:
        """End the visit; no more signals are emitted."""
        self._ticker.stop()
        self._visit.end()
        self._told = 0

    def use(self) -> None:
        """Restart the timeout; without effect before a visit has begun."""
        if self._visit.stage(self._clock()) is VisitState.NONE:
            return
        self._visit.use(self._clock())
        if self._told:
            self._told = 0
            self.resumed.emit()

    def look(self) -> None:
        """Emit changes of the state now."""
        if self._is_busy():
            self.use()
        now = self._clock()
        match self._visit.stage(now):
            case VisitState.OVER:
                self.end()
                self.ended.emit()
            case VisitState.WARNING if (left := self._visit.seconds_left(now)) != self._told:
                self._told = left
                self.warned.emit(left)

    def see(self, _watched: QObject, event: QEvent) -> bool:
        """Count presses, touches and turns of a wheel as use."""
        is_held = isinstance(event, QKeyEvent) and event.isAutoRepeat()  # by an object on a key
        if event.type() in USES and not is_held:
            # A late touch must not resume a visit that is over but not yet ended.
            if self._visit.stage(self._clock()) is VisitState.OVER:
                self.look()
            else:
                self.use()
        return False
