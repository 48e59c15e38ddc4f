"""Send key events of the on-screen keyboard to the field that has the focus."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

LATIN_1 = 0xFF  # up to here Qt's key codes are the code points of the capitals


def is_field(thing: QObject | None) -> bool:
    """Whether `thing` is a visible field that can be edited."""
    if not isinstance(thing, QLineEdit):
        return False
    return thing.isVisible() and thing.isEnabled() and not thing.isReadOnly()


class Typist:
    """Sends key events as a hardware keyboard would, so that fields need no support for it.

    As with hardware, Qt asks the field first and only then looks for a shortcut of the window.

    Attributes:
        is_sending: true while one of its events is being delivered.
    """

    def __init__(self) -> None:
        self.is_sending = False

    def type_text(self, text: str) -> None:
        """Type one character."""
        shift = Qt.KeyboardModifier.ShiftModifier
        none = Qt.KeyboardModifier.NoModifier
        self._send(_code(text), shift if text != text.lower() else none, text)

    def erase(self) -> None:
        """Press backspace."""
        self._send(Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier, "\b")

    def enter(self) -> None:
        """Press the enter key."""
        self._send(Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r")

    def _send(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            field = QApplication.focusWidget()  # again: the press may have moved the focus
            if field is not None and is_field(field):
                with self._sending():
                    QApplication.sendEvent(field, QKeyEvent(kind, key, modifiers, text))

    @contextmanager
    def _sending(self) -> Iterator[None]:
        self.is_sending = True
        try:
            yield
        finally:
            self.is_sending = False


def _code(text: str) -> int:
    """Qt's key code for a character; 0 (unknown) if Qt has none."""
    code = ord(text.upper())
    return code if code <= LATIN_1 else 0
