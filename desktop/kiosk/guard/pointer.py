"""Mouse pointer that is hidden until a mouse moves, and again after a touch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

_TOUCH: Final = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate}
SHAKE: Final = 6  # pixels: vibrations of a table stay below this


class Pointer(QObject):
    """Follows mouse and touch events, and consumes none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest: QPointF | None = None  # position of the mouse when the pointer was hidden
        self._is_hidden = False
        self._hide()

    def see(self, _watched: QObject, event: QEvent) -> bool:
        """Hide the pointer at a touch, show it when a mouse moves."""
        kind = event.type()
        if kind in _TOUCH:
            self._hide()
        elif kind == QEvent.Type.MouseMove and event.spontaneous():
            self._moved(event)
        return False

    def _moved(self, event: QEvent) -> None:
        if not self._is_hidden or not isinstance(event, QMouseEvent):
            return
        where = event.globalPosition()
        if self._rest is None or event.buttons():  # held: an emulated mouse
            self._rest = where
        elif (where - self._rest).manhattanLength() > SHAKE:
            self._is_hidden = False
            QGuiApplication.restoreOverrideCursor()

    def _hide(self) -> None:
        self._rest = None
        if not self._is_hidden:
            self._is_hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
