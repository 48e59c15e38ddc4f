"""A whole visit by touch alone, step by step, with a picture of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.visitor import visible_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kiosk.keyboard.key_button import KeyButton
    from desktop.kiosk.shell import Shell

QUERIES = {"en": "passport", "es": "señales"}
START = {"en": "attractStart", "es": "attractStartOther"}


class Finger:
    """One finger on the kiosk's native window."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell
        self.device: QPointingDevice = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)

    def tap_at(self, place: QPoint) -> None:
        """Come down and leave at a place of the window."""
        window = self._shell.windowHandle()
        QTest.touchEvent(window, self.device).press(0, place, window).commit()
        QTest.touchEvent(window, self.device).release(0, place, window).commit()
        QApplication.processEvents()

    def tap(self, widget: QWidget) -> None:
        """Tap the middle of a widget."""
        assert widget.isVisible(), widget.objectName()
        self.tap_at(widget.mapTo(self._shell, widget.rect().center()))

    def drag(self, start: QPoint, way: QPoint, steps: int = 12) -> None:
        """Come down, move by `way` and leave."""
        window = self._shell.windowHandle()
        QTest.touchEvent(window, self.device).press(0, start, window).commit()
        for step in range(1, steps + 1):
            QTest.touchEvent(window, self.device).move(
                0, start + way * step / steps, window
            ).commit()
        QTest.touchEvent(window, self.device).release(0, start + way, window).commit()
        QApplication.processEvents()


def named(shell: Shell, name: str) -> QWidget:
    """The visible widget of a name."""
    return next(w for w in shell.findChildren(QWidget, name) if w.isVisible())


def key(shell: Shell, name: str) -> KeyButton:
    """The key of the on-screen keyboard with an accessible name."""
    return next(k for k in visible_keys(shell.keyboard) if k.accessibleName() == name)


def walk(shell: Shell, lang: str, seen: Callable[[str], None]) -> None:
    """Attract, start, type, read, scroll, QR code, leave quickly, attract.

    Args:
        shell: shown, on the attract screen, its search ready.
        lang: "en" or "es".
        seen: told after each step what is on the screen now.
    """
    finger = Finger(shell)
    seen("attract")
    finger.tap(named(shell, START[lang]))
    seen("start")
    finger.tap(shell.home.box.edit)
    seen("keyboard")
    for letter in QUERIES[lang]:
        finger.tap(key(shell, letter))
    seen("results")
    rows = shell.home.results.list
    finger.tap_at(rows.mapTo(shell, rows.visualRect(shell.home.results.hits.index(0, 0)).center()))
    seen("answer")
    area = shell.answer.area
    middle = area.mapTo(shell, area.rect().center())
    finger.drag(middle, QPoint(0, -area.height() // 3))
    seen("scrolled")
    finger.tap(named(shell, "actionQr_Code"))
    seen("qr-code")
    finger.tap(shell.header.leave_button)
    seen("left")
