from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.kiosk.operator.screen_test import MAX_POINTS, STEPS, TAPS_TO_END, ScreenTest
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

EDGE, MIDDLE = QPoint(10, 10), QPoint(300, 200)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(600, 400)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window


@pytest.fixture
def cover(window: QWidget) -> ScreenTest:
    cover = ScreenTest(window)
    apply_look(cover, Look("light", 100))
    cover.show()
    return cover


@pytest.fixture(scope="module")
def device() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def click(cover: ScreenTest, pos: QPoint) -> None:
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton, pos=pos)


def test_each_touch_at_the_edge_shows_another_picture(cover: ScreenTest) -> None:
    seen = []
    for _ in range(STEPS):
        cover.points = []
        seen.append(cover.grab().toImage().pixelColor(550, 390).name())
        click(cover, EDGE)
    assert len(set(seen[:-1])) == STEPS - 1
    assert cover.step == 0


def test_five_touches_in_the_middle_end_it(cover: ScreenTest, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(cover.finished):
        for _ in range(TAPS_TO_END - 1):
            click(cover, MIDDLE)
        click(cover, EDGE)
        for _ in range(TAPS_TO_END - 1):
            click(cover, MIDDLE)
    with qtbot.waitSignal(cover.finished):
        click(cover, MIDDLE)


def test_each_finger_leaves_a_ring_and_is_no_mouse(
    cover: ScreenTest, device: QPointingDevice
) -> None:
    there, other = QPoint(60, 60), QPoint(500, 300)
    QTest.touchEvent(cover, device).press(0, EDGE, cover).press(1, other, cover).commit()
    QTest.touchEvent(cover, device).move(0, there, cover).stationary(1).commit()
    QTest.touchEvent(cover, device).release(0, there, cover).release(1, other, cover).commit()
    assert {(mark.x(), mark.y()) for mark in cover.points} == {(10, 10), (60, 60), (500, 300)}
    assert cover.step == 1


def test_a_finger_that_is_drawn_across_leaves_a_track(cover: ScreenTest) -> None:
    QTest.mousePress(cover, Qt.MouseButton.LeftButton, pos=EDGE)
    QTest.mouseMove(cover, QPoint(100, 100))
    QTest.mouseRelease(cover, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert {(10, 10), (100, 100)} <= {(mark.x(), mark.y()) for mark in cover.points}


def test_rings_are_bounded(cover: ScreenTest) -> None:
    for _ in range(MAX_POINTS + 20):
        cover._add_point(EDGE.toPointF())
    assert len(cover.points) == MAX_POINTS


def test_it_ends_without_use(window: QWidget, qtbot: QtBot) -> None:
    cover = ScreenTest(window)
    cover._idle.setInterval(50)
    with qtbot.waitSignal(cover.finished):
        cover.show()


def test_a_key_shows_the_next_step(cover: ScreenTest, qtbot: QtBot) -> None:
    qtbot.keyClick(cover, Qt.Key.Key_Space)
    assert cover.step == 1


def test_it_covers_its_window_whatever_its_size(
    cover: ScreenTest, window: QWidget, qtbot: QtBot
) -> None:
    window.resize(700, 300)
    qtbot.waitUntil(lambda: cover.geometry() == window.rect() and window.width() == 700)
    assert not cover.isWindow()


@pytest.mark.parametrize("size", [150, 300])
def test_its_words_are_whole(cover: ScreenTest, size: int) -> None:
    cover.setStyleSheet(Look("light", size).style_sheet())
    apply_look(cover, Look("light", size))
    words = cover._words
    assert words.height() >= words.heightForWidth(words.width())
    assert cover.rect().contains(words.geometry())
