"""Detects the first paint of a window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow


class FirstPaint(QObject):
    """Emits `done` once, after the first paint of a window.

    A timer of zero is not enough: it may run before the window system has requested a paint.
    """

    done = Signal()

    def __init__(self, window: QWindow) -> None:
        """Watch `window`, which also owns this object."""
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window paints while it handles this event, and the timer comes after."""
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)
        return False
