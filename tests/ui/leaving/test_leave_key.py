from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow

from desktop.ui.leaving.leave_key import GAP_MS, LeaveKey

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LONE = "S s "  # Shift down, Shift up; "A" and "a" are any other key


@pytest.fixture
def key(qtbot: QtBot) -> LeaveKey:
    return LeaveKey()


def fires(key: LeaveKey, keys: str, gap: int = 100) -> int:
    """How often a sequence asks to leave; a blank is a pause of `gap` milliseconds."""
    window, now, fired = QWindow(), 1, list[int]()
    key.leaveRequested.connect(lambda: fired.append(now))
    for letter in keys:
        if letter == " ":
            now += gap
            continue
        kind = QEvent.Type.KeyPress if letter.isupper() else QEvent.Type.KeyRelease
        code = Qt.Key.Key_Shift if letter in "Ss" else Qt.Key.Key_A
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier)
        event.setTimestamp(now)
        key.see(window, event)
    return len(fired)


@pytest.mark.parametrize(
    ("keys", "times"),
    [
        ("", 0),
        (LONE * 2, 0),
        (LONE * 3, 1),
        (LONE * 4, 1),
        (LONE * 6, 2),
        ("S A a s " * 9, 0),  # capitals
        ("S A s a " * 9, 0),  # capitals, Shift let go first
        (LONE * 2 + "A a " + LONE, 0),  # another key starts over
        (LONE * 2 + "S A a s " + LONE * 2, 0),
        (LONE * 2 + "S A a s " + LONE * 3, 1),
        ("A " + LONE * 3 + "a", 1),  # another key held all the while
        ("s " * 9, 0),  # pressed elsewhere, let go here
        ("S S S s " * 2, 0),
        ("S S s s " * 3, 1),  # both Shift keys
    ],
)
def test_only_three_lone_shifts_leave(key: LeaveKey, keys: str, times: int) -> None:
    assert fires(key, keys) == times


@pytest.mark.parametrize(("gap", "times"), [(0, 1), (4900, 1), (5000, 1), (5001, 0), (5100, 0)])
def test_more_than_five_seconds_start_over(key: LeaveKey, gap: int, times: int) -> None:
    assert fires(key, "Ss Ss Ss", gap) == times


def test_a_slow_start_does_not_count_against_the_rest(key: LeaveKey) -> None:
    assert fires(key, "Ss      Ss Ss Ss", 1000) == 1


def send(
    key: LeaveKey, watched: QWindow, code: Qt.Key, *, again: bool = False, at: int = 0
) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, code, Qt.KeyboardModifier.NoModifier, "", again)
        event.setTimestamp(at)
        assert not key.see(watched, event)


def test_keys_on_their_way_to_a_window_count(key: LeaveKey, qtbot: QtBot) -> None:
    window = QWindow()
    with qtbot.waitSignal(key.leaveRequested):
        for _ in range(3):
            send(key, window, Qt.Key.Key_Shift)


def test_a_held_key_does_not_count(key: LeaveKey, qtbot: QtBot) -> None:
    window = QWindow()
    with qtbot.assertNotEmitted(key.leaveRequested):
        for _ in range(9):
            send(key, window, Qt.Key.Key_Shift, again=True)


def test_other_events_pass(key: LeaveKey) -> None:
    assert not key.see(QWindow(), QEvent(QEvent.Type.Enter))


def test_shift_with_a_click_is_no_sign(key: LeaveKey, qtbot: QtBot) -> None:
    window = QWindow()
    click = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(),
        QPointF(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ShiftModifier,
    )
    with qtbot.assertNotEmitted(key.leaveRequested):
        for _ in range(3):
            send(key, window, Qt.Key.Key_Shift)
            key.see(window, click)


# -- progress


@pytest.fixture
def told(key: LeaveKey) -> list[str | int]:
    """What the key tells, in order."""
    told: list[str | int] = []
    key.progressed.connect(told.append)
    key.expired.connect(lambda: told.append("expired"))
    key.leaveRequested.connect(lambda: told.append("leave"))
    return told


def press_all(key: LeaveKey, keys: str) -> None:
    window = QWindow()
    for letter in keys:
        send(key, window, Qt.Key.Key_Shift if letter == "S" else Qt.Key.Key_A)


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ("S", [1]),
        ("SS", [1, 2]),
        ("SSS", [1, 2, "leave", 0]),
        ("SSSS", [1, 2, "leave", 0, 1]),
        ("SA", [1, "expired", 0]),
        ("SSAS", [1, 2, "expired", 0, 1]),
        ("AAA", []),
    ],
)
def test_progress_is_told(
    key: LeaveKey, told: list[str | int], keys: str, heard: list[str | int]
) -> None:
    press_all(key, keys)
    assert told == heard


def test_the_time_runs_out(qtbot: QtBot) -> None:
    key, told = LeaveKey(gap_ms=1), list[int]()
    key.progressed.connect(told.append)
    with qtbot.waitSignal(key.expired):
        press_all(key, "S")
    assert told == [1, 0]


@pytest.mark.parametrize("kind", [QEvent.Type.KeyPress, QEvent.Type.KeyRelease])
def test_each_press_gives_the_whole_time_again(key: LeaveKey, kind: QEvent.Type) -> None:
    press_all(key, "S")
    if kind == QEvent.Type.KeyRelease:
        down = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier, "")
        key.see(QWindow(), down)
    key._timer.stop()
    key.see(QWindow(), QKeyEvent(kind, Qt.Key.Key_Shift, Qt.KeyboardModifier.NoModifier, ""))
    assert key._timer.isActive()
    assert key._timer.interval() == GAP_MS


def test_a_late_press_starts_over(key: LeaveKey, told: list[str | int]) -> None:
    for at in (0, GAP_MS + 1):
        send(key, QWindow(), Qt.Key.Key_Shift, at=at)
    assert told == [1, "expired", 0, 1]


def test_a_busy_program_loses_no_press(key: LeaveKey, told: list[str | int]) -> None:
    send(key, QWindow(), Qt.Key.Key_Shift, at=1)
    key._timer.timeout.emit()  # it was late, and the presses wait behind it
    for at in (100, 200):
        send(key, QWindow(), Qt.Key.Key_Shift, at=at)
    assert told == [1, "expired", 0, 2, "leave", 0]


def test_whoever_left_otherwise_starts_over_without_a_word(
    key: LeaveKey, told: list[str | int]
) -> None:
    press_all(key, "SS")
    key.start_over()
    press_all(key, "S")
    assert told == [1, 2, 0, 1]
    assert key._timer.isActive()


def test_a_click_takes_the_progress_back(key: LeaveKey, told: list[str | int]) -> None:
    press_all(key, "S")
    click = QMouseEvent(
        QEvent.Type.MouseButtonPress,
        QPointF(),
        QPointF(),
        Qt.MouseButton.LeftButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    key.see(QWindow(), click)
    assert told == [1, "expired", 0]
