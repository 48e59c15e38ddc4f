from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.kiosk.keyboard.keyboard import Keyboard
from desktop.kiosk.keyboard.keyboard_control import KeyboardControl
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.running.input_pipeline import InputStage
from desktop.ui.widgets.search_box import SearchBox
from tests.conftest import input_through
from tests.visitor import visible_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


class Desk(QWidget):
    """A search box far down in a page, a button, and the keyboard below."""

    def __init__(self) -> None:
        super().__init__()
        self.box, self.button = SearchBox(), QPushButton("Go")
        apply_look(self.box, Look())
        self.box.setFixedHeight(52)
        self.area, page = QScrollArea(widgetResizable=True), QWidget()
        inside = QVBoxLayout(page)
        inside.addWidget(self.button)
        above = QLabel("Above")
        above.setFixedHeight(350)
        inside.addWidget(above)
        inside.addWidget(self.box)
        self.area.setWidget(page)
        self.keyboard = Keyboard()
        column = QVBoxLayout(self)
        column.addWidget(self.area)
        column.addWidget(self.keyboard)
        self.resize(1000, 600)
        self.keyboard.fit_into(QSize(1000, 600))
        self.control = KeyboardControl(self.keyboard)

    @property
    def field(self) -> QLineEdit:
        return self.box.edit


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    with input_through({InputStage.KEYBOARD: desk.control.see}):
        yield desk
    desk.close()
    desk.deleteLater()


@pytest.fixture
def opened(desk: Desk, qtbot: QtBot) -> Desk:
    qtbot.mouseClick(desk.field, LEFT)
    qtbot.waitUntil(lambda: desk.keyboard.isVisible() and desk.field.hasFocus())
    return desk


def test_a_focus_alone_does_not_bring_it(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    qtbot.keyClicks(desk.field, "a")
    assert desk.keyboard.isHidden()


def test_a_tap_into_the_field_brings_it(desk: Desk, qtbot: QtBot) -> None:
    sequence = QTest.touchEvent(desk.field, QTest.createTouchDevice(), autoCommit=False)
    sequence.press(0, QPoint(9, 9), desk.field)
    sequence.commit()
    assert desk.keyboard.isHidden()
    sequence.release(0, QPoint(9, 9), desk.field)
    sequence.commit()
    qtbot.waitUntil(lambda: desk.keyboard.isVisible() and desk.field.hasFocus())


def test_a_tap_on_the_frame_of_the_field_counts(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.box, LEFT, pos=QPoint(5, 26))
    qtbot.waitUntil(desk.keyboard.isVisible)
    assert desk.field.hasFocus()


def test_moving_off_the_field_cancels(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mousePress(desk.field, LEFT)
    qtbot.mouseRelease(desk.field, LEFT, pos=QPoint(9, -200))
    assert desk.keyboard.isHidden()


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_do_not_bring_it(desk: Desk, button: Qt.MouseButton, qtbot: QtBot) -> None:
    desk.field.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    qtbot.mouseClick(desk.field, button)
    assert desk.keyboard.isHidden()


def test_a_read_only_field_does_not_bring_it(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setReadOnly(True)
    qtbot.mouseClick(desk.field, LEFT)
    assert desk.keyboard.isHidden()


def test_a_field_for_digits_has_its_own_pad(desk: Desk, qtbot: QtBot) -> None:
    desk.field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    qtbot.mouseClick(desk.field, LEFT)
    assert desk.keyboard.isHidden()


def test_its_own_keys_do_not_hide_it(opened: Desk, qtbot: QtBot) -> None:
    key = next(key for key in visible_keys(opened.keyboard) if key.text() == "q")
    qtbot.mouseClick(opened.keyboard, LEFT, pos=key.mapTo(opened.keyboard, QPoint(9, 9)))
    assert opened.field.text() == "q"
    assert opened.keyboard.isVisible()


def test_a_hardware_key_hides_it_and_is_typed(opened: Desk, qtbot: QtBot) -> None:
    qtbot.keyClicks(opened.field, "a")
    assert opened.keyboard.isHidden()
    assert opened.field.text() == "a"


def test_a_lone_shift_does_not_hide_it(opened: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(opened.field, Qt.Key.Key_Shift)
    assert opened.keyboard.isVisible()


def test_its_hide_key_hides_it_and_a_tap_brings_it_back(opened: Desk, qtbot: QtBot) -> None:
    opened.keyboard.hideRequested.emit()
    assert opened.keyboard.isHidden()
    qtbot.mouseClick(opened.field, LEFT)
    assert opened.keyboard.isVisible()


def test_a_tap_on_a_button_hides_it(opened: Desk, qtbot: QtBot) -> None:
    qtbot.mouseClick(opened.button, LEFT)
    qtbot.waitUntil(opened.keyboard.isHidden)


def test_a_field_that_goes_takes_it_along(opened: Desk, qtbot: QtBot) -> None:
    opened.area.hide()
    qtbot.waitUntil(opened.keyboard.isHidden)


def test_the_field_stays_in_view(opened: Desk, qtbot: QtBot) -> None:
    def in_view() -> bool:
        corner = opened.field.mapTo(opened.area.viewport(), QPoint())
        return opened.area.viewport().rect().contains(QRect(corner, opened.field.size()))

    qtbot.waitUntil(in_view)
    assert opened.area.viewport().height() < 350
