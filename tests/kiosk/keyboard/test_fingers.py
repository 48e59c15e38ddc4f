from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.kiosk.keyboard.fingers import FingerPhase, FingerTracker

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPointingDevice
    from pytestqt.qtbot import QtBot

B, M, E, C = FingerPhase.BEGAN, FingerPhase.MOVED, FingerPhase.ENDED, FingerPhase.CANCELLED
LEFT, RIGHT = QPoint(20, 20), QPoint(220, 30)
Seen = list[tuple[FingerPhase, tuple[int, int]]]


class Surface(QWidget):
    """Notes what its fingers do."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        self.fingers = FingerTracker()
        self.seen: Seen = []

    def event(self, event: QEvent) -> bool:
        moves = self.fingers.read(event)
        if moves is None:
            return super().event(event)
        self.seen += [(move.step, (move.place.x(), move.place.y())) for move in moves]
        event.accept()
        return True


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def surface(qtbot: QtBot) -> Surface:
    surface = Surface()
    qtbot.addWidget(surface)
    surface.resize(300, 100)
    with qtbot.waitExposed(surface):
        surface.show()
    return surface


@pytest.fixture
def touch(surface: Surface, screen: QPointingDevice) -> Callable[..., None]:
    """One report of the touch screen: `touch(press={0: LEFT}, stationary=[1])`."""
    sequence = QTest.touchEvent(surface, screen, autoCommit=False)

    def report(*, stationary: tuple[int, ...] = (), **steps: dict[int, QPoint]) -> None:
        for step, points in steps.items():
            for who, place in points.items():
                getattr(sequence, step)(who, place, surface)
        for who in stationary:
            sequence.stationary(who)
        sequence.commit()

    return report


def test_a_tap_is_told_once(surface: Surface, touch: Callable[..., None]) -> None:
    touch(press={0: LEFT})
    touch(release={0: LEFT})
    assert surface.seen == [(B, (20, 20)), (E, (20, 20))]


def test_a_finger_moves(surface: Surface, touch: Callable[..., None]) -> None:
    touch(press={0: LEFT})
    touch(move={0: RIGHT})
    touch(release={0: RIGHT})
    assert [step for step, _ in surface.seen] == [B, M, E]


def test_only_the_last_finger_is_followed(surface: Surface, touch: Callable[..., None]) -> None:
    touch(press={0: LEFT})
    touch(press={1: RIGHT}, stationary=(0,))
    touch(release={0: LEFT}, stationary=(1,))
    touch(release={1: RIGHT})
    assert surface.seen == [(B, (20, 20)), (B, (220, 30)), (E, (220, 30))]


def test_two_fingers_at_once_both_begin(surface: Surface, touch: Callable[..., None]) -> None:
    touch(press={0: LEFT, 1: RIGHT})
    touch(release={0: LEFT, 1: RIGHT})
    assert surface.seen == [(B, (20, 20)), (B, (220, 30)), (E, (220, 30))]


def test_after_all_are_lifted_it_begins_anew(surface: Surface, touch: Callable[..., None]) -> None:
    for _ in range(2):
        touch(press={0: LEFT})
        touch(release={0: LEFT})
    assert [step for step, _ in surface.seen] == [B, E, B, E]


def test_a_mouse_is_a_finger(surface: Surface, qtbot: QtBot) -> None:
    qtbot.mousePress(surface, Qt.MouseButton.LeftButton, pos=LEFT)
    qtbot.mouseRelease(surface, Qt.MouseButton.LeftButton, pos=RIGHT)
    assert surface.seen == [(B, (20, 20)), (E, (220, 30))]


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_are_nothing(surface: Surface, button: Qt.MouseButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(surface, button, pos=LEFT)
    assert surface.seen == []


def test_a_cancelled_touch_ends_nothing(surface: Surface, touch: Callable[..., None]) -> None:
    touch(press={0: LEFT})
    surface.event(QEvent(QEvent.Type.TouchCancel))
    touch(release={0: LEFT})
    assert [step for step, _ in surface.seen] == [B, C]
