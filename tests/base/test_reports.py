from __future__ import annotations

import os
import stat
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.reports import (
    LOOP_SECONDS,
    MAX_REPORTS,
    Reports,
    collect,
    describe,
    format_report,
    sanitized,
)
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable

MARKER = "marker-4711"
RAN_OUT = 99_999_999  # no process has this number
SEGFAULT = "import faulthandler; faulthandler._sigsegv()"
QT_FATAL = "from PySide6.QtCore import qFatal; fatal.note_qt('default'); qFatal('marker-4711')"
PROGRAM = """
import sys
from pathlib import Path
from desktop.base.reports import FatalFile
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
def reports(tmp_path: Path) -> Reports:
    return Reports(tmp_path / "state" / "reports")


@pytest.fixture
def nowhere(tmp_path: Path) -> Reports:
    (tmp_path / "file").touch()
    return Reports(tmp_path / "file" / "reports")


def caught(fail: Callable[[], object]) -> str:
    try:
        fail()
    except BaseException as error:  # noqa: BLE001
        return describe(error, error.__traceback__)
    pytest.fail("nothing was raised")


def misspell(text: str) -> None:
    held = {"query": text}
    raise ValueError(f"{text}: {held}")


def fail_because_of(text: str) -> None:
    try:
        misspell(text)
    except ValueError as error:
        error.add_note(text)
        raise KeyError(text) from error


def open_missing(text: str) -> None:
    Path("/nowhere", text).read_bytes()


def recur(text: str) -> None:
    recur(text)


@pytest.mark.parametrize("fail", [misspell, fail_because_of, open_missing, recur])
def test_no_text_of_the_person_is_in_it(fail: Callable[[str], None]) -> None:
    text = caught(lambda: fail(MARKER))
    assert f":{fail.__name__}" in text
    assert MARKER not in text
    assert "/" not in text


@given(st.text(min_size=12))
def test_whatever_the_message_it_is_not_in_it(message: str) -> None:
    assert message not in caught(lambda: misspell(message))


def test_type_and_place_are_in_it() -> None:
    first, *_, last = caught(lambda: misspell(MARKER)).splitlines()
    assert first == "ValueError"
    line = misspell.__code__.co_firstlineno + 2
    assert last == f"  {__name__}:{line}:misspell"


def test_what_led_to_it_is_in_it() -> None:
    lines = caught(lambda: fail_because_of(MARKER)).splitlines()
    assert [line for line in lines if not line.startswith(" ")] == ["KeyError", "ValueError"]


def test_what_the_system_said_is_in_it() -> None:
    assert caught(lambda: open_missing(MARKER)).startswith("FileNotFoundError (ENOENT)\n")


def test_a_circle_of_causes_comes_to_an_end() -> None:
    error = ValueError()
    error.__cause__ = other = KeyError()
    other.__cause__ = error
    assert len(describe(error, None).splitlines()) < 10


def test_endless_recursion_gives_a_short_report() -> None:
    assert len(caught(lambda: recur(MARKER)).splitlines()) < 100


def test_a_report_has_the_versions() -> None:
    text = format_report("ValueError", "main thread", "PySide6 6.11.3")
    assert "Luminaria 0." in text
    assert "PySide6 6.11.3" in text
    assert text.endswith("\nmain thread\nValueError\n")


def test_a_report_is_for_this_user_only(reports: Reports) -> None:
    reports.write("text\n")
    (path,) = reports.folder.iterdir()
    assert path.read_text("utf-8") == "text\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_newest_are_kept(reports: Reports) -> None:
    now = time.time()
    for number in range(MAX_REPORTS + 5):
        reports.write(str(number), now - 1000 + number)
    kept = {int(path.read_text("utf-8")) for path in reports.folder.iterdir()}
    assert kept == set(range(5, MAX_REPORTS + 5))


def test_without_a_place_nothing_is_written(nowhere: Reports) -> None:
    for each in (nowhere, Reports(None)):
        each.write("text")
        each.write("text")
        assert each.is_loop()


@pytest.mark.parametrize("where", ["reports", "nowhere"])
@pytest.mark.parametrize(
    ("ages", "is_loop"),
    [((), False), ((0,), False), ((0, 5), True), ((0, LOOP_SECONDS + 5), False), ((0, 1, 2), True)],
)
def test_two_within_a_minute_are_a_loop(
    where: str, ages: tuple[float, ...], is_loop: bool, request: pytest.FixtureRequest
) -> None:
    reports: Reports = request.getfixturevalue(where)
    for age in ages:
        reports.write("text", time.time() - age)
    assert reports.is_loop() == is_loop


def test_another_process_counts_for_the_loop(reports: Reports) -> None:
    reports.write("text")
    other = Reports(reports.folder)
    other.write("text")
    assert other.is_loop()


def test_a_full_disk_leaves_no_half_report(
    reports: Reports, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    reports.write("text")
    assert list(reports.folder.iterdir()) == []


# Crashes outside Python ------------------------------------------------------------------


@pytest.fixture
def folder(reports: Reports) -> Path:
    """That of the reports, which exists already."""
    assert reports.folder
    reports.folder.mkdir(parents=True)
    return reports.folder


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


@pytest.mark.parametrize("name", [None, "missing", "file"])
def test_where_nothing_can_be_there_was_nothing(name: str | None, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert collect(Reports(tmp_path / name if name else None)) == 0


def test_folders_of_the_person_are_left_out() -> None:
    assert sanitized(DUMP).splitlines() == [
        "Segmentation fault",
        "  desktop.desk.window:12:_run_query",
        "  selectors:468:select",
        "  desktop.desk.start:80:run",
    ]


@given(st.text())
def test_any_other_text_is_left_out(text: str) -> None:
    assert sanitized(f"Fatal Python error: {text}!") == ""
