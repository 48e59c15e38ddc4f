from __future__ import annotations

import datetime as dt
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from shiboken6 import delete

from desktop.kiosk.guard.guard import EventGuard
from desktop.kiosk.operator.attempts import OperatorLock, PinAttempts
from desktop.kiosk.operator.operator import Operator, OperatorContext
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.operator.tallies import Tallies
from desktop.kiosk.setup.check_result import CheckStatus
from desktop.kiosk.setup.config import Config, ConfigIssue, LoadedConfig
from desktop.kiosk.setup.probes import Computer, this_computer
from desktop.kiosk.start import take_input
from desktop.kiosk.visit.navigation import VisitLocation, VisitScreen
from desktop.pack.reader import as_pack_errors
from desktop.ui.running.background import BackgroundTask
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through

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
def post(tmp_path: Path) -> OperatorContext:
    pin = PinFile(tmp_path / "kiosk-pin")
    pin.set(PIN)
    problem = ConfigIssue("kiosk.toml", 3, "No such colour.", "Write light.")
    return OperatorContext(
        read=LoadedConfig(Config(), (problem,)),
        config_path=tmp_path / "kiosk.toml",
        state=tmp_path,
        lock=OperatorLock(pin, PinAttempts(tmp_path / "attempts.json")),
        tallies=Tallies(tmp_path / "tallies.csv", lambda: dt.date(2026, 5, 1)),
        restarts=2,
    )


@pytest.fixture
def operator(shell: Shell, pack: Pack, post: OperatorContext, qtbot: QtBot) -> Iterator[Operator]:
    operator = Operator(shell, pack, post)
    with input_through({InputStage.CORNER: operator.watch.see}):
        yield operator
    qtbot.waitUntil(lambda: not operator.findChildren(BackgroundTask))  # it would speak to nobody


def tap_corner(qtbot: QtBot, shell: Shell, times: int = 5) -> None:
    for _ in range(times):
        qtbot.mouseClick(shell.windowHandle(), LEFT, pos=QPoint(10, 10))


def enter(qtbot: QtBot, operator: Operator, pin: str) -> None:
    qtbot.keyClicks(operator.pin, pin)
    qtbot.keyClick(operator.pin, Qt.Key.Key_Return)


def words(operator: Operator) -> str:
    labels = operator.panel.findChildren(QLabel)
    return " ".join(label.text() for label in labels if label.isVisible())


def test_taps_that_become_clicks_are_counted_once(
    shell: Shell, pack: Pack, post: OperatorContext, qapp: QApplication, qtbot: QtBot
) -> None:
    """With all stages of the input, in the order in which the kiosk has them."""
    guard, operator = EventGuard(qapp, shell), Operator(shell, pack, post)
    pipeline = take_input(qapp, shell, guard, operator)
    clicks: list[str] = []
    shell.attract.started.connect(clicks.append)
    tap_corner(qtbot, shell, 4)
    assert len(clicks) == 1  # where it is pressed again, a visit is on
    assert not shell.shows(operator.pin)
    tap_corner(qtbot, shell, 1)
    assert shell.shows(operator.pin)
    delete(pipeline)
    guard.open()
    while QGuiApplication.overrideCursor():
        QGuiApplication.restoreOverrideCursor()


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
    qtbot.waitUntil(lambda: "No such colour." in words(operator))


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
    assert operator.findChildren(BackgroundTask)
    qtbot.waitUntil(lambda: not operator.findChildren(BackgroundTask))


def test_what_the_checks_found_is_shown(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, PIN)
    qtbot.waitUntil(lambda: bool(operator._findings), timeout=30_000)
    found = operator._findings
    qtbot.waitUntil(lambda: any(finding.name in words(operator) for finding in found))


def test_a_check_that_runs_still_is_waited_for(
    shell: Shell, operator: Operator, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on = threading.Event()
    begun: list[bool] = []

    def slow() -> Computer:
        begun.append(True)
        goes_on.wait(60)
        return this_computer()

    monkeypatch.setattr("desktop.kiosk.operator.operator.this_computer", slow)
    for _ in range(3):
        operator.pin.granted.emit()
        qtbot.waitUntil(lambda: "is being checked" in words(operator))
        operator.panel.closeRequested.emit()
    operator.pin.granted.emit()
    goes_on.set()
    qtbot.waitUntil(lambda: "found nothing wrong" in words(operator), timeout=30_000)
    assert begun == [True]


def test_what_was_found_before_is_not_shown_as_new(
    operator: Operator, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    operator.pin.granted.emit()
    qtbot.waitUntil(lambda: "found nothing wrong" in words(operator), timeout=30_000)
    operator.panel.closeRequested.emit()
    goes_on = threading.Event()
    monkeypatch.setattr(Operator, "_preflight", lambda _: goes_on.wait(60) and ())
    operator.pin.granted.emit()
    qtbot.waitUntil(lambda: "is being checked" in words(operator))
    assert "found nothing wrong" not in words(operator)
    goes_on.set()


def test_a_check_that_fails_is_told_and_begun_anew(
    operator: Operator, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.delattr("desktop.kiosk.operator.operator.this_computer")
        operator.pin.granted.emit()
        qtbot.waitUntil(lambda: "NameError" in words(operator))
    operator.pin.granted.emit()
    qtbot.waitUntil(lambda: "found nothing wrong" in words(operator), timeout=30_000)
    assert "NameError" not in words(operator)


def test_the_pack_that_is_shown_is_checked_and_not_read_again(
    shell: Shell, pack: Pack, post: OperatorContext, qtbot: QtBot
) -> None:
    gone = LoadedConfig(Config(pack=post.config_path.with_name("gone.json")))
    operator = Operator(shell, pack, replace(post, read=gone))
    found = operator._preflight()
    assert CheckStatus.OK in [finding.state for finding in found if finding.name == "Pack"]


def test_a_pack_that_another_stands_in_for_is_told(
    shell: Shell, pack: Pack, post: OperatorContext
) -> None:
    errors = as_pack_errors("old.json", "This is a folder, not a pack.", "Name the file.")
    operator = Operator(shell, pack, replace(post, pack_errors=errors))
    assert str(errors) in operator._facts().problems
    assert CheckStatus.FAIL in [one.state for one in operator._preflight() if one.name == "Pack"]


# A name that is too long fails as a folder does that may not be entered.
@pytest.mark.parametrize("name", ["long" * 100, "file/state"])
def test_a_folder_that_cannot_be_entered_is_told(
    shell: Shell, pack: Pack, post: OperatorContext, name: str, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    operator = Operator(shell, pack, replace(post, state=tmp_path / name))
    assert operator._facts().can_write is ("/" not in name)


def test_back_ends_the_test_of_the_screen_and_not_the_panel(
    shell: Shell, operator: Operator, qtbot: QtBot
) -> None:
    operator.pin.granted.emit()
    qtbot.mouseClick(operator.panel.test, LEFT)
    assert operator.panel._test
    operator.go_back()
    assert operator.panel._test is None
    assert shell.shows(operator.panel)


def test_back_from_a_page_of_a_visit(shell: Shell, operator: Operator) -> None:
    shell.begin("en")
    shell.way.go(VisitLocation(VisitScreen.HELP))
    operator.go_back()
    assert shell.stage.currentWidget() is shell.home


def test_nothing_is_started_before_the_pin(operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, "111222")
    qtbot.waitUntil(operator.pin.isVisible)
    assert not [job for job in operator.children() if isinstance(job, BackgroundTask)]


def test_tallies_are_saved_on_a_stick(
    shell: Shell, operator: Operator, post: OperatorContext, tmp_path: Path, qtbot: QtBot
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    post.tallies.count("pay", "en")
    operator.panel.exportRequested.emit(str(stick))
    qtbot.waitUntil(lambda: bool(list(stick.glob("tallies-*.csv"))))
    assert "pay,en,<5" in next(stick.glob("*.csv")).read_text("utf-8")


def test_tallies_can_be_cleared(operator: Operator, post: OperatorContext) -> None:
    post.tallies.count("pay", "en")
    operator.panel.clearTalliesRequested.emit()
    assert post.tallies.rows() == ()


def test_back_closes_the_pin_page(shell: Shell, operator: Operator) -> None:
    operator.ask()
    operator.go_back()
    assert shell.is_resting


def test_back_closes_the_panel(shell: Shell, operator: Operator, qtbot: QtBot) -> None:
    operator.ask()
    enter(qtbot, operator, PIN)
    qtbot.waitUntil(lambda: shell.shows(operator.panel))
    operator.go_back()
    assert shell.is_resting


def test_back_within_a_visit_is_the_visitors(shell: Shell, operator: Operator) -> None:
    shell.begin("en")
    shell.home.box.edit.setText("signs")
    operator.go_back()
    assert not shell.home.box.edit.text()
