"""Visibility of the on-screen keyboard: shown after a tap into a field, hidden when unneeded."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollArea, QWidget
from shiboken6 import isValid

from desktop.kiosk.keyboard.typist import is_field

if TYPE_CHECKING:
    from desktop.kiosk.keyboard.keyboard import Keyboard

ALONE = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta)  # no typing
MARGIN = 16  # pixels that stay free around a field that is scrolled into view


class KeyboardControl(QObject):
    """Shows the keyboard after a tap into a field, not when a field merely has the focus.

    Hides it when a hardware keyboard is used, when the focus leaves the fields, and at its own
    hide key. Consumes no events.
    """

    def __init__(self, keyboard: Keyboard) -> None:
        super().__init__(keyboard)
        self._keyboard = keyboard
        self._pressed: QObject | None = None  # a pressed field, or its frame
        self._field: QObject | None = None  # the field that the keyboard was opened for
        keyboard.hide()
        keyboard.hideRequested.connect(self.close)
        app = cast("QApplication", QApplication.instance())
        app.focusChanged.connect(self._focus_moved)

    def open(self, field: QLineEdit) -> None:
        """Show the keyboard for a field, and keep the field visible."""
        field.setFocus(Qt.FocusReason.MouseFocusReason)
        self._field = field
        if self._keyboard.isHidden():
            self._keyboard.show()
            QTimer.singleShot(0, field, lambda: _bring_into_view(field))

    def close(self) -> None:
        """Hide the keyboard."""
        self._field = None
        self._keyboard.hide()

    def see(self, watched: QObject, event: QEvent) -> bool:
        """Watch for taps into fields and for hardware keys."""
        match event.type():
            case QEvent.Type.MouseButtonPress if _field_of(watched):
                self._pressed = watched
            case QEvent.Type.MouseButtonRelease if watched is self._pressed:
                self._tapped(watched, event)
            case QEvent.Type.Hide if watched is self._field:
                self.close()  # Qt leaves the focus in a hidden field if no other widget takes it
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                self._key_pressed(event)
        return False

    def _tapped(self, watched: QObject, event: QEvent) -> None:
        field = _field_of(watched)
        self._pressed = None
        if field and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            left = event.button() == Qt.MouseButton.LeftButton
            if left and watched.rect().contains(event.position().toPoint()):
                self.open(field)

    def _key_pressed(self, event: QKeyEvent) -> None:
        if event.spontaneous() and event.key() not in ALONE:  # not from `typist`
            self.close()

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        window_left = new is None and not self._keyboard.window().isActiveWindow()
        if not is_field(new) and not window_left:
            self.close()


def _field_of(watched: QObject) -> QLineEdit | None:
    """The field that a tap on `watched` is for: itself, or the field inside a frame.

    None for fields of digits, which have their own pad.
    """
    for thing in (watched, watched.focusProxy() if isinstance(watched, QWidget) else None):
        if isinstance(thing, QLineEdit) and is_field(thing):
            digits = thing.inputMethodHints() & Qt.InputMethodHint.ImhDigitsOnly
            return None if digits else thing
    return None


def _bring_into_view(field: QLineEdit) -> None:
    """Scroll to a field that the keyboard has left no space for."""
    area = field.parentWidget() if isValid(field) else None
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is not None:
        area.ensureWidgetVisible(field, MARGIN, MARGIN)
