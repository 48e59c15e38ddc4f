"""Taps in one corner that open the operator's PIN page; the widgets there get them as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QInputEvent, QMouseEvent, QTouchEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

WITHIN_MS: Final = 4000
# A double click follows the press that belongs to it.
_PRESSES: Final = {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin}


class CornerTaps:
    """Counts taps in a corner; all times are arguments."""

    def __init__(self, corner: str, taps: int, size_px: int) -> None:
        """Start with no tap.

        Args:
            corner: "top-left", "top-right", "bottom-left" or "bottom-right".
            taps: number of taps needed, all within 4 seconds.
            size_px: width and height of the corner, in pixels.
        """
        self._corner = corner
        self._taps = taps
        self._size = size_px
        self._times: list[int] = []

    def start_over(self) -> None:
        """Reset the count."""
        self._times.clear()

    def register_tap(self, pos: QPoint, window: QSize, at_ms: int) -> bool:
        """Count a tap; returns whether it was the last one needed.

        Args:
            pos: in pixels from the top left of the window.
            window: its present size.
            at_ms: in milliseconds; only differences count.
        """
        if not self._area(window).contains(pos):
            self.start_over()
            return False
        self._times = [at for at in self._times if 0 <= at_ms - at <= WITHIN_MS] + [at_ms]
        if len(self._times) < self._taps:
            return False
        self.start_over()
        return True

    def _area(self, window: QSize) -> QRect:
        x = window.width() - self._size if self._corner.endswith("right") else 0
        y = window.height() - self._size if self._corner.startswith("bottom") else 0
        return QRect(x, y, self._size, self._size)


class CornerWatch(QObject):
    """Sees the presses of a window before its widgets do, and consumes none.

    Keys never count. A mouse press that is synthesized from a touch does not count again.
    """

    opened = Signal()

    def __init__(self, taps: CornerTaps, window: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._taps, self._window = taps, window

    def see(self, watched: QObject, event: QEvent) -> bool:
        """Count a press that arrives at the native window; consumes nothing."""
        if event.type() not in _PRESSES or not event.spontaneous():
            return False
        handle = self._window.windowHandle()
        if handle is None or watched is not handle or not isinstance(event, QInputEvent):
            return False
        pos = _pressed_at(event)
        if pos is not None and self._taps.register_tap(pos, handle.size(), event.timestamp()):
            self.opened.emit()
        return False


def _pressed_at(event: QEvent) -> QPoint | None:
    """Position of a touch or left button press; None for other events."""
    if event.type() == QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
        return event.point(0).position().toPoint()
    if not isinstance(event, QMouseEvent):
        return None
    is_second = event.source() == Qt.MouseEventSource.MouseEventSynthesizedByQt
    if event.button() != Qt.MouseButton.LeftButton or is_second:
        return None
    return event.position().toPoint()
