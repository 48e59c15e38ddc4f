from __future__ import annotations

import datetime as dt
import stat
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.operator.tallies import MOST_DAYS, MOST_ROWS, Tallies, TallyError

if TYPE_CHECKING:
    from pathlib import Path

DAY = dt.date(2026, 3, 9)
HEAD = "day,entry,language,count\n"


def tallies(path: Path | None, day: dt.date = DAY) -> Tallies:
    return Tallies(path, today=lambda: day)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "state" / "tallies.csv"


def opened(counted: Tallies, times: int, entry: str = "signs", lang: str = "es") -> Tallies:
    for _ in range(times):
        counted.count(entry, lang)
    return counted


def test_off_counts_nothing() -> None:
    counted = opened(tallies(None), 9)
    counted.flush()
    counted.clear()
    assert (counted.is_on, counted.rows(), counted.as_csv()) == (False, (), HEAD)


def test_nothing_is_written_before_something_is_counted(path: Path) -> None:
    tallies(path).clear()
    assert not path.exists()


@pytest.mark.parametrize(("times", "shown"), [(1, "<5"), (4, "<5"), (5, "5"), (123, "123")])
def test_below_five_no_number_is_told(path: Path, times: int, shown: str) -> None:
    counted = opened(tallies(path), times)
    counted.flush()
    assert path.read_text() == f"{HEAD}2026-03-09,signs,es,{shown}\n"
    assert [row.count for row in counted.rows()] == [shown]


def test_the_order_of_rows_is_that_of_the_alphabet(path: Path) -> None:
    counted = tallies(path)
    for entry, lang in (("signs", "es"), ("pay", "en"), ("signs", "en"), ("law", "es")):
        counted.count(entry, lang)
    counted.flush()
    assert [line.split(",")[1:3] for line in path.read_text().splitlines()[1:]] == [
        ["law", "es"],
        ["pay", "en"],
        ["signs", "en"],
        ["signs", "es"],
    ]


def test_the_file_is_of_midnight_and_private(path: Path) -> None:
    opened(tallies(path), 1).flush()
    status = path.stat()
    assert dt.datetime.fromtimestamp(status.st_mtime) == dt.datetime(2026, 3, 9)  # noqa: DTZ001, DTZ006
    assert sys.platform == "win32" or stat.S_IMODE(status.st_mode) == 0o600
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_a_file_that_would_read_the_same_is_not_written_again(path: Path) -> None:
    counted = opened(tallies(path), 1)
    counted.flush()
    before = path.stat().st_ino, path.stat().st_ctime_ns
    opened(counted, 3).flush()
    assert (path.stat().st_ino, path.stat().st_ctime_ns) == before
    opened(counted, 1).flush()
    assert path.stat().st_ctime_ns != before[1]


def test_counts_go_on_after_a_restart(path: Path) -> None:
    opened(tallies(path), 7).flush()
    opened(tallies(path), 2).flush()
    assert path.read_text().endswith(",9\n")


def test_few_go_on_from_one_after_a_restart(path: Path) -> None:
    opened(tallies(path), 4).flush()
    counted = opened(tallies(path), 3)
    assert [row.count for row in counted.rows()] == ["<5"]
    assert [row.count for row in opened(counted, 1).rows()] == ["5"]


@given(st.lists(st.integers(0, 7), max_size=6))
def test_never_more_are_told_than_there_were(
    tmp_path_factory: pytest.TempPathFactory, starts: list[int]
) -> None:
    path = tmp_path_factory.mktemp("t") / "tallies.csv"
    for times in starts:
        opened(tallies(path), times).flush()
    told = [int(row.count) for row in tallies(path).rows() if row.count != "<5"]
    assert sum(told) <= sum(starts)


def test_a_day_of_its_own_for_each_day(path: Path) -> None:
    opened(tallies(path), 5).flush()
    opened(tallies(path, DAY + dt.timedelta(1)), 6).flush()
    assert [(row.day.day, row.count) for row in tallies(path).rows()] == [(9, "5"), (10, "6")]


@pytest.mark.parametrize(
    ("entry", "lang"),
    [
        ("=1+1", "es"),
        ("@x", "es"),
        ("-a", "es"),
        ("a,b", "es"),
        ("a\n", "es"),
        ("", "es"),
        ("A", "es"),
        ("a" * 101, "es"),
        ("signs", "=es"),
        ("signs", "es\n"),
        ("signs", ""),
        ("signs", "es-" + "a" * 40),
    ],
)
def test_only_ids_and_tags_are_counted(path: Path, entry: str, lang: str) -> None:
    counted = tallies(path)
    with pytest.raises(ValueError, match="not the id"):
        counted.count(entry, lang)
    assert counted.rows() == ()


def test_the_oldest_days_go(path: Path) -> None:
    path.parent.mkdir()
    days = [DAY - dt.timedelta(n) for n in range(MOST_DAYS + 5)]
    path.write_text(HEAD + "".join(f"{day},signs,es,7\n" for day in days))
    rows = opened(tallies(path, DAY + dt.timedelta(1)), 1).rows()
    assert len(rows) == MOST_DAYS
    assert rows[0].day == DAY - dt.timedelta(MOST_DAYS - 2)


def test_rows_are_bounded(path: Path) -> None:
    path.parent.mkdir()
    lines = [f"2026-03-0{day},e{n},es,7\n" for day in (1, 2) for n in range(MOST_ROWS // 2)]
    path.write_text(HEAD + "".join(lines))
    rows = opened(tallies(path), 1).rows()
    assert len(rows) == MOST_ROWS // 2 + 1
    assert rows[0].day == dt.date(2026, 3, 2)


def test_a_clock_that_is_years_ahead_empties_nothing(path: Path) -> None:
    opened(tallies(path), 9).flush()
    opened(tallies(path, dt.date(2056, 1, 1)), 1).flush()
    assert [row.count for row in tallies(path).rows()] == ["9", "<5"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "day,entry,language\n",
        HEAD + "2026-03-09,signs,es\n",
        HEAD + "2026-03-09,signs,es,4\n",
        HEAD + "2026-03-09,signs,es,-5\n",
        HEAD + "2026-03-09,signs,es,05\n",
        HEAD + "2026-03-09,signs,es,9999999999\n",
        HEAD + "2026-02-30,signs,es,5\n",
        HEAD + "2026-03-09,=1+1,es,5\n",
        HEAD + "2026-03-09,signs,es,5\n" * 2,
        HEAD + '2026-03-09,"signs,es,5\n',
        HEAD + "2026-03-09,signs,es,\xff\n",
        HEAD + "\0",
        HEAD + "x" * 5_000_000,
    ],
)
def test_a_damaged_file_is_kept_aside(path: Path, text: str) -> None:
    path.parent.mkdir()
    path.write_text(text, "latin-1")
    counted = opened(tallies(path), 5)
    assert counted.error is TallyError.SET_ASIDE
    counted.flush()
    assert counted.error is TallyError.SET_ASIDE  # until somebody could read it
    assert path.read_text() == f"{HEAD}2026-03-09,signs,es,5\n"
    assert path.with_name("tallies.damaged-1.csv").read_text("latin-1") == text


def test_a_file_that_cannot_be_read_is_left_alone(path: Path) -> None:
    path.mkdir(parents=True)
    counted = opened(tallies(path), 5)
    counted.flush()
    assert counted.error is TallyError.NOT_READ
    assert path.is_dir()
    assert len(counted.rows()) == 1


def test_what_cannot_be_written_is_kept_in_memory(path: Path) -> None:
    path.parent.touch()  # a file where the folder should be
    counted = Tallies(path.parent.parent / "none" / "tallies.csv", today=lambda: DAY)
    (path.parent.parent / "none").touch()
    opened(counted, 5).flush()
    assert counted.error is TallyError.NOT_WRITTEN
    (path.parent.parent / "none").unlink()
    counted.flush()
    assert counted.error is None
    assert (path.parent.parent / "none" / "tallies.csv").read_text().endswith(",5\n")


def test_clearing_leaves_no_file(path: Path) -> None:
    path.parent.mkdir()
    for text in ("damaged", "again"):
        path.write_text(text)
        counted = opened(tallies(path), 5)
    counted.flush()
    counted.clear()
    assert list(path.parent.iterdir()) == []
    assert (counted.rows(), counted.error) == ((), None)
    opened(counted, 5).flush()
    assert path.read_text().endswith(",5\n")
