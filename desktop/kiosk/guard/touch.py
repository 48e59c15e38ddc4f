"""Single-touch input from touch events, a touch screen that emulates a mouse, or a mouse.

Events of the native window are intercepted before Qt passes them to a widget, and sent again as
plain clicks:

- outside of scroll areas a press is sent at once, and a release where the finger lifts, so that
  moving off a button cancels it;
- inside scroll areas both are sent when the finger lifts, and only if it did not drag. Until
  then a button is drawn as pressed.

Widgets receive no second finger, double click, held modifier or selection by dragging. Only a
widget whose class has `reads_fingers` gets raw touch events: the keyboard is for two thumbs.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QEventPoint, QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QLineEdit, QWidget
from shiboken6 import isValid

from desktop.kiosk.guard.disable_interactions import disable_interactions
from desktop.kiosk.guard.touch_scroll import TouchScroll, area_under

DRAG = 12  # pixels, times the scale of the look: the distance from which a finger drags
OUTSIDE = QPointF(-30000, -30000)  # outside of all widgets
MOUSE = (-1, -1)

_KIND = QEvent.Type
_MOUSE = {_KIND.MouseButtonPress, _KIND.MouseMove, _KIND.MouseButtonRelease}
_TOUCH = {_KIND.TouchBegin, _KIND.TouchUpdate, _KIND.TouchEnd}
_INPUT = _MOUSE | _TOUCH | {_KIND.TouchCancel, _KIND.MouseButtonDblClick, _KIND.Wheel}
_SHOWN = {_KIND.Polish, _KIND.Show}


@dataclass(slots=True)
class _Finger:
    """The active finger, with where it came down."""

    source: tuple[int, int]  # device and point
    start: QPointF  # in pixels of the window
    widget: QWidget  # under it
    area: QAbstractScrollArea | None  # the area that it scrolls; None: the press is sent already
    is_tap: bool  # false after a drag, or if it stopped an area that scrolled on


class TouchFilter(QObject):
    """Filters events between the native window and its widgets; calls `calm` for shown widgets."""

    used = Signal()  # touched, scrolled, wheel turned, or a flicked area came to rest

    def __init__(self, window: QWidget) -> None:
        """Start without a finger on `window`, the kiosk's one window, shown already or not."""
        super().__init__()
        self._window = window
        self._finger: _Finger | None = None
        self._is_past = False  # whether fingers that are down belong to a widget that reads them
        self._drag = DRAG
        self._scroll = TouchScroll(self)
        self._scroll.stopped.connect(self.used)

    def set_drag(self, pixels: int) -> None:
        """Set how far a finger may move in a tap, in pixels."""
        self._drag = pixels

    def cancel(self) -> None:
        """Drop the active finger and stop scrolling; nothing is clicked.

        Must be called when a visit ends: an area that scrolls on would scroll in the next visit.
        """
        self._drop()
        self._scroll.stop()

    def see(self, watched: QObject, event: QEvent) -> bool:
        """Consume input of the native window; disable interactions of each widget shown."""
        kind = event.type()
        if not isValid(self._window):
            return False
        if kind in _SHOWN:
            if isinstance(watched, QWidget) and self._is_ours(watched):
                disable_interactions(watched)
            return False
        if kind not in _INPUT or not event.spontaneous():  # events sent below are not spontaneous
            return False
        if watched is not self._window.windowHandle():
            return False
        return self._take(kind, event)

    def _is_ours(self, widget: QWidget) -> bool:
        return widget is self._window or self._window.isAncestorOf(widget)

    def _take(self, kind: QEvent.Type, event: QEvent) -> bool:
        """Handle an event of the window; returns whether it is consumed."""
        if kind == _KIND.Wheel:
            self._scroll.stop()
            self.used.emit()
            return False
        if isinstance(event, QTouchEvent):
            if self._goes_past(event):
                self.used.emit()
                return False
            event.accept()  # else Qt synthesizes a mouse event
            self._touch(event)
            return True
        if kind == _KIND.MouseButtonDblClick:
            return True  # follows its press
        return isinstance(event, QMouseEvent) and self._mouse(event)

    def _goes_past(self, event: QTouchEvent) -> bool:
        """Whether the first finger came down on a widget that reads all fingers itself.

        Decided by the attribute of the class, since each viewport has Qt's attribute for touches.
        """
        if event.type() == _KIND.TouchBegin and not self._is_past:
            widget = self._window.childAt(event.points()[0].position().toPoint())
            while widget is not None and not hasattr(widget, "reads_fingers"):
                widget = widget.parentWidget()
            self._is_past = widget is not None
        is_past = self._is_past
        if event.type() in (_KIND.TouchEnd, _KIND.TouchCancel):
            self._is_past = False
        return is_past

    def _mouse(self, event: QMouseEvent) -> bool:
        left, where, when = Qt.MouseButton.LeftButton, event.position(), event.timestamp()
        if event.type() == _KIND.MouseMove:
            self._move(MOUSE, where, when)
            return bool(event.buttons() & left)
        if event.button() != left:
            return False
        if event.type() == _KIND.MouseButtonPress:
            self._press(MOUSE, where, when)
        else:
            self._release(MOUSE, where, when)
        return True

    def _touch(self, event: QTouchEvent) -> None:
        if event.type() == _KIND.TouchCancel:
            self.cancel()
        elif event.type() == _KIND.TouchBegin:
            self._point(event, event.points()[0])
        else:
            for point in event.points():
                if self._finger and self._finger.source == _source(event, point):
                    self._point(event, point)

    def _point(self, event: QTouchEvent, point: QEventPoint) -> None:
        source, where, when = _source(event, point), point.position(), event.timestamp()
        match point.state():
            case QEventPoint.State.Pressed:
                self._press(source, where, when)
            case QEventPoint.State.Updated:
                self._move(source, where, when)
            case QEventPoint.State.Released:
                self._release(source, where, when)

    # -- the finger

    def _drop(self) -> None:
        finger, self._finger = self._finger, None
        if finger is None:
            return
        if finger.area is None:
            self._send(_KIND.MouseButtonRelease, OUTSIDE)
        else:
            _show_held(finger.widget, held=False)

    def _press(self, source: tuple[int, int], at: QPointF, when: int) -> None:
        self._drop()  # from another screen, or its release was lost: the newest finger counts
        widget = self._window.childAt(at.toPoint()) or self._window
        area = area_under(widget)
        self._finger = _Finger(source, at, widget, area, is_tap=True)
        if area is None:
            self._scroll.stop()  # else the page that a button opens would scroll on
            self._send(_KIND.MouseButtonPress, at)
        else:
            self._finger.is_tap = not self._scroll.press(area, at, when)
            _show_held(widget, held=self._finger.is_tap)
        self.used.emit()

    def _move(self, source: tuple[int, int], at: QPointF, when: int) -> None:
        finger = self._finger
        if finger is None or finger.source != source:
            return
        if finger.area is None:
            if not isinstance(finger.widget, QLineEdit):  # a line edit would select text
                self._send(_KIND.MouseMove, at)
            return
        if finger.is_tap and (at - finger.start).manhattanLength() > self._drag:
            finger.is_tap = False
            _show_held(finger.widget, held=False)
        if not finger.is_tap:
            self._scroll.move(at, when)
            self.used.emit()

    def _release(self, source: tuple[int, int], at: QPointF, when: int) -> None:
        finger = self._finger
        if finger is None or finger.source != source:
            return
        self._finger = None
        if finger.area is not None:
            self._scroll.release(when)
            _show_held(finger.widget, held=False)
        if finger.area is not None and finger.is_tap:
            self._send(_KIND.MouseButtonPress, finger.start)
        if finger.is_tap:
            self._send(_KIND.MouseButtonRelease, at)
        self.used.emit()

    def _send(self, kind: QEvent.Type, at: QPointF) -> None:
        """Send a left button event without modifiers to the native window."""
        handle = self._window.windowHandle() if isValid(self._window) else None
        if handle is None:
            return
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind == _KIND.MouseMove else left
        held = none if kind == _KIND.MouseButtonRelease else left
        no_keys = Qt.KeyboardModifier.NoModifier
        place = handle.mapToGlobal(at)
        QCoreApplication.sendEvent(handle, QMouseEvent(kind, at, at, place, button, held, no_keys))


def _source(event: QTouchEvent, point: QEventPoint) -> tuple[int, int]:
    device = event.pointingDevice()
    return (device.systemId() if device else 0, point.id())


def _show_held(widget: QWidget, *, held: bool) -> None:
    """Draw a button as pressed or not, without a click."""
    if isinstance(widget, QAbstractButton) and isValid(widget) and widget.isEnabled():
        widget.setDown(held)
