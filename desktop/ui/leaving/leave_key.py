"""Shift three times: the key for leaving at once.

The rule follows the GOV.UK Design System's exit-this-page component: Shift alone, three
times, at most five seconds apart; Shift held for another key does not count, and any other
key starts over. Not Esc, which people press for other reasons.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

GAP_MS = 5000
TIMES = 3


class LeaveKey(QObject):
    """Watches the keys of the program: the stage `LEAVE_KEY` of the input pipeline.

    It counts each press once, at the native window that receives it first. The times of the key
    events decide whether a press counts, so that a busy moment of the program cannot lose one. The
    timer only resets the display.
    """

    leaveRequested = Signal()
    progressed = Signal(int)  # presses that are shown: 1, 2; 0 when they no longer count
    expired = Signal()  # they no longer count, and the exit was not triggered; `progressed` follows

    def __init__(self, parent: QObject | None = None, *, gap_ms: int = GAP_MS) -> None:
        """Start with no press; each counts for `gap_ms` milliseconds."""
        super().__init__(parent)
        self._count, self._last = 0, 0  # lone presses; time of the last one, milliseconds
        self._is_lone = False  # whether Shift is down, and no key was pressed after it
        self._shown = 0
        self._timer = QTimer(
            self, singleShot=True, interval=gap_ms, timerType=Qt.TimerType.PreciseTimer
        )
        self._timer.timeout.connect(self._expire)

    def start_over(self) -> None:
        """Reset the count without a signal, after a quick exit by any means."""
        self._count, self._is_lone = 0, False
        self._show(0)

    def see(self, watched: QObject, event: QEvent) -> bool:
        """Handle keys and buttons that arrive at a native window, and consume none."""
        if not isinstance(watched, QWindow):
            return False
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            shift = event.key() == Qt.Key.Key_Shift
            if event.type() == QEvent.Type.KeyPress:
                self._press(shift=shift, at=event.timestamp())
            elif event.type() == QEvent.Type.KeyRelease:
                self._release(shift=shift, at=event.timestamp())
        elif event.type() == QEvent.Type.MouseButtonPress:  # Shift with a click does not count
            self._press(shift=False, at=0)
        return False

    def _press(self, *, shift: bool, at: int) -> None:
        if not shift or at - self._last > self._timer.interval():
            self._count = 0
        self._is_lone = shift
        if self._shown and not self._count:
            self._expire()
        elif self._shown:
            self._timer.start()

    def _release(self, *, shift: bool, at: int) -> None:
        if shift and self._is_lone:
            self._count, self._last, self._is_lone = self._count + 1, at, False
        if self._count == TIMES:
            self._count = 0
            self.leaveRequested.emit()  # first: nothing may delay it
            self._show(0)
        elif shift and self._count:
            self._show(self._count)

    def _expire(self) -> None:
        self.expired.emit()
        self._show(0)

    def _show(self, count: int) -> None:
        if count:
            self._timer.start()
        else:
            self._timer.stop()
        if count != self._shown:
            self._shown = count
            self.progressed.emit(count)
