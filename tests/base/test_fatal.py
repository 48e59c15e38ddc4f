from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.fatal import collect, tidied
from desktop.base.reports import Reports
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RAN_OUT = 99_999_999  # no process has this number
SEGFAULT = "import faulthandler; faulthandler._sigsegv()"
QT_FATAL = "from PySide6.QtCore import qFatal; fatal.note_qt('default'); qFatal('marker-4711')"
PROGRAM = """
import sys
from pathlib import Path
from desktop.base.fatal import FatalFile
fatal = FatalFile(Path(sys.argv[1]))
def read_the_query(query):
    {fault}
read_the_query("marker-4711")
fatal.close()
"""
DUMP = """Fatal Python error: Segmentation fault

Current thread 0x00007f (most recent call first):
  File "/a/ana/Mis cosas/desktop/desk/window.py", line 12 in _run_query
  File "/usr/lib/python3.11/selectors.py", line 468 in select
  File "desktop/desk/start.py", line 80 in run

Extension modules: msgspec._core (total: 1)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    return tmp_path / "reports"


@pytest.fixture
def reports(folder: Path) -> Reports:
    return Reports(folder)


@pytest.fixture
def crash(reports: Reports) -> Callable[[str], int]:
    """Runs a program that ends with a fault; returns its code."""

    def run(fault: str) -> int:
        command = [sys.executable, "-c", PROGRAM.format(fault=fault), str(reports.folder)]
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, check=False, timeout=60
        )
        return done.returncode

    return run


def texts(reports: Reports) -> list[str]:
    return [path.read_text("utf-8") for path in reports.folder.iterdir()]


@pytest.mark.parametrize(
    ("fault", "name", "signal"),
    [
        (SEGFAULT, "Segmentation fault", 11),
        ("import os; os.abort()", "Aborted", 6),
        (QT_FATAL, "Qt fatal: default\nAborted", 6),
    ],
)
def test_the_next_start_makes_a_report(
    fault: str, name: str, signal: int, crash: Callable[[str], int], reports: Reports
) -> None:
    assert crash(fault) == -signal
    assert collect(reports) == 1
    (text,) = texts(reports)
    assert f"\n{name}\n  <string>:7:read_the_query" in text
    assert "marker-4711" not in text


def test_a_good_end_leaves_nothing(crash: Callable[[str], int], reports: Reports) -> None:
    assert crash("pass") == 0
    assert collect(reports) == 0
    assert texts(reports) == []


def test_a_killed_process_leaves_nothing(crash: Callable[[str], int], reports: Reports) -> None:
    assert crash("import os; os.kill(os.getpid(), 9)") == -9
    assert len(texts(reports)) == 1
    assert collect(reports) == 0
    assert texts(reports) == []


def test_a_fault_is_told_once(crash: Callable[[str], int], reports: Reports) -> None:
    crash(SEGFAULT)
    assert (collect(reports), collect(reports)) == (1, 0)


def test_two_faults_within_a_minute_are_a_loop(
    crash: Callable[[str], int], reports: Reports
) -> None:
    for _ in range(2):
        assert not reports.is_loop()
        crash(SEGFAULT)
        collect(reports)
    assert reports.is_loop()


def test_a_running_process_keeps_its_file(folder: Path, reports: Reports) -> None:
    file = folder / f"fatal-{os.getpid()}.txt"
    file.write_text(DUMP)
    assert collect(reports) == 0
    assert file.exists()


@pytest.mark.parametrize("name", [f"fatal-{RAN_OUT}.txt", "fatal-x.txt", f"fatal-{2**70}.txt"])
def test_any_other_file_goes(name: str, folder: Path, reports: Reports) -> None:
    (folder / name).write_text(DUMP)
    assert collect(reports) == 1
    assert not (folder / name).exists()


def test_a_report_has_the_time_of_the_fault(folder: Path, reports: Reports) -> None:
    file = folder / f"fatal-{RAN_OUT}.txt"
    file.write_text(DUMP)
    os.utime(file, (1000, 1000))
    collect(reports)
    (report,) = folder.iterdir()
    assert report.stat().st_mtime == 1000


@pytest.mark.parametrize("folder", [None, "missing", "file"])
def test_where_nothing_can_be_there_was_nothing(folder: str | None, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert collect(Reports(tmp_path / folder if folder else None)) == 0


def test_folders_of_the_person_are_left_out() -> None:
    assert tidied(DUMP).splitlines() == [
        "Segmentation fault",
        "  desktop.desk.window:12:_run_query",
        "  selectors:468:select",
        "  desktop.desk.start:80:run",
    ]


@given(st.text())
def test_any_other_text_is_left_out(text: str) -> None:
    assert tidied(f"Fatal Python error: {text}!") == ""
