"""Touch and mouse events as the actions of one finger, the one that came last.

People type with two thumbs, and the second comes down before the first is up. The receiver of a
new finger's press finishes the earlier finger's action; later events of that one are dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent


class FingerPhase(Enum):
    """Phases of a touch."""

    BEGAN = auto()
    MOVED = auto()
    ENDED = auto()
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class FingerEvent:
    """One event of the last finger, at a position in the widget."""

    step: FingerPhase
    place: QPoint


MOUSE = {
    QEvent.Type.MouseButtonPress: FingerPhase.BEGAN,
    QEvent.Type.MouseButtonDblClick: FingerPhase.BEGAN,
    QEvent.Type.MouseMove: FingerPhase.MOVED,
    QEvent.Type.MouseButtonRelease: FingerPhase.ENDED,
}
TOUCH = {
    QEventPoint.State.Pressed: FingerPhase.BEGAN,
    QEventPoint.State.Updated: FingerPhase.MOVED,
    QEventPoint.State.Released: FingerPhase.ENDED,
}


class FingerTracker:
    """Follows the fingers on a widget; the left button of a mouse counts as one."""

    def __init__(self) -> None:
        self._touching: set[int] = set()
        self._last: int | None = None

    def read(self, event: QEvent) -> tuple[FingerEvent, ...] | None:
        """The events of the last finger; None if `event` is neither touch nor mouse."""
        if event.type() == QEvent.Type.TouchCancel:
            self.forget()
            return (FingerEvent(FingerPhase.CANCELLED, QPoint()),)
        if isinstance(event, QTouchEvent):
            return self._touched(event)
        if isinstance(event, QMouseEvent) and event.type() in MOUSE:
            return self._clicked(event)
        return None

    def forget(self) -> None:
        """Forget all fingers."""
        self._touching.clear()
        self._last = None

    def _touched(self, event: QTouchEvent) -> tuple[FingerEvent, ...]:
        points = event.points()
        self._touching &= {point.id() for point in points}  # a release may get lost
        return tuple(move for point in points if (move := self._point(point)))

    def _point(self, point: QEventPoint) -> FingerEvent | None:
        step, who = TOUCH.get(point.state()), point.id()
        if step is FingerPhase.BEGAN:
            if who in self._touching:  # sent again because another finger came
                return None
            self._touching.add(who)
            self._last = who
        elif step is FingerPhase.ENDED:
            self._touching.discard(who)
        return FingerEvent(step, point.position().toPoint()) if step and who == self._last else None

    def _clicked(self, event: QMouseEvent) -> tuple[FingerEvent, ...]:
        step, left = MOUSE[event.type()], Qt.MouseButton.LeftButton
        held = event.buttons() if step is FingerPhase.MOVED else event.button()
        by_touch = event.device().type() == QInputDevice.DeviceType.TouchScreen
        if by_touch or not held & left:
            return ()  # the touch was read already; other buttons do nothing
        self._last = None
        return (FingerEvent(step, event.position().toPoint()),)
