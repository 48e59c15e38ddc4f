"""Shift three times: the key for leaving at once.

The rule follows the GOV.UK Design System's exit-this-page component: Shift alone, three
times, at most five seconds apart; Shift held for another key does not count, and any other
key starts over. Not Esc, which people press for other reasons.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

GAP_MS = 5000
TIMES = 3


class ShiftCounter:
    """Counts lone presses of Shift; knows no clock but the times it is told."""

    def __init__(self) -> None:
        self.count = 0
        self._last = 0
        self._down = False

    def press(self, *, shift: bool, at: int) -> None:
        """A key went down at `at` milliseconds."""
        if not shift:
            self.count, self._down = 0, False
            return
        if self.count and at - self._last > GAP_MS:
            self.count = 0
        self._down = True

    def release(self, *, shift: bool, at: int) -> bool:
        """A key came up; true if that was the third lone Shift."""
        if not (shift and self._down):
            return False
        self._down, self._last = False, at
        self.count += 1
        if self.count < TIMES:
            return False
        self.count = 0
        return True


class LeaveKey(QObject):
    """Watches the keys of a window: install it as event filter of the window's handle."""

    leaveRequested = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._counter = ShiftCounter()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Qt's: looks at key events on their way to a window and lets all of them through."""
        if isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            shift = event.key() == Qt.Key.Key_Shift
            if event.type() == QEvent.Type.KeyPress:
                self._counter.press(shift=shift, at=event.timestamp())
            elif event.type() == QEvent.Type.KeyRelease and self._counter.release(
                shift=shift, at=event.timestamp()
            ):
                self.leaveRequested.emit()
        elif event.type() == QEvent.Type.MouseButtonPress:  # Shift with a click is no sign
            self._counter.press(shift=False, at=0)
        return False
