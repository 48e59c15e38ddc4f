from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEventPoint, QPointingDevice, QTouchEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import delete

from desktop.kiosk.guard.disable_interactions import SELECTABLE
from desktop.kiosk.guard.touch import DRAG, TouchFilter
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LEFT, NO_KEYS = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
FAR = 90
Hand = Callable[..., None]  # comes down at the first point, drags to the others, lets go there


class Kiosk(QWidget):
    """A field and a button, and below them a page and a list that scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []
        self.edit = QLineEdit("some words")
        self.out = self._button("out")
        self.inside = self._button("inside")
        self.link = QLabel('<a href="link">link link link</a> and some words')
        self.link.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
        self.link.linkActivated.connect(self.told.append)
        self.area = QScrollArea(widgetResizable=True)
        self.list = QListWidget()
        self.list.addItems([f"item {number}" for number in range(99)])
        self.list.itemClicked.connect(lambda item: self.told.append(item.text()))
        page = QWidget()
        page.setMinimumHeight(3000)
        inner, rows = QVBoxLayout(page), QVBoxLayout(self)
        inner.addWidget(self.inside)
        inner.addWidget(self.link)
        inner.addStretch()
        self.area.setWidget(page)
        for widget in (self.edit, self.out, self.area, self.list):
            rows.addWidget(widget)

    def _button(self, name: str) -> QPushButton:
        button = QPushButton(name)
        button.setMinimumSize(120, 60)
        button.clicked.connect(lambda: self.told.append(name))
        return button

    def at(self, widget: QWidget) -> QPoint:
        """A point on `widget`."""
        return widget.mapTo(self, QPoint(12, widget.height() // 2))

    def scrolled(self) -> int:
        return self.area.verticalScrollBar().value()


@pytest.fixture
def kiosk(qtbot: QtBot) -> Kiosk:
    kiosk = Kiosk()
    qtbot.addWidget(kiosk)
    kiosk.resize(500, 700)
    return kiosk


@pytest.fixture
def touch(kiosk: Kiosk, qapp: QApplication, qtbot: QtBot) -> Iterator[TouchFilter]:
    touch = TouchFilter(kiosk)
    with input_through({InputStage.TOUCH: touch.see}):
        kiosk.show()
        kiosk.activateWindow()
        qtbot.waitExposed(kiosk)
        yield touch
    touch.cancel()
    delete(touch)


@pytest.fixture
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


def finger(window: QWindow, screen: QPointingDevice, *points: QPoint) -> None:
    QTest.touchEvent(window, screen).press(0, points[0], window).commit()
    for point in points[1:]:
        QTest.touchEvent(window, screen).move(0, point, window).commit()
    QTest.touchEvent(window, screen).release(0, points[-1], window).commit()


def mouse(window: QWindow, *points: QPoint) -> None:
    QTest.mousePress(window, LEFT, NO_KEYS, points[0])
    for point in points[1:]:
        QTest.mouseMove(window, point)
    QTest.mouseRelease(window, LEFT, NO_KEYS, points[-1])


@pytest.fixture(params=["finger", "mouse"])
def hand(
    request: pytest.FixtureRequest, touch: TouchFilter, kiosk: Kiosk, screen: QPointingDevice
) -> Hand:
    if request.param == "mouse":
        return lambda *points: mouse(kiosk.windowHandle(), *points)
    return lambda *points: finger(kiosk.windowHandle(), screen, *points)


def up(start: QPoint, far: int = FAR) -> list[QPoint]:
    """The way of a finger that drags up from `start`."""
    return [start - QPoint(0, step) for step in range(0, far + 1, 10)]


# -- taps


@pytest.mark.parametrize("name", ["out", "inside", "link"])
def test_a_tap_acts(hand: Hand, kiosk: Kiosk, name: str) -> None:
    hand(kiosk.at(getattr(kiosk, name)))
    assert kiosk.told == [name]


def test_a_tap_on_a_list_acts(hand: Hand, kiosk: Kiosk) -> None:
    hand(kiosk.list.viewport().mapTo(kiosk, QPoint(9, 9)))
    assert kiosk.told == ["item 0"]


def test_a_tap_focuses_a_field(hand: Hand, kiosk: Kiosk, qtbot: QtBot) -> None:
    qtbot.waitUntil(kiosk.isActiveWindow)
    kiosk.out.setFocus()
    hand(kiosk.at(kiosk.edit))
    assert kiosk.edit.hasFocus()


@pytest.mark.parametrize("name", ["out", "inside"])
def test_nothing_acts_before_the_release(touch: TouchFilter, kiosk: Kiosk, name: str) -> None:
    button = getattr(kiosk, name)
    QTest.mousePress(kiosk.windowHandle(), LEFT, NO_KEYS, kiosk.at(button))
    assert button.isDown()
    assert kiosk.told == []


@pytest.mark.parametrize("name", ["out", "inside", "link"])
def test_moving_off_cancels(hand: Hand, kiosk: Kiosk, name: str) -> None:
    button = getattr(kiosk, name)
    start = kiosk.at(button)
    hand(start, start + QPoint(0, 20), start + QPoint(0, FAR))
    assert kiosk.told == []
    assert not (isinstance(button, QPushButton) and button.isDown())


def test_a_finger_may_slip_a_little(hand: Hand, kiosk: Kiosk) -> None:
    start = kiosk.at(kiosk.inside)
    hand(start, start + QPoint(0, DRAG))
    assert kiosk.told == ["inside"]


def test_how_far_it_may_slip_can_be_set(hand: Hand, touch: TouchFilter, kiosk: Kiosk) -> None:
    touch.set_drag(4)
    start = kiosk.at(kiosk.inside)
    hand(start, start + QPoint(0, 5))
    assert kiosk.told == []


def test_two_quick_taps_are_two_taps(touch: TouchFilter, kiosk: Kiosk) -> None:
    for _ in range(2):
        QTest.mouseDClick(kiosk.windowHandle(), LEFT, NO_KEYS, kiosk.at(kiosk.out))
    assert kiosk.told == ["out"] * 4


def test_a_button_that_is_off_does_nothing(hand: Hand, kiosk: Kiosk) -> None:
    kiosk.inside.setEnabled(False)
    hand(kiosk.at(kiosk.inside))
    assert kiosk.told == []
    assert not kiosk.inside.isDown()


# -- drags


@pytest.mark.parametrize("name", ["inside", "link"])
def test_a_drag_on_a_page_scrolls_it_and_does_nothing_else(
    hand: Hand, kiosk: Kiosk, name: str
) -> None:
    hand(*up(kiosk.at(getattr(kiosk, name))))
    assert kiosk.scrolled() == FAR
    assert kiosk.told == []
    assert not kiosk.link.hasSelectedText()


def test_a_drag_on_a_list_scrolls_it_and_chooses_nothing(hand: Hand, kiosk: Kiosk) -> None:
    hand(*up(kiosk.at(kiosk.list)))
    assert kiosk.list.verticalScrollBar().value() == FAR
    assert kiosk.list.currentRow() == -1
    assert kiosk.told == []


def test_a_tap_on_a_page_that_runs_on_only_stops_it(
    touch: TouchFilter, kiosk: Kiosk, qtbot: QtBot
) -> None:
    window, start = kiosk.windowHandle(), kiosk.at(kiosk.link)
    QTest.mousePress(window, LEFT, NO_KEYS, start)
    for point in up(start):
        QTest.mouseMove(window, point, delay=5)  # the speed comes from the times of the events
    QTest.mouseRelease(window, LEFT, NO_KEYS, up(start)[-1])
    qtbot.waitUntil(lambda: kiosk.scrolled() > FAR + 10)
    kiosk.area.verticalScrollBar().valueChanged.connect(lambda _: kiosk.told.append("moved"))
    mouse(window, kiosk.at(kiosk.area))
    mouse(window, kiosk.at(kiosk.out))
    assert kiosk.told == ["out"]


@pytest.mark.parametrize("double", [False, True])
def test_nothing_marks_the_words_of_a_field(
    touch: TouchFilter, kiosk: Kiosk, hand: Hand, double: bool
) -> None:
    start = kiosk.at(kiosk.edit)
    if double:
        QTest.mouseDClick(kiosk.windowHandle(), LEFT, NO_KEYS, start)
    hand(start, start + QPoint(30, 0), start + QPoint(FAR, 0))
    assert not kiosk.edit.hasSelectedText()


def test_shift_with_a_click_marks_nothing(touch: TouchFilter, kiosk: Kiosk) -> None:
    kiosk.edit.setCursorPosition(9)
    QTest.mouseClick(
        kiosk.windowHandle(), LEFT, Qt.KeyboardModifier.ShiftModifier, kiosk.at(kiosk.edit)
    )
    assert not kiosk.edit.hasSelectedText()


# -- more than one finger


@pytest.mark.parametrize("first_up", [0, 1])
def test_a_second_finger_does_nothing(
    touch: TouchFilter, kiosk: Kiosk, screen: QPointingDevice, first_up: int
) -> None:
    window, at = kiosk.windowHandle(), [kiosk.at(kiosk.out), kiosk.at(kiosk.inside)]
    QTest.touchEvent(window, screen).press(0, at[0], window).commit()
    QTest.touchEvent(window, screen).stationary(0).press(1, at[1], window).commit()
    last = 1 - first_up
    QTest.touchEvent(window, screen).stationary(last).release(
        first_up, at[first_up], window
    ).commit()
    QTest.touchEvent(window, screen).release(last, at[last], window).commit()
    assert kiosk.told == ["out"]


def test_a_second_hand_takes_over_and_the_first_clicks_nothing(
    touch: TouchFilter, kiosk: Kiosk, screen: QPointingDevice
) -> None:
    window = kiosk.windowHandle()
    QTest.touchEvent(window, screen).press(0, kiosk.at(kiosk.out), window).commit()
    mouse(window, kiosk.at(kiosk.inside))
    QTest.touchEvent(window, screen).release(0, kiosk.at(kiosk.out), window).commit()
    assert kiosk.told == ["inside"]


@pytest.mark.parametrize("name", ["out", "inside"])
def test_cancelled_fingers_click_nothing(touch: TouchFilter, kiosk: Kiosk, name: str) -> None:
    button = getattr(kiosk, name)
    QTest.mousePress(kiosk.windowHandle(), LEFT, NO_KEYS, kiosk.at(button))
    touch.cancel()
    QTest.mouseRelease(kiosk.windowHandle(), LEFT, NO_KEYS, kiosk.at(button))
    assert kiosk.told == []
    assert not button.isDown()


def test_a_page_that_goes_away_under_the_finger_is_no_trouble(
    touch: TouchFilter, kiosk: Kiosk
) -> None:
    window, start = kiosk.windowHandle(), kiosk.at(kiosk.inside)
    QTest.mousePress(window, LEFT, NO_KEYS, start)
    delete(kiosk.inside)
    QTest.mouseMove(window, start - QPoint(0, FAR))
    QTest.mouseRelease(window, LEFT, NO_KEYS, start)
    assert kiosk.told == []


# -- use, and calm


def test_a_touch_is_use(hand: Hand, touch: TouchFilter, kiosk: Kiosk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(touch.used):
        hand(kiosk.at(kiosk.out))


def test_a_wheel_is_use(touch: TouchFilter, kiosk: Kiosk, qtbot: QtBot) -> None:
    at, window = QPointF(kiosk.at(kiosk.area)), kiosk.windowHandle()
    with qtbot.waitSignal(touch.used):
        QTest.wheelEvent(window, at, QPoint(0, -120))


def test_a_mouse_that_passes_over_is_no_use(touch: TouchFilter, kiosk: Kiosk, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(touch.used):
        QTest.mouseMove(kiosk.windowHandle(), kiosk.at(kiosk.out))


def test_what_shows_later_is_calm_too(touch: TouchFilter, kiosk: Kiosk) -> None:
    label = QLabel("words", kiosk)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.show()
    assert not label.textInteractionFlags() & SELECTABLE


def test_a_kiosk_that_is_deleted_is_let_go(qapp: QApplication, qtbot: QtBot) -> None:
    kiosk = Kiosk()
    touch = TouchFilter(kiosk)
    kiosk.show()
    qtbot.waitExposed(kiosk)
    with input_through({InputStage.TOUCH: touch.see}), qtbot.captureExceptions() as raised:
        QTest.mousePress(kiosk.windowHandle(), LEFT, NO_KEYS, kiosk.at(kiosk.out))
        delete(kiosk)
        touch.cancel()
    assert not raised
    delete(touch)


def test_other_windows_are_left_alone(touch: TouchFilter, qtbot: QtBot) -> None:
    other = QPushButton("other")
    qtbot.addWidget(other)
    other.show()
    qtbot.waitExposed(other)
    with qtbot.waitSignal(other.clicked):
        QTest.mouseClick(other.windowHandle(), LEFT, NO_KEYS, QPoint(5, 5))
    assert other.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu


class Thumbs(QWidget):
    """Reads all fingers itself, as the keyboard does."""

    reads_fingers = True

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.begun = 0

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QTouchEvent) and event.type() != QEvent.Type.TouchEnd:
            states = [point.state() for point in event.points()]
            self.begun += states.count(QEventPoint.State.Pressed)
            event.accept()
            return True
        return super().event(event)


def test_who_reads_fingers_gets_them_all(
    touch: TouchFilter, kiosk: Kiosk, screen: QPointingDevice
) -> None:
    thumbs = Thumbs(kiosk)
    thumbs.setGeometry(0, 0, 200, 200)
    thumbs.show()
    window = kiosk.windowHandle()
    QTest.touchEvent(window, screen).press(0, QPoint(20, 20), window).commit()
    QTest.touchEvent(window, screen).stationary(0).press(1, QPoint(90, 90), window).commit()
    QTest.touchEvent(window, screen).stationary(1).release(0, QPoint(20, 20), window).commit()
    QTest.touchEvent(window, screen).release(1, QPoint(90, 90), window).commit()
    assert thumbs.begun == 2
    thumbs.hide()
    finger(window, screen, kiosk.at(kiosk.out))
    assert kiosk.told == ["out"]
