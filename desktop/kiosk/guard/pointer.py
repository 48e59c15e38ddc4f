"""The arrow of the mouse: hidden until a mouse moves, gone again with the first touch."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent

_TOUCH: Final = {QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate}
SHAKE: Final = 6  # pixels: a table that shakes moves no mouse


class Pointer(QObject):
    """Follows mouse and touch, and consumes nothing."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rest: QPointF | None = None  # where the mouse was when the arrow was hidden
        self._is_hidden = False
        self._hide()

    @property
    def is_hidden(self) -> bool:
        """Whether no arrow is seen."""
        return self._is_hidden

    def see(self, _watched: QObject, event: QEvent) -> bool:
        """Hide the arrow at a touch, show it when a mouse moves."""
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
        if self._rest is None or event.buttons():  # held: a touch screen that plays mouse
            self._rest = where
        elif (where - self._rest).manhattanLength() > SHAKE:
            self._is_hidden = False
            QGuiApplication.restoreOverrideCursor()

    def _hide(self) -> None:
        self._rest = None
        if not self._is_hidden:
            self._is_hidden = True
            QGuiApplication.setOverrideCursor(Qt.CursorShape.BlankCursor)
