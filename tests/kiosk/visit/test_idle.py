from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from desktop.kiosk.visit.idle import IdleTimeouts, IdleWatcher, since_boot
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

TIMES = st.floats(min_value=0, max_value=1e6)
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
        idle.update()
    assert said == [20, 19, "ended"]


@pytest.mark.parametrize(
    ("unused", "expected"),
    [
        *((0, []), (89.9, []), (90, [20]), (90.5, [20]), (109, [1]), (109.9, [1])),
        *((110, ["ended"]), (1e9, ["ended"])),
    ],
)
def test_a_visit_that_nobody_uses_is_asked_after_and_ends(
    idle: IdleWatcher, clock: Clock, unused: float, expected: list[object]
) -> None:
    said = told(idle)
    idle.begin()
    clock.now += unused
    idle.update()
    assert said == expected


@given(TIMES, TIMES)
def test_switched_off_a_visit_never_ends(warning: float, unused: float) -> None:
    assert IdleTimeouts(0, warning).seconds_left(unused) == float("inf")


@given(TIMES)
def test_there_is_time_left_exactly_while_it_is_not_over(unused: float) -> None:
    assert (IdleTimeouts(90, 20).seconds_left(unused) > 0) is (unused < 110)


def test_use_extends_a_visit_without_end(idle: IdleWatcher, clock: Clock) -> None:
    said = told(idle)
    idle.begin()
    for _ in range(60):
        clock.now += 89
        idle.update()
        idle.reset()
    assert not said


def test_the_clock_goes_forward() -> None:
    assert since_boot() <= since_boot()


def test_after_the_end_nothing_is_told(idle: IdleWatcher, clock: Clock) -> None:
    idle.begin()
    idle.end()
    said = told(idle)
    clock.now += 1000
    idle.update()
    assert not said


def test_a_click_takes_the_warning_back(idle: IdleWatcher, clock: Clock, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    idle.begin()
    clock.now += 100
    idle.update()
    said = told(idle)
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)
    clock.now += 89
    idle.update()
    assert said == ["resumed"]


def test_reading_aloud_is_use(clock: Clock, qapp: QApplication) -> None:
    owner = QObject()
    idle = IdleWatcher(IdleTimeouts(90, 20), owner, clock=clock, is_busy=lambda: True)
    said = told(idle)
    idle.begin()
    clock.now += 1000
    idle.update()
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
    idle.reset()
    clock.now += 1000
    idle.update()
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
    idle.update()
    assert said == [10]
