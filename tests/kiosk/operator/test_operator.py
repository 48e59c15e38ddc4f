from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from desktop.kiosk.operator.attempts import Attempts
from desktop.kiosk.operator.lock import OperatorLock
from desktop.kiosk.operator.operator import Operator, Post
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.operator.tallies import Tallies
from desktop.kiosk.setup.config import Config, Problem, Read
from desktop.ui.background import Background

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop.kiosk.shell import Shell
    from desktop.pack.model import Pack

PIN = "480273"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def post(tmp_path: Path) -> Post:
    pin = PinFile(tmp_path / "kiosk-pin")
    pin.set(PIN)
    problem = Problem("kiosk.toml", 3, "No such colour.", "Write light.")
    return Post(
        read=Read(Config(), (problem,)),
        config_path=tmp_path / "kiosk.toml",
        state=tmp_path,
        lock=OperatorLock(pin, Attempts(tmp_path / "attempts.json")),
        tallies=Tallies(tmp_path / "tallies.csv", lambda: dt.date(2026, 5, 1)),
        restarts=2,
    )


@pytest.fixture
def operator(
    shell: Shell, pack: Pack, post: Post, qapp: QApplication, qtbot: QtBot
) -> Iterator[Operator]:
    operator = Operator(shell, pack, post)
    yield operator
    qtbot.waitUntil(lambda: not operator.findChildren(Background))  # it would speak to nobody
    qapp.removeEventFilter(operator.watch)


def tap_corner(qtbot: QtBot, shell: Shell, times: int = 5) -> None:
    for _ in range(times):
        qtbot.mouseClick(shell.windowHandle(), LEFT, pos=QPoint(10, 10))


def enter(qtbot: QtBot, operator: Operator, pin: str) -> None:
    qtbot.keyClicks(operator.pin, pin)
    qtbot.keyClick(operator.pin, Qt.Key.Key_Return)


def words(operator: Operator) -> str:
    return " ".join(label.text() for label in operator.panel.findChildren(QLabel))


def test_taps_in_the_corner_ask_for_the_pin(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    tap_corner(qtbot, shell)
    assert shell.shows(operator.pin)


def test_too_few_taps_ask_nothing(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    tap_corner(qtbot, shell, 4)
    assert not shell.shows(operator.pin)


def test_the_right_pin_opens_the_panel(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, PIN)
    qtbot.waitUntil(lambda: shell.shows(operator.panel))
    assert "No such colour." in words(operator)


def test_a_wrong_pin_opens_nothing(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    with qtbot.assertNotEmitted(operator.pin.granted, wait=1500):
        enter(qtbot, operator, "111222")
    assert shell.shows(operator.pin)


def test_a_visit_ends_before_the_pin_is_asked_for(
    shell: Shell, operator: Operator, qtbot: QtBot
) -> None:
    shell.begin("en")
    qtbot.keyClicks(shell.home.box.edit, "marker")
    tap_corner(qtbot, shell)
    assert shell.shows(operator.pin)
    assert not shell.home.box.edit.text()


def test_back_to_the_kiosk(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, PIN)
    qtbot.waitUntil(lambda: shell.shows(operator.panel))
    operator.panel.closeRequested.emit()
    assert shell.is_resting


def test_the_panel_is_seen_from_its_top_each_time(
    shell: Shell, operator: Operator, qtbot: QtBot
) -> None:
    for _ in range(2):
        operator.ask()
        enter(qtbot, operator, PIN)
        qtbot.waitUntil(lambda: shell.shows(operator.panel))
        qtbot.waitUntil(lambda: operator.panel.area.verticalScrollBar().maximum() > 0)
        assert operator.panel.area.verticalScrollBar().value() == 0
        qtbot.mouseClick(operator.panel.back, LEFT)
        assert shell.is_resting


def test_exit_for_service_is_told_once_everything_is_forgotten(
    shell: Shell, operator: Operator, qtbot: QtBot
) -> None:
    operator.ask()
    with qtbot.waitSignal(operator.exitRequested):
        operator.panel.exitRequested.emit()
    assert shell.is_resting


def test_work_that_is_done_leaves_nothing(operator: Operator, qtbot: QtBot) -> None:
    operator.pin.granted.emit()
    assert operator.findChildren(Background)
    qtbot.waitUntil(lambda: not operator.findChildren(Background))


def test_what_the_checks_found_is_shown(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, PIN)
    qtbot.waitUntil(lambda: bool(operator._findings), timeout=30_000)
    assert any(finding.name in words(operator) for finding in operator._findings)


def test_nothing_is_started_before_the_pin(operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, "111222")
    qtbot.waitUntil(operator.pin.isVisible)
    assert not [job for job in operator.children() if isinstance(job, Background)]


def test_tallies_are_saved_on_a_stick(
    shell: Shell, operator: Operator, post: Post, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    post.tallies.count("pay", "en")
    operator.panel.exportRequested.emit(str(stick))
    qtbot.waitUntil(lambda: bool(list(stick.glob("tallies-*.csv"))))
    assert "pay,en,<5" in next(stick.glob("*.csv")).read_text("utf-8")


def test_tallies_can_be_cleared(operator: Operator, post: Post) -> None:
    post.tallies.count("pay", "en")
    operator.panel.clearTalliesRequested.emit()
    assert post.tallies.rows() == ()
