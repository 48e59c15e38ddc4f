from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from desktop.kiosk.keyboard.key_grid import grid
from desktop.kiosk.keyboard.keyboard import MOST_REPEATS, Keyboard
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from tests.visitor import visible_keys

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPointingDevice
    from pytestqt.qtbot import QtBot

    from desktop.kiosk.keyboard.key_button import KeyButton

LEFT = Qt.MouseButton.LeftButton
Touch = Callable[..., None]
Tap = Callable[[str], None]


class Desk(QWidget):
    """A field above the keyboard."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.keyboard = Keyboard()
        apply_look(self.keyboard, Look())
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.keyboard)
        self.resize(790, 500)  # offscreen, touches beyond 800 pixels are lost
        self.keyboard.fit_into(QSize(790, 600))

    def key(self, name: str) -> KeyButton:
        names = {
            key.accessibleName().partition(" ")[0].strip(","): key
            for key in visible_keys(self.keyboard)
        }
        return names[name]

    def place(self, name: str) -> QPoint:
        key = self.key(name)
        return key.mapTo(self.keyboard, key.rect().center())


@pytest.fixture(scope="module")
def screen() -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk()
    with qtbot.waitActive(desk):
        desk.show()
        desk.activateWindow()
    desk.field.setFocus()
    qtbot.waitUntil(desk.field.hasFocus)
    yield desk
    desk.close()


@pytest.fixture
def touch(desk: Desk, screen: QPointingDevice) -> Touch:
    """One report of the touch screen: `touch(press={0: "a"}, still=(1,))`, or with places."""
    sequence = QTest.touchEvent(desk.keyboard, screen, autoCommit=False)

    def report(*, still: tuple[int, ...] = (), **steps: dict[int, str | QPoint]) -> None:
        for step, points in steps.items():
            for who, on in points.items():
                place = desk.place(on) if isinstance(on, str) else on
                getattr(sequence, step)(who, place, desk.keyboard)
        for who in still:
            sequence.stationary(who)
        sequence.commit()

    return report


@pytest.fixture
def tap(touch: Touch) -> Tap:
    def tap_key(name: str) -> None:
        touch(press={0: name})
        touch(release={0: name})

    return tap_key


@pytest.fixture(params=["touch", "mouse"])
def either(request: pytest.FixtureRequest, desk: Desk, tap: Tap, qtbot: QtBot) -> Tap:
    if request.param == "touch":
        return tap
    return lambda name: qtbot.mouseClick(desk.keyboard, LEFT, pos=desk.place(name))


def test_a_tap_types_one_letter(desk: Desk, either: Tap) -> None:
    for name in ("h", "o", "Space", "a"):
        either(name)
    assert desk.field.text() == "ho a"
    assert desk.field.hasFocus()


def test_keys_act_on_release_and_show_the_press(desk: Desk, touch: Touch) -> None:
    touch(press={0: "g"})
    assert (desk.key("g").isDown(), desk.field.text()) == (True, "")
    touch(release={0: "g"})
    assert (desk.key("g").isDown(), desk.field.text()) == (False, "g")


@pytest.mark.parametrize("off", ["l", QPoint(2, 2), QPoint(-300, -300)])
def test_moving_off_cancels(desk: Desk, touch: Touch, off: str | QPoint) -> None:
    touch(press={0: "g"})
    touch(move={0: off})
    assert not desk.key("g").isDown()
    touch(release={0: off})
    assert desk.field.text() == ""


def test_moving_off_and_back_is_a_tap(desk: Desk, touch: Touch) -> None:
    touch(press={0: "g"})
    touch(move={0: "l"})
    touch(move={0: "g"})
    touch(release={0: "g"})
    assert desk.field.text() == "g"


def test_moving_off_cancels_for_a_mouse(desk: Desk, qtbot: QtBot) -> None:
    qtbot.mousePress(desk.keyboard, LEFT, pos=desk.place("g"))
    qtbot.mouseRelease(desk.keyboard, LEFT, pos=desk.place("l"))
    assert desk.field.text() == ""


@pytest.mark.parametrize("first_up", [0, 1])
def test_two_thumbs_keep_their_order(desk: Desk, touch: Touch, first_up: int) -> None:
    names = {0: "t", 1: "o"}
    touch(press={0: "t"})
    touch(press={1: "o"}, still=(0,))
    touch(release={first_up: names[first_up]}, still=(1 - first_up,))
    touch(release={1 - first_up: names[1 - first_up]})
    assert desk.field.text() == "to"


@pytest.mark.parametrize("word", ["pasaporte", "hello", "aaaa"])
def test_rolling_from_finger_to_finger_loses_nothing(desk: Desk, touch: Touch, word: str) -> None:
    touch(press={0: word[0]})
    for number, (before, letter) in enumerate(pairwise(word)):
        old, new = number % 2, 1 - number % 2
        touch(press={new: letter}, still=(old,))
        touch(release={old: before}, still=(new,))
    touch(release={(len(word) - 1) % 2: word[-1]})
    assert desk.field.text() == word


def test_a_finger_that_moved_off_is_not_typed_by_the_next(desk: Desk, touch: Touch) -> None:
    touch(press={0: "t"})
    touch(move={0: "p"})
    touch(press={1: "o"}, still=(0,))
    touch(release={1: "o"}, still=(0,))
    touch(release={0: "p"})
    assert desk.field.text() == "o"


def test_shift_is_for_one_letter(desk: Desk, tap: Tap) -> None:
    for name in ("Shift", "A", "b"):
        tap(name)
    assert desk.field.text() == "Ab"


def test_shift_twice_locks(desk: Desk, tap: Tap) -> None:
    for name in ("Shift", "Shift", "A", "Space", "B", "Shift", "c"):
        tap(name)
    assert desk.field.text() == "A Bc"


def test_shift_held_by_another_finger_counts(desk: Desk, touch: Touch) -> None:
    touch(press={0: "Shift"})
    touch(press={1: "a"}, still=(0,))
    touch(release={1: "A"}, still=(0,))
    touch(release={0: "Shift"})
    assert desk.field.text() == "A"


def test_signs_and_back(desk: Desk, tap: Tap) -> None:
    for name in ("Numbers", "5", "&", "ñ", "Letters", "q"):
        tap(name)
    assert desk.field.text() == "5&ñq"


def test_spanish_letters_have_keys(desk: Desk, tap: Tap) -> None:
    desk.keyboard.set_language("es")
    for letter in "ñáéíóúü¿":
        tap(letter)
    assert desk.field.text() == "ñáéíóúü¿"
    assert desk.keyboard.locale().bcp47Name() == "es"


def test_a_letter_is_chosen_by_sliding_to_it(desk: Desk, touch: Touch, qtbot: QtBot) -> None:
    touch(press={0: "u"})
    qtbot.waitUntil(lambda: "ü" in [key.text() for key in visible_keys(desk.keyboard)])
    touch(move={0: "ü"})
    assert desk.key("ü").isDown()
    touch(release={0: "ü"})
    assert desk.field.text() == "ü"
    assert "ü" not in [key.text() for key in visible_keys(desk.keyboard)]


def hold(desk: Desk, touch: Touch, qtbot: QtBot, name: str) -> None:
    before = len(visible_keys(desk.keyboard))
    touch(press={0: name})
    qtbot.waitUntil(lambda: len(visible_keys(desk.keyboard)) > before)
    touch(release={0: name})


def test_a_letter_is_chosen_by_a_tap(desk: Desk, touch: Touch, tap: Tap, qtbot: QtBot) -> None:
    tap("Shift")
    hold(desk, touch, qtbot, "N")
    assert desk.field.text() == ""
    tap("Ñ")
    tap("n")
    assert desk.field.text() == "Ñn"


def test_another_key_closes_the_strip_and_types(
    desk: Desk, touch: Touch, tap: Tap, qtbot: QtBot
) -> None:
    hold(desk, touch, qtbot, "n")
    tap("b")
    assert desk.field.text() == "b"
    assert "ñ" not in [key.text() for key in visible_keys(desk.keyboard)]


def test_letting_go_elsewhere_closes_the_strip(desk: Desk, touch: Touch, qtbot: QtBot) -> None:
    touch(press={0: "n"})
    qtbot.waitUntil(lambda: "ñ" in [key.text() for key in visible_keys(desk.keyboard)])
    touch(release={0: "p"})
    assert desk.field.text() == ""
    assert "ñ" not in [key.text() for key in visible_keys(desk.keyboard)]


def test_a_tap_of_backspace_erases_one(desk: Desk, tap: Tap) -> None:
    desk.field.setText("abc")
    tap("Backspace")
    assert desk.field.text() == "ab"


def test_held_backspace_repeats_until_it_is_let_go(desk: Desk, touch: Touch, qtbot: QtBot) -> None:
    desk.field.setText("a" * 100)
    touch(press={0: "Backspace"})
    qtbot.waitUntil(lambda: len(desk.field.text()) < 97)
    touch(release={0: "Backspace"})
    left = desk.field.text()
    assert not desk.keyboard._repeat.isActive()
    assert left == desk.field.text()


def test_backspace_cannot_run_away(desk: Desk, touch: Touch, qtbot: QtBot) -> None:
    desk.field.setText("a" * 300)
    desk.keyboard._repeat.setInterval(1)
    touch(press={0: "Backspace"})
    qtbot.waitUntil(lambda: len(desk.field.text()) == 300 - MOST_REPEATS - 1)
    assert not desk.keyboard._repeat.isActive()


def test_moving_off_backspace_in_time_erases_nothing(desk: Desk, touch: Touch) -> None:
    desk.field.setText("abc")
    touch(press={0: "Backspace"})
    touch(move={0: "p"})
    assert not desk.keyboard._hold.isActive()
    touch(release={0: "p"})
    assert desk.field.text() == "abc"


def test_enter_and_hide(desk: Desk, tap: Tap, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.field.returnPressed):
        tap("Search")
    with qtbot.waitSignal(desk.keyboard.hideRequested):
        tap("Hide")


def test_a_screen_reader_types(desk: Desk) -> None:
    for name in ("Shift", "Q"):
        desk.key(name).click()
    assert desk.field.text() == "Q"


@pytest.mark.parametrize("button", [Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton])
def test_other_buttons_type_nothing(desk: Desk, button: Qt.MouseButton, qtbot: QtBot) -> None:
    qtbot.mouseClick(desk.keyboard, button, pos=desk.place("g"))
    assert desk.field.text() == ""


def test_no_key_is_in_the_tab_order(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(3):
        qtbot.keyClick(desk.field, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is desk.field


@pytest.mark.parametrize("leave", [Keyboard.wipe, Keyboard.hide])
def test_nothing_stays_of_a_visit(desk: Desk, touch: Touch, tap: Tap, leave: object) -> None:
    for name in ("Shift", "Shift", "Numbers"):
        tap(name)
    touch(press={0: "Backspace"})
    leave(desk.keyboard)  # type: ignore[operator]
    touch(release={0: "Backspace"})
    assert desk.key("q").text() == "q"
    assert not any(key.isDown() for key in visible_keys(desk.keyboard))
    assert not desk.keyboard._hold.isActive()


def test_a_look_that_changes_under_a_finger_cancels(desk: Desk, touch: Touch) -> None:
    touch(press={0: "g"})
    apply_look(desk.keyboard, Look("dark", 200))
    touch(release={0: "g"})
    assert desk.field.text() == ""


@pytest.mark.parametrize("size", [(1024, 600), (1280, 800), (768, 1024), (3840, 2160)])
def test_the_height_follows_the_window(desk: Desk, size: tuple[int, int]) -> None:
    desk.keyboard.fit_into(QSize(*size))
    assert desk.keyboard.sizeHint().height() <= desk.keyboard.height()
    assert desk.keyboard.height() == grid(*size, 1).height
