from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.kiosk.operator.attempts import (
    FIRST_WAIT,
    BootClock,
    OperatorLock,
    PinAttempts,
    PinOutcome,
)
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.operator.pin_page import PinPage
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PIN = "482913"


@pytest.fixture
def seconds() -> list[float]:
    """Since the boot; a test adds to them."""
    return [100.0]


@pytest.fixture
def lock(tmp_path: Path, seconds: list[float]) -> OperatorLock:
    clock = BootClock("boot", lambda: sum(seconds))
    attempts = PinAttempts(tmp_path / "attempts.json", now=lambda: sum(seconds), clock=clock)
    PinFile(tmp_path / "kiosk-pin").set(PIN)
    return OperatorLock(PinFile(tmp_path / "kiosk-pin"), attempts)


def shown(lock: OperatorLock, qtbot: QtBot, *, look: Look | None = None) -> PinPage:
    look = look or Look("light", 150)
    page = PinPage(lock)
    qtbot.addWidget(page)
    page.setStyleSheet(look.style_sheet())
    apply_look(page, look)
    page.resize(1024, 600)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


@pytest.fixture
def page(lock: OperatorLock, qtbot: QtBot) -> PinPage:
    return shown(lock, qtbot)


def said(page: PinPage) -> str:
    return page.findChild(QLabel, "pinSaid").text()


def touch(page: PinPage, *words: str) -> None:
    for word in words:
        key = next(key for key in page.pad.keys if key.text() == word)
        QTest.mouseClick(key, Qt.MouseButton.LeftButton)


def use_up(lock: OperatorLock) -> None:
    for _ in range(5):
        lock.try_pin("000000")


def test_the_right_pin_opens_by_touch(page: PinPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.granted):
        touch(page, *PIN, "OK")


def test_the_right_pin_opens_by_keyboard(page: PinPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.granted):
        qtbot.keyClicks(page, PIN)
        qtbot.keyClick(page, Qt.Key.Key_Return)


def test_a_wrong_one_tells_how_often_one_may_try(page: PinPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.granted):
        touch(page, *"111111", "OK")
        qtbot.waitUntil(lambda: "4" in said(page))
    assert page.dots.count == 0
    touch(page, "1")
    assert said(page) == "Enter the PIN."


def test_erase_takes_one_digit_back(page: PinPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page, "4829139")
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert page.dots.count == 6
    qtbot.mouseClick(page.pad.erase, Qt.MouseButton.LeftButton)
    assert page.dots.count == 5
    with qtbot.waitSignal(page.granted):
        touch(page, "3", "OK")


def test_ok_works_from_six_digits_on(page: PinPage, lock: OperatorLock, qtbot: QtBot) -> None:
    touch(page, *"48291", "OK")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    assert not page.pad.ok.isEnabled()
    assert (page.dots.count, lock.left) == (5, 5)
    touch(page, "3")
    assert page.pad.ok.isEnabled()


def test_no_more_than_twelve_digits(page: PinPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page, "1234567890123456")
    assert page.dots.count == 12


def test_letters_and_chords_are_no_digits(page: PinPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page, "a -")
    qtbot.keyClick(page, Qt.Key.Key_F5)
    assert page.dots.count == 0


class SlowLock(OperatorLock):
    """Compares when told to, so that a test can act meanwhile."""

    def __init__(self, lock: OperatorLock) -> None:
        super().__init__(lock._pin, lock._attempts)
        self.go_on = threading.Event()
        self.tries = 0

    def try_pin(self, pin: str) -> PinOutcome:
        self.tries += 1
        self.go_on.wait()
        return super().try_pin(pin)


def test_pressing_twice_tries_once(lock: OperatorLock, qtbot: QtBot) -> None:
    slow = SlowLock(lock)
    page = shown(slow, qtbot)
    with qtbot.waitSignal(page.granted):
        touch(page, *PIN, "OK")
        assert said(page) == "One moment…"
        touch(page, "OK", *PIN, "OK")
        qtbot.keyClick(page, Qt.Key.Key_Return)
        slow.go_on.set()
    assert slow.tries == 1


def test_who_left_meanwhile_is_not_let_in(lock: OperatorLock, qtbot: QtBot) -> None:
    slow = SlowLock(lock)
    page = shown(slow, qtbot)
    with qtbot.assertNotEmitted(page.granted):
        touch(page, *PIN, "OK")
        page.hide()
        page.show()
        assert said(page) == "One moment…"
        slow.go_on.set()
        qtbot.waitUntil(lambda: said(page) == "Enter the PIN.")


class BrokenLock(OperatorLock):
    def try_pin(self, pin: str) -> PinOutcome:
        raise MemoryError(pin)


def test_a_pin_that_cannot_be_compared_is_told(lock: OperatorLock, qtbot: QtBot) -> None:
    page = shown(BrokenLock(lock._pin, lock._attempts), qtbot)
    with qtbot.assertNotEmitted(page.granted):
        touch(page, *PIN, "OK")
        qtbot.waitUntil(lambda: "could not be checked" in said(page))
    assert page.pad.keys[0].isEnabled()


def test_five_wrong_ones_bring_a_wait(
    page: PinPage, lock: OperatorLock, seconds: list[float], qtbot: QtBot
) -> None:
    for left in ("4", "3", "2", "1", "15"):
        touch(page, *"111111", "OK")
        qtbot.waitUntil(lambda left=left: left in said(page))  # type: ignore[misc]
    assert not page.pad.isVisible()
    qtbot.keyClicks(page, PIN)
    assert page.dots.count == 0
    seconds.append(FIRST_WAIT - 61)
    qtbot.waitUntil(lambda: " 2 " in said(page))
    seconds.append(61)
    qtbot.waitUntil(lambda: said(page) == "Enter the PIN.")
    with qtbot.waitSignal(page.granted):
        touch(page, *PIN, "OK")


def test_a_wait_is_told_at_once(lock: OperatorLock, qtbot: QtBot) -> None:
    use_up(lock)
    assert "wait 15" in said(shown(lock, qtbot))


def test_without_a_pin_it_tells_how_to_set_one(tmp_path: Path, qtbot: QtBot) -> None:
    lock = OperatorLock(PinFile(tmp_path / "none"), PinAttempts(tmp_path / "attempts.json"))
    page = shown(lock, qtbot)
    assert "luminaria kiosk pin" in said(page)
    assert not page.pad.isVisible()


def test_cancel_by_touch(page: PinPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.cancelled):
        qtbot.mouseClick(page.cancel, Qt.MouseButton.LeftButton)


def test_it_cancels_itself_without_use(lock: OperatorLock, qtbot: QtBot) -> None:
    page = PinPage(lock)
    page._idle.setInterval(50)
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.cancelled):
        page.show()


def test_what_is_hidden_does_not_cancel(lock: OperatorLock, qtbot: QtBot) -> None:
    page = PinPage(lock)
    page._idle.setInterval(50)
    qtbot.addWidget(page)
    page.show()
    page.hide()
    with qtbot.assertNotEmitted(page.cancelled, wait=100):
        pass


def test_each_digit_begins_the_minute_anew(page: PinPage, qtbot: QtBot) -> None:
    page._idle.stop()
    touch(page, "1")
    assert page._idle.isActive()


def test_what_was_typed_is_forgotten_when_hidden_or_wiped(page: PinPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page, PIN)
    page.hide()
    assert PIN not in repr(vars(page))
    page.show()
    assert page.dots.count == 0
    qtbot.keyClicks(page, PIN)
    page.wipe()
    assert page.dots.count == 0
    assert PIN not in repr(vars(page))


def test_no_digit_is_shown_or_said(
    page: PinPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    qtbot.keyClicks(page, "739")
    qtbot.keyClick(page, Qt.Key.Key_Backspace)
    assert heard == ["Digit entered"] * 3 + ["Digit erased"]
    words = [label.text() for label in page.findChildren(QLabel)]
    assert not set("".join(words)) & set("739")
    assert not page.findChildren(QLineEdit)


@pytest.mark.parametrize("size", [150, 300])
@pytest.mark.parametrize("room", [(1024, 600), (768, 1024)])
def test_every_word_is_whole(
    lock: OperatorLock, qtbot: QtBot, size: int, room: tuple[int, int]
) -> None:
    page = shown(lock, qtbot, look=Look("light", size))
    page.resize(*room)
    qtbot.waitUntil(lambda: page._area.widget().width() <= page.width())
    for label in page.findChildren(QLabel):
        assert label.height() >= label.heightForWidth(label.width())
        assert 0 <= label.mapTo(page, QPoint(0, 0)).x() <= page.width() - label.width()


def test_on_a_tall_screen_everything_stands_in_the_middle(lock: OperatorLock, qtbot: QtBot) -> None:
    page = shown(lock, qtbot)
    page.resize(768, 1024)

    def off_the_middle(part: QWidget) -> int:
        return abs(part.mapTo(page, part.rect().center()).x() - page.rect().center().x())

    parts: tuple[QWidget, ...] = (page.cancel, page.pad, page.dots)
    qtbot.waitUntil(lambda: max(map(off_the_middle, parts)) <= 2)
    words, keys = page._left.geometry(), page.pad.geometry()
    assert 0 < keys.top() - words.bottom() < 40


def test_a_hidden_keyboard_focus_comes_back_to_the_page(page: PinPage, qtbot: QtBot) -> None:
    page.pad.ok.setFocus()
    qtbot.keyClicks(page, "111111")
    qtbot.keyClick(page, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "4" in said(page))
    with qtbot.waitSignal(page.granted):
        qtbot.keyClicks(page.window().focusWidget(), PIN)
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)
