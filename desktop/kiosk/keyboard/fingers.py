"""Reads touch and mouse events as what one finger does: the one that came last.

People type with two thumbs, and the second comes down before the first is up. Whoever is told
of a new finger finishes what the one before began; what that one does from then on is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QEventPoint, QInputDevice, QMouseEvent, QTouchEvent


class FingerPhase(Enum):
    """What a finger does."""

    BEGAN = auto()
    MOVED = auto()
    ENDED = auto()
    CANCELLED = auto()


@dataclass(frozen=True, slots=True)
class FingerEvent:
    """One step of the last finger, at a place of the widget."""

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
    """Follows the fingers on a widget; the left button of a mouse is one as well."""

    def __init__(self) -> None:
        self._touching: set[int] = set()
        self._last: int | None = None

    def read(self, event: QEvent) -> tuple[FingerEvent, ...] | None:
        """What the last finger did; None if the event is not of a finger or a mouse."""
        if event.type() == QEvent.Type.TouchCancel:
            self.forget()
            return (FingerEvent(FingerPhase.CANCELLED, QPoint()),)
        if isinstance(event, QTouchEvent):
            return self._touched(event)
        if isinstance(event, QMouseEvent) and event.type() in MOUSE:
            return self._clicked(event)
        return None

    def forget(self) -> None:
        """No finger is there any more."""
        self._touching.clear()
        self._last = None

    def _touched(self, event: QTouchEvent) -> tuple[FingerEvent, ...]:
        points = event.points()
        self._touching &= {point.id() for point in points}  # lifted where nobody saw it
        return tuple(move for point in points if (move := self._point(point)))

    def _point(self, point: QEventPoint) -> FingerEvent | None:
        step, who = TOUCH.get(point.state()), point.id()
        if step is FingerPhase.BEGAN:
            if who in self._touching:  # told again because another finger came
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
            return ()  # the finger was read as a touch already; other buttons do nothing
        self._last = None
        return (FingerEvent(step, event.position().toPoint()),)
