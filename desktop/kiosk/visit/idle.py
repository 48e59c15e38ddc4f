"""Watches a visit: tells when to ask whether somebody is still there, and when it is over."""

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
}  # moves of a mouse are none: a table that shakes would keep a visit alive


class IdleWatcher(QObject):
    """Whatever a hand does is use; nothing is consumed."""

    warned = Signal(int)  # seconds left, anew each second
    resumed = Signal()  # it is used again
    ended = Signal()

    def __init__(
        self,
        patience: IdleTimeouts,
        parent: QObject,
        *,
        clock: Callable[[], float] = since_boot,
        is_busy: Callable[[], bool] = bool,
    ) -> None:
        """Watch nothing yet.

        Args:
            patience: how long nothing may happen.
            parent: Qt's.
            clock: seconds that only go forward.
            is_busy: whether something goes on that counts as use, such as reading aloud.
        """
        super().__init__(parent)
        self._visit, self._clock, self._is_busy = Visit(patience), clock, is_busy
        self._told = 0  # seconds left that were told last
        self._ticker = QTimer(self, interval=TICK_MS)
        self._ticker.timeout.connect(self.look)

    def begin(self) -> None:
        """A visit begins."""
        self._visit.use(self._clock())
        self._ticker.start()

    def end(self) -> None:
        """It is over; nothing is told of it any more."""
        self._ticker.stop()
        self._visit.end()
        self._told = 0

    def use(self) -> None:
        """Somebody does something; before a visit has begun, that means nothing."""
        if self._visit.stage(self._clock()) is VisitState.NONE:
            return
        self._visit.use(self._clock())
        if self._told:
            self._told = 0
            self.resumed.emit()

    def look(self) -> None:
        """Tell what is new, now."""
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
        """Note presses, touches and turns of a wheel."""
        is_held = isinstance(event, QKeyEvent) and event.isAutoRepeat()  # a bag may lie on a key
        if event.type() in USES and not is_held:
            # A touch that comes late must not meet a visit that is over but not yet ended.
            if self._visit.stage(self._clock()) is VisitState.OVER:
                self.look()
            else:
                self.use()
        return False
