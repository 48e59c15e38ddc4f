from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication, QInputDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kiosk.guard.pointer import Pointer
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def pointer(qapp: QApplication) -> Iterator[Pointer]:
    pointer = Pointer()
    with input_through({InputStage.POINTER: pointer.see}):
        yield pointer
    while QGuiApplication.overrideCursor():
        QGuiApplication.restoreOverrideCursor()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.setMouseTracking(True)
    window.resize(300, 300)
    window.show()
    qtbot.waitExposed(window)
    return window


def move(window: QWidget, *places: tuple[int, int]) -> None:
    for place in places:
        QTest.mouseMove(window.windowHandle(), QPoint(*place))
        QApplication.processEvents()


def is_hidden() -> bool:
    cursor = QGuiApplication.overrideCursor()
    return cursor is not None and cursor.shape() == Qt.CursorShape.BlankCursor


def test_at_first_there_is_no_arrow(pointer: Pointer) -> None:
    assert is_hidden()


def test_a_mouse_that_moves_shows_it(pointer: Pointer, window: QWidget, qtbot: QtBot) -> None:
    move(window, (10, 10), (60, 60), (90, 90))
    qtbot.waitUntil(lambda: not is_hidden())


def test_a_mouse_that_shakes_does_not(pointer: Pointer, window: QWidget) -> None:
    move(window, (50, 50), (51, 50), (50, 51))
    assert is_hidden()


def test_a_touch_hides_it_again(pointer: Pointer, window: QWidget, qtbot: QtBot) -> None:
    move(window, (10, 10), (60, 60), (90, 90))
    qtbot.waitUntil(lambda: not is_hidden())
    screen = QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    QTest.touchEvent(window, screen).press(0, QPoint(20, 20)).commit()
    QTest.touchEvent(window, screen).release(0, QPoint(20, 20)).commit()
    qtbot.waitUntil(is_hidden)
