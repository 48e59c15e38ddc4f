from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.kiosk.operator.corner import WITHIN_MS, CornerTaps, CornerWatch
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

WINDOW = QSize(1024, 600)
INSIDE = {
    "top-left": QPoint(5, 5),
    "top-right": QPoint(1020, 5),
    "bottom-left": QPoint(5, 595),
    "bottom-right": QPoint(1020, 595),
}


def tap(taps: CornerTaps, *times: int, pos: QPoint = INSIDE["top-left"]) -> list[bool]:
    return [taps.register_tap(pos, WINDOW, at) for at in times]


@pytest.mark.parametrize("corner", INSIDE)
def test_taps_count_in_their_corner_only(corner: str) -> None:
    for place, pos in INSIDE.items():
        last = tap(CornerTaps(corner, 3, 80), 0, 100, 200, pos=pos)[-1]
        assert last == (place == corner)


@pytest.mark.parametrize(("x", "inside"), [(0, True), (79, True), (80, False)])
def test_the_corner_has_its_size(x: int, inside: bool) -> None:
    assert CornerTaps("top-left", 1, 80).register_tap(QPoint(x, x), WINDOW, 0) == inside


def test_as_many_taps_as_were_set() -> None:
    assert tap(CornerTaps("top-left", 5, 80), 0, 1, 2, 3, 4, 5) == [False] * 4 + [True, False]


@pytest.mark.parametrize(("last", "opens"), [(WITHIN_MS, True), (WITHIN_MS + 1, False)])
def test_all_within_four_seconds(last: int, opens: bool) -> None:
    assert tap(CornerTaps("top-left", 3, 80), 0, 1000, last)[-1] == opens


def test_late_taps_count_from_the_second_on() -> None:
    assert tap(CornerTaps("top-left", 3, 80), 0, 3000, 5000, 6000) == [False, False, False, True]


def test_a_tap_elsewhere_starts_over() -> None:
    taps = CornerTaps("top-left", 3, 80)
    tap(taps, 0, 1)
    tap(taps, 2, pos=QPoint(300, 300))
    assert tap(taps, 3, 4) == [False, False]


def test_a_clock_that_starts_again_starts_over() -> None:
    assert tap(CornerTaps("top-left", 3, 80), 5000, 5001, 0) == [False] * 3


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """A window with a button that reaches into its corner."""
    window = QWidget()
    column = QVBoxLayout(window)
    button = QPushButton("under the corner")
    button.setMinimumSize(300, 200)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(button)
    qtbot.addWidget(window)
    with qtbot.waitExposed(window):
        window.show()
    return window


@pytest.fixture
def watch(window: QWidget) -> Iterator[CornerWatch]:
    watch = CornerWatch(CornerTaps("top-left", 3, 80), window)
    with input_through({InputStage.CORNER: watch.see}):
        yield watch


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


def by_mouse(handle: QWindow, _screen: QPointingDevice) -> None:
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))


def by_finger(handle: QWindow, screen: QPointingDevice) -> None:
    for act in ("press", "release"):
        sequence = QTest.touchEvent(handle, screen)
        getattr(sequence, act)(0, QPoint(20, 20), handle)
        sequence.commit()


@pytest.mark.parametrize("hand", [by_mouse, by_finger])
def test_taps_open_and_the_button_below_still_works(
    window: QWidget,
    watch: CornerWatch,
    screen: QPointingDevice,
    hand: Callable[[QWindow, QPointingDevice], None],
    qtbot: QtBot,
) -> None:
    clicks, opens = [], []
    window.findChild(QPushButton).clicked.connect(lambda: clicks.append(1))
    watch.opened.connect(lambda: opens.append(1))
    for _ in range(4):
        hand(window.windowHandle(), screen)
    qtbot.waitUntil(lambda: len(clicks) == 4)
    assert len(opens) == 1  # once for three; the mouse press made of a touch adds none


def test_keys_and_other_buttons_do_not_count(
    window: QWidget, watch: CornerWatch, qtbot: QtBot
) -> None:
    handle = window.windowHandle()
    with qtbot.assertNotEmitted(watch.opened):
        for _ in range(6):
            QTest.keyClick(handle, Qt.Key.Key_Space)
            QTest.mouseClick(handle, Qt.MouseButton.RightButton, pos=QPoint(20, 20))
