from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt, QThread, QTimer, qWarning
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.base.reports import Reports
from desktop.ui.running import crash
from desktop.ui.running.crash import MAX_REPORTED_ERRORS, CrashGuard
from tests import ROOT
from tests.base.test_reports import RAN_OUT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

MARKER = "marker 4711"
HOOKS = (
    (sys, "excepthook"),
    (threading, "excepthook"),
    (sys, "unraisablehook"),
)
# As a desktop starts it: standard error output goes to a log.
PROGRAM = """
import os, sys
from PySide6.QtCore import QCoreApplication, QTimer, qFatal
from desktop.ui.leaving.cleanup_registry import NotForgotten
from desktop.ui.running.crash import CrashGuard, open_reports
app = QCoreApplication([])
guard = CrashGuard(open_reports())
guard.install()
def fail():
    {fault}
QTimer.singleShot(0, fail)
guard.error_reported.connect(app.quit)
app.exec()
guard.remove()
"""


@pytest.fixture
def guard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[CrashGuard]:
    """Installed, but for faults: these pytest itself watches for."""
    monkeypatch.setattr(crash, "FatalFile", _no_fatal_file)
    guard = CrashGuard(Reports(tmp_path / "reports"))
    guard.install()
    yield guard
    guard.remove()


def _no_fatal_file(_folder: Path) -> None:
    raise PermissionError


@pytest.fixture
def box(qtbot: QtBot) -> QLineEdit:
    """A search box whose slot fails, with what was typed in the message."""
    box = QLineEdit()
    qtbot.addWidget(box)
    box.returnPressed.connect(lambda: _search(box.text()))
    box.show()
    return box


def _search(query: str) -> None:
    raise ValueError(f"cannot search for {query}")


def everything(tmp_path: Path) -> str:
    return "".join(path.read_text("utf-8") for path in tmp_path.rglob("*.txt"))


def test_an_error_in_a_slot_is_reported_without_what_was_typed(
    guard: CrashGuard,
    box: QLineEdit,
    qtbot: QtBot,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    qtbot.keyClicks(box, MARKER)
    with qtbot.waitSignal(guard.error_reported) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [False]
    said = everything(tmp_path) + "".join(capfd.readouterr())
    assert f"{__name__}:{_search.__code__.co_firstlineno + 1}:_search" in said
    assert "marker" not in said


def test_the_program_goes_on(guard: CrashGuard, box: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(guard.error_reported):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    qtbot.keyClicks(box, "more")
    assert box.text() == "more"


def test_python_keeps_nothing_of_it(guard: CrashGuard, box: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert not [name for name in vars(sys) if name.startswith("last_")]


def test_the_same_error_is_told_once(
    guard: CrashGuard, box: QLineEdit, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(guard.error_reported):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    with qtbot.assertNotEmitted(guard.error_reported, wait=50):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert everything(tmp_path).count("ValueError") == 1


def test_the_second_within_a_minute_is_told_as_such(
    guard: CrashGuard, box: QLineEdit, qtbot: QtBot
) -> None:
    guard.report(KeyError(MARKER))
    with qtbot.waitSignal(guard.error_reported) as told:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert told.args == [True]


def test_one_process_does_not_write_for_ever(guard: CrashGuard) -> None:
    kinds = [type(f"Error{number}", (Exception,), {}) for number in range(MAX_REPORTED_ERRORS + 9)]
    assert sum(guard.report(kind()) for kind in kinds) == MAX_REPORTED_ERRORS


class FailingPainter(QWidget):
    """Fails where nobody may open a page."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        raise ValueError(MARKER)


def test_an_error_in_a_paint_is_told_afterwards(
    guard: CrashGuard, qtbot: QtBot, tmp_path: Path
) -> None:
    widget = FailingPainter()
    qtbot.addWidget(widget)
    with qtbot.waitSignal(guard.error_reported):
        widget.show()
    assert "paintEvent" in everything(tmp_path)
    assert MARKER not in everything(tmp_path)


class FailingThread(QThread):
    def run(self) -> None:
        _search(MARKER)


def test_an_error_in_a_thread_is_told_in_this_one(
    guard: CrashGuard, qtbot: QtBot, tmp_path: Path
) -> None:
    heard: list[QThread] = []
    guard.error_reported.connect(lambda: heard.append(QThread.currentThread()))
    thread = threading.Thread(target=_search, args=[MARKER])
    thread.start()
    qtbot.waitUntil(lambda: len(heard) == 1)
    assert heard == [guard.thread()]
    assert "another thread" in everything(tmp_path)
    assert MARKER not in everything(tmp_path)


def test_an_error_in_a_thread_of_qt_is_told(guard: CrashGuard, qtbot: QtBot) -> None:
    thread = FailingThread()
    with qtbot.waitSignal(guard.error_reported):
        thread.start()
    assert thread.wait(5000)


class FailingEnd:
    def __del__(self) -> None:
        raise ValueError(MARKER)


def test_an_error_while_tidying_up_is_reported_only(
    guard: CrashGuard, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(guard.error_reported, wait=50):
        FailingEnd()
        gc.collect()
    assert "while tidying up" in everything(tmp_path)
    assert MARKER not in everything(tmp_path)


def test_asked_for_details_python_tells_them(
    guard: CrashGuard, box: QLineEdit, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setenv("LUMINARIA_DEBUG", "1")
    monkeypatch.setattr(guard, "_before", (lambda *details: told.append(details), None, None))
    qtbot.keyClick(box, Qt.Key.Key_Return)
    monkeypatch.undo()
    assert len(told) == 1


@pytest.mark.qt_log_ignore(MARKER)
def test_what_qt_has_to_say_still_gets_through(guard: CrashGuard, qtlog: Any) -> None:
    qWarning(MARKER)
    assert MARKER in [record.message for record in qtlog.records]


def test_without_a_place_for_reports_the_error_is_told_all_the_same(
    box: QLineEdit, qtbot: QtBot
) -> None:
    guard = CrashGuard(Reports(None))
    guard.install()
    with qtbot.waitSignal(guard.error_reported):
        qtbot.keyClick(box, Qt.Key.Key_Return)
    guard.remove()


def test_a_sudden_end_is_told_at_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(crash, "FatalFile", _no_fatal_file)
    (tmp_path / f"fatal-{RAN_OUT}.txt").write_text("Fatal Python error: Aborted\n")
    for ended in (True, False):
        guard = CrashGuard(Reports(tmp_path))
        guard.install()
        guard.remove()
        assert guard.ended_suddenly == ended


def test_removed_it_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crash, "FatalFile", _no_fatal_file)
    before = [getattr(*hook) for hook in HOOKS]
    guard = CrashGuard(Reports(tmp_path))
    guard.install()
    assert [getattr(*hook) for hook in HOOKS] != before
    guard.remove()
    assert [getattr(*hook) for hook in HOOKS] == before


@pytest.mark.parametrize(
    ("fault", "code", "left"),
    [
        (f"raise ValueError({MARKER!r})", 0, "report-"),
        (f"raise NotForgotten({MARKER!r})", 70, "report-"),
        (f"qFatal({MARKER!r})", -6, "fatal-"),
        ("import faulthandler; faulthandler._sigsegv()", -11, "fatal-"),
        ("app.quit()", 0, ""),
    ],
)
def test_a_whole_process(fault: str, code: int, left: str, tmp_path: Path) -> None:
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    command = [sys.executable, "-c", PROGRAM.format(fault=fault)]
    done = subprocess.run(
        command, env=environment, cwd=ROOT, capture_output=True, check=False, timeout=60
    )
    assert done.returncode == code
    files = list((tmp_path / "luminaria" / "reports").iterdir())
    assert [file.name.startswith(left) for file in files] == [True] * bool(left)
    assert MARKER not in everything(tmp_path)


def test_an_interrupt_is_no_fault(guard: CrashGuard, qtbot: QtBot, tmp_path: Path) -> None:
    told: list[object] = []
    guard._before = (lambda *details: told.append(details), *guard._before[1:])
    hook = sys.excepthook
    QTimer.singleShot(0, lambda: hook(KeyboardInterrupt, KeyboardInterrupt(), None))
    qtbot.waitUntil(lambda: bool(told))
    assert everything(tmp_path) == ""
