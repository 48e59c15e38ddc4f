from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest

from desktop.kiosk.operator.pin_pad import GAP, PinDots, PinPad
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def pad(qtbot: QtBot) -> PinPad:
    pad = PinPad()
    qtbot.addWidget(pad)
    apply_look(pad, Look("light", 150))
    pad.fit(QSize(1024, 600))
    with qtbot.waitExposed(pad):
        pad.show()
    return pad


def press(pad: PinPad, words: str) -> None:
    key = next(key for key in pad.keys if key.text() == words)
    QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def test_each_key_types_its_digit(pad: PinPad) -> None:
    typed: list[str] = []
    pad.digitChosen.connect(typed.append)
    for digit in "1234567890":
        press(pad, digit)
    assert "".join(typed) == "1234567890"


def test_erase_and_ok_are_told(pad: PinPad, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pad.eraseRequested):
        qtbot.mouseClick(pad.erase, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(pad.okRequested):
        press(pad, "OK")


def test_digits_stand_as_on_a_telephone(pad: PinPad) -> None:
    places = {key.text(): key.pos() for key in pad.keys}
    rows = ["123", "456", "789"]
    assert [sorted(row, key=lambda d: places[d].x()) for row in rows] == [list(r) for r in rows]
    assert places["1"].y() < places["4"].y() < places["7"].y() < places["0"].y()


def test_a_finger_that_moves_off_types_nothing(pad: PinPad, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(pad.digitChosen):
        key = pad.keys[0]
        QTest.mousePress(key, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
        QTest.mouseMove(key, QPoint(-50, 5))
        QTest.mouseRelease(key, Qt.MouseButton.LeftButton, pos=QPoint(-50, 5))


def test_touch_gives_no_key_the_focus_and_tab_does(pad: PinPad) -> None:
    assert {key.focusPolicy() for key in pad.keys} == {Qt.FocusPolicy.TabFocus}


@pytest.mark.parametrize("room", [(1024, 600), (768, 1024), (3840, 2160), (300, 200)])
@pytest.mark.parametrize("size", [100, 150, 300])
def test_keys_are_as_large_as_a_finger(pad: PinPad, room: tuple[int, int], size: int) -> None:
    apply_look(pad, Look("light", size))
    pad.fit(QSize(*room))
    assert all(min(key.width(), key.height()) >= 60 for key in pad.keys)
    assert GAP >= 8


def test_each_key_has_a_name(pad: PinPad) -> None:
    assert all(key.text() or key.accessibleName() for key in pad.keys)


def test_keys_can_be_switched_off(pad: PinPad) -> None:
    pad.allow(digits=True, erase=False, ok=False)
    off = [key for key in pad.keys if not key.isEnabled()]
    assert off == [pad.erase, pad.ok]


@pytest.mark.parametrize("count", [0, 3, 6, 12])
def test_a_dot_for_each_digit(qtbot: QtBot, count: int) -> None:
    dots = PinDots()
    qtbot.addWidget(dots)
    apply_look(dots, Look("light", 150))
    dots.resize(600, dots.height())
    empty = dots.grab().toImage()
    dots.show_count(count)
    assert dots.count == count
    assert (dots.grab().toImage() == empty) == (count == 0)


@pytest.mark.parametrize("count", [0, 12])
def test_dots_stand_in_the_middle_where_that_is_asked(qtbot: QtBot, count: int) -> None:
    dots = PinDots()
    qtbot.addWidget(dots)
    apply_look(dots, Look("light", 150))
    dots.resize(600, dots.height())
    dots.set_centered(centered=True)
    dots.show_count(count)
    picture = dots.grab().toImage()
    background = picture.pixelColor(0, 0)
    row = picture.height() // 2
    inked = [x for x in range(600) if picture.pixelColor(x, row) != background]
    assert inked[0] + inked[-1] == pytest.approx(599, abs=2)
