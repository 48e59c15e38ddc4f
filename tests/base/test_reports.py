from __future__ import annotations

import os
import stat
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.reports import KEPT, LOOP_SECONDS, Reports, compose, describe

if TYPE_CHECKING:
    from collections.abc import Callable

MARKER = "marker-4711"


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
    text = compose("ValueError", "main thread", "PySide6 6.11.3")
    assert "Luminaria 0." in text
    assert "PySide6 6.11.3" in text
    assert text.endswith("\nmain thread\nValueError\n")


def test_a_report_is_for_this_user_only(reports: Reports) -> None:
    path = reports.write("text\n")
    assert path
    assert path.read_text("utf-8") == "text\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_newest_are_kept(reports: Reports) -> None:
    now = time.time()
    for number in range(KEPT + 5):
        reports.write(str(number), now - 1000 + number)
    kept = {int(path.read_text("utf-8")) for path in reports.folder.iterdir()}
    assert kept == set(range(5, KEPT + 5))


def test_without_a_place_nothing_is_written(nowhere: Reports) -> None:
    assert nowhere.write("text") is None
    assert Reports(None).write("text") is None


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
    assert reports.write("text") is None
    assert list(reports.folder.iterdir()) == []
