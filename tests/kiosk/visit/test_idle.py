from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kiosk.visit.idle import IdleWatcher
from desktop.kiosk.visit.visit import IdleTimeouts
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NO_KEYS = Qt.KeyboardModifier.NoModifier


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def idle(clock: Clock, qapp: QApplication) -> Iterator[IdleWatcher]:
    owner = QObject()
    idle = IdleWatcher(IdleTimeouts(90, 20), owner, clock=clock)
    with input_through({InputStage.IDLE: idle.see}):
        yield idle


def told(idle: IdleWatcher) -> list[object]:
    said: list[object] = []
    idle.warned.connect(said.append)
    idle.resumed.connect(lambda: said.append("resumed"))
    idle.ended.connect(lambda: said.append("ended"))
    return said


def test_it_warns_each_second_and_ends(idle: IdleWatcher, clock: Clock) -> None:
    said = told(idle)
    idle.begin()
    for clock.now in (1090, 1090.3, 1091, 1110):
        idle.look()
    assert said == [20, 19, "ended"]


def test_after_the_end_nothing_is_told(idle: IdleWatcher, clock: Clock) -> None:
    idle.begin()
    idle.end()
    said = told(idle)
    clock.now += 1000
    idle.look()
    assert not said


def test_a_click_takes_the_warning_back(idle: IdleWatcher, clock: Clock, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    idle.begin()
    clock.now += 100
    idle.look()
    said = told(idle)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    clock.now += 89
    idle.look()
    assert said == ["resumed"]


def test_reading_aloud_is_use(clock: Clock, qapp: QApplication) -> None:
    owner = QObject()
    idle = IdleWatcher(IdleTimeouts(90, 20), owner, clock=clock, is_busy=lambda: True)
    said = told(idle)
    idle.begin()
    clock.now += 1000
    idle.look()
    assert not said


def test_a_touch_after_the_time_is_over_ends_the_visit(
    idle: IdleWatcher, clock: Clock, qtbot: QtBot
) -> None:
    """The machine slept, say: who comes then must not find what the one before has read."""
    widget = QWidget()
    qtbot.addWidget(widget)
    said = told(idle)
    idle.begin()
    clock.now += 5000
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    assert said == ["ended"]


def test_use_begins_no_visit(idle: IdleWatcher, clock: Clock) -> None:
    said = told(idle)
    idle.use()
    clock.now += 1000
    idle.look()
    assert not said


def test_it_looks_by_itself(idle: IdleWatcher, clock: Clock, qtbot: QtBot) -> None:
    idle.begin()
    clock.now += 100
    with qtbot.waitSignal(idle.warned) as warned:
        pass
    assert warned.args == [10]


def test_a_key_that_is_held_down_is_no_use(idle: IdleWatcher, clock: Clock, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    idle.begin()
    clock.now += 100
    said = told(idle)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, NO_KEYS, "a", autorep=True)
    QApplication.sendEvent(widget, held)
    idle.look()
    assert said == [10]
