"""Send key events of the on-screen keyboard to the field that has the focus.

The events are those of a hardware keyboard, so that fields need no support for it: Qt asks the
field first and only then looks for a shortcut of the window. Unlike hardware events they are not
`spontaneous()`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

LATIN_1 = 0xFF  # up to here Qt's key codes are the code points of the capitals


def is_field(thing: QObject | None) -> bool:
    """Whether `thing` is a visible field that can be edited."""
    if not isinstance(thing, QLineEdit):
        return False
    return thing.isVisible() and thing.isEnabled() and not thing.isReadOnly()


def type_text(text: str) -> None:
    """Type one character."""
    code = ord(text.upper())
    _send(code if code <= LATIN_1 else 0, text, is_capital=text != text.lower())


def erase() -> None:
    """Press backspace."""
    _send(Qt.Key.Key_Backspace, "\b")


def enter() -> None:
    """Press the enter key."""
    _send(Qt.Key.Key_Return, "\r")


def _send(key: int, text: str, *, is_capital: bool = False) -> None:
    held = Qt.KeyboardModifier.ShiftModifier if is_capital else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        field = QApplication.focusWidget()  # again: the press may have moved the focus
        if field is not None and is_field(field):
            QApplication.sendEvent(field, QKeyEvent(kind, key, held, text))
