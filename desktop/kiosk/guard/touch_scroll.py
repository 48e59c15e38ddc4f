"""Scrolling by finger, with kinetic scrolling after a flick.

`QScroller` is not used: it moves the page only with its own timer and loses what was dragged
since, it holds back presses by a fixed delay, and it computes in metres from a screen size that
televisions report wrongly.
"""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import QEasingCurve, QObject, QPointF, QPropertyAnimation, Qt, Signal
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QScrollBar, QWidget
from shiboken6 import isValid

# Speeds in page lengths of the area a second, so that they feel the same on every screen.
FASTEST = 3.0
SLOWEST = 0.1  # slower is not a flick
SLOWDOWN = 2.0  # speed lost in each second
LOOK_BACK_MS = 100  # a finger that rested so long does not flick


def area_under(widget: QWidget) -> QAbstractScrollArea | None:
    """The area that a finger on `widget` scrolls: the innermost one with a scroll range.

    Returns: the innermost area if none has a range; None outside of areas and on sliders, which
        use the finger themselves.
    """
    found: QAbstractScrollArea | None = None
    inner: QWidget | None = widget
    while inner is not None and not inner.isWindow():
        if isinstance(inner, QAbstractSlider):
            return None
        outer = inner.parentWidget()
        if isinstance(outer, QAbstractScrollArea) and inner is outer.viewport():
            if _can_move(outer.verticalScrollBar()) or _can_move(outer.horizontalScrollBar()):
                return outer
            found = found or outer
        inner = outer
    return found


def speed(places: deque[tuple[int, float]], now: int) -> float:
    """Speed of a finger when it lifted.

    Args:
        places: milliseconds and pixels, oldest first.
        now: time of lifting, in milliseconds.

    Returns: pixels a second over the last `LOOK_BACK_MS`; 0 if it rested.
    """
    recent = [place for place in places if now - place[0] <= LOOK_BACK_MS]
    if not recent or recent[-1][0] == recent[0][0]:
        return 0.0
    return (recent[-1][1] - recent[0][1]) * 1000 / (recent[-1][0] - recent[0][0])


class TouchScroll(QObject):
    """Scrolls one area at a time with a finger, and lets it scroll on after a flick."""

    stopped = Signal()  # a flicked area came to rest by itself

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar: QScrollBar | None = None
        self._last = 0.0  # position up to which the area has followed the finger, in pixels
        self._places: deque[tuple[int, float]] = deque(maxlen=32)
        self._throw = QPropertyAnimation(self)
        self._throw.setPropertyName(b"value")
        self._throw.setEasingCurve(QEasingCurve.Type.OutQuad)  # linear deceleration
        self._throw.finished.connect(self.stopped)

    def press(self, area: QAbstractScrollArea, at: QPointF, when: int) -> bool:
        """Start following a finger that comes down on `area`.

        Args:
            area: scrolled until `release` or `stop`; sideways if it cannot move up and down.
            at: position in pixels; only differences count.
            when: milliseconds of any clock.

        Returns: whether this stopped the area scrolling on, so that the press is not a tap.
        """
        upright = area.verticalScrollBar()
        bar = upright if _can_move(upright) else area.horizontalScrollBar()
        is_running = self._throw.state() == QPropertyAnimation.State.Running
        ran_on = is_running and self._throw.targetObject() is bar
        self.stop()
        self._bar = bar
        self._places.clear()
        self._last = self._along(at)
        self._places.append((when, self._last))
        return ran_on

    def move(self, at: QPointF, when: int) -> None:
        """Scroll the area by a drag; arguments as for `press`."""
        if self._bar is None or not isValid(self._bar):
            return
        place = self._along(at)
        self._places.append((when, place))
        step = round(place - self._last)
        self._last += step
        self._bar.setValue(self._bar.value() - step)

    def release(self, when: int) -> None:
        """End the drag; the area scrolls on after a flick."""
        bar, self._bar = self._bar, None
        if bar is None or not isValid(bar):
            return
        length = bar.pageStep()  # the visible length of the area
        fast = max(-FASTEST, min(FASTEST, -speed(self._places, when) / max(1, length)))
        if abs(fast) < SLOWEST or not _can_move(bar):
            return
        seconds = abs(fast) / SLOWDOWN
        self._throw.setTargetObject(bar)
        self._throw.setDuration(round(1000 * seconds))
        self._throw.setStartValue(bar.value())
        self._throw.setEndValue(bar.value() + round(fast * seconds / 2 * length))
        self._throw.start()

    def stop(self) -> None:
        """Stop all scrolling at once."""
        self._throw.stop()
        self._bar = None

    def _along(self, at: QPointF) -> float:
        upright = self._bar is not None and self._bar.orientation() == Qt.Orientation.Vertical
        return at.y() if upright else at.x()


def _can_move(bar: QScrollBar) -> bool:
    return bar.maximum() > bar.minimum()
