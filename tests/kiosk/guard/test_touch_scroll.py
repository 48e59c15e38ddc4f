from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from desktop.kiosk.guard.touch_scroll import TouchScroll, area_under, speed

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def area(qtbot: QtBot) -> QScrollArea:
    """A page of 3000 pixels in a window of 330, with a short list on top."""
    area = QScrollArea(widgetResizable=True)
    page = QWidget()
    rows = QVBoxLayout(page)
    short = QListWidget()
    short.addItem("one")
    for widget in (short, QLabel("words"), QPushButton("press")):
        rows.addWidget(widget)
    page.setMinimumHeight(3000)
    area.setWidget(page)
    window = QWidget()  # areas are never windows in the kiosk
    area.kept = window  # type: ignore[attr-defined]  # Python would delete it
    qtbot.addWidget(window)
    QVBoxLayout(window).addWidget(area)
    window.resize(330, 330)
    window.show()
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 2000)
    return area


@pytest.fixture
def scroll() -> TouchScroll:
    return TouchScroll()


def drag(scroll: TouchScroll, area: QScrollArea, *, dx: float = 0) -> None:
    """Up by 10 pixels nine times, each 10 ms; the finger stays down."""
    scroll.press(area, QPointF(50, 200), 1000)
    for step in range(1, 10):
        scroll.move(QPointF(50 + dx * step, 200 - 10 * step), 1000 + 10 * step)


@pytest.mark.parametrize("kind", [QLabel, QPushButton, QListWidget])
def test_everything_on_a_page_scrolls_the_page(area: QScrollArea, kind: type[QWidget]) -> None:
    widget = area.findChild(kind)
    inner = widget.viewport() if isinstance(widget, QListWidget) else widget
    assert area_under(inner) is area


def test_a_scroll_bar_wants_the_finger_for_itself(area: QScrollArea) -> None:
    assert area_under(area.verticalScrollBar()) is None


def test_outside_of_areas_nothing_scrolls(area: QScrollArea) -> None:
    assert area_under(area.window()) is None


def test_an_area_with_nothing_more_to_show_still_holds_back_presses(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    listed = QListWidget(window)
    assert area_under(listed.viewport()) is listed


@pytest.mark.parametrize(
    ("places", "now", "pixels"),
    [
        ([], 1000, 0),
        ([(1000, 50)], 1000, 0),
        ([(1000, 50), (1050, 100)], 1060, 1000),
        ([(1000, 50), (1050, 0)], 1060, -1000),
        ([(0, 0), (1000, 50), (1050, 100)], 1060, 1000),  # slow at first, then fast
        ([(1000, 50), (1050, 100)], 1151, 0),  # rested before it left
        ([(1000, 50), (1000, 100)], 1000, 0),  # a clock that stands
    ],
)
def test_speed_is_that_of_the_end(places: list[tuple[int, float]], now: int, pixels: float) -> None:
    assert speed(deque(places), now) == pixels


def test_the_page_follows_the_finger(area: QScrollArea, scroll: TouchScroll) -> None:
    drag(scroll, area)
    assert area.verticalScrollBar().value() == 90


def test_a_long_page_does_not_move_sideways(area: QScrollArea, scroll: TouchScroll) -> None:
    area.widget().setMinimumWidth(900)
    drag(scroll, area, dx=-10)
    assert area.horizontalScrollBar().value() == 0


def test_a_wide_page_moves_sideways(area: QScrollArea, scroll: TouchScroll) -> None:
    area.widget().setMinimumSize(900, 10)
    area.widget().resize(900, 10)
    area.verticalScrollBar().setRange(0, 0)
    drag(scroll, area, dx=-10)
    assert area.horizontalScrollBar().value() == 90


def test_a_thrown_page_runs_on_and_tells_when_it_rests(
    area: QScrollArea, scroll: TouchScroll, qtbot: QtBot
) -> None:
    drag(scroll, area)
    with qtbot.waitSignal(scroll.stopped):
        scroll.release(1091)
    assert area.verticalScrollBar().value() > 200


def test_a_finger_that_rested_throws_nothing(area: QScrollArea, scroll: TouchScroll) -> None:
    drag(scroll, area)
    scroll.release(1400)
    assert not scroll.press(area, QPointF(), 1500)


def test_a_thrown_page_stops_at_its_end(
    area: QScrollArea, scroll: TouchScroll, qtbot: QtBot
) -> None:
    bar = area.verticalScrollBar()
    bar.setValue(bar.maximum() - 100)
    drag(scroll, area)
    with qtbot.waitSignal(scroll.stopped):
        scroll.release(1091)
    assert bar.value() == bar.maximum()


@pytest.mark.parametrize("way", ["press", "stop"])
def test_a_page_that_runs_on_is_stopped(
    area: QScrollArea, scroll: TouchScroll, qtbot: QtBot, way: str
) -> None:
    drag(scroll, area)
    scroll.release(1091)
    qtbot.waitUntil(lambda: area.verticalScrollBar().value() > 100)
    with qtbot.assertNotEmitted(scroll.stopped, wait=0):
        if way == "press":
            assert scroll.press(area, QPointF(50, 200), 1200)
        scroll.stop()
    assert not scroll.press(area, QPointF(50, 200), 1300)


def test_a_press_elsewhere_stops_a_page_and_is_a_tap(
    area: QScrollArea, scroll: TouchScroll
) -> None:
    drag(scroll, area)
    scroll.release(1091)
    assert not scroll.press(area.findChild(QListWidget), QPointF(50, 200), 1200)
    assert not scroll.press(area, QPointF(50, 200), 1300)


@pytest.mark.parametrize("thrown", [False, True])
def test_a_page_that_is_gone_is_no_trouble(
    area: QScrollArea, scroll: TouchScroll, thrown: bool
) -> None:
    drag(scroll, area)
    if thrown:
        scroll.release(1091)
    delete(area)
    scroll.move(QPointF(), 1100)
    scroll.release(1200)
    scroll.stop()
