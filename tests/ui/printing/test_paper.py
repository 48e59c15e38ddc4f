from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.ui.printing.paper import CupsPrograms, Printers, printers_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

MakePrinters = Callable[..., Printers]
WAIT_MS = 20_000
LIST = "printf 'Office\\nFront_desk\\nsystem default destination: Front_desk\\n'"


@pytest.fixture
def make_printers(tmp_path: Path) -> Iterator[MakePrinters]:
    """Makes printers from two programs that stand in for those of CUPS."""
    made: list[Printers] = []

    def program(name: str, body: str) -> str:
        path = tmp_path / name
        notes = f'echo "$*" > "{tmp_path}/{name}.words"; env > "{tmp_path}/{name}.env"\n'
        path.write_text(f'#!/bin/sh\n{notes}cd "{tmp_path}"\n{body}\n', "utf-8")
        path.chmod(0o755)
        return str(path)

    def make(lpstat: str = LIST, lp: str = "cat > printed", limit_ms: int = WAIT_MS) -> Printers:
        programs = CupsPrograms(program("lpstat", lpstat), program("lp", lp))
        made.append(Printers(programs, limit_ms=limit_ms))
        return made[-1]

    yield make
    for printers in made:
        printers.stop()


@pytest.mark.parametrize(
    ("listing", "names"),
    [
        ("", ()),
        ("no system default destination\n", ()),
        ("lpstat: Bad file descriptor\n", ()),
        ("A\nB\nno system default destination\n", ("A", "B")),
        ("A\nB\nsystem default destination: B\n", ("B", "A")),
        ("A\nsystem default destination: Gone\n", ("A",)),
    ],
)
def test_the_usual_printer_is_first(listing: str, names: tuple[str, ...]) -> None:
    assert printers_in(listing) == names


@given(st.text())
def test_any_listing_can_be_read(listing: str) -> None:
    assert all(name and " " not in name for name in printers_in(listing))


def test_printers_are_found(make_printers: MakePrinters, qtbot: QtBot, tmp_path: Path) -> None:
    printers = make_printers()
    assert not printers.is_known
    with qtbot.waitSignal(printers.listed, timeout=WAIT_MS):
        printers.refresh()
    assert (printers.names, printers.is_known) == (("Front_desk", "Office"), True)
    assert "LC_ALL=C.UTF-8" in (tmp_path / "lpstat.env").read_text("utf-8").splitlines()


@pytest.mark.parametrize("lpstat", ["exit 1", "kill -9 $$", "exec sleep 1000"])
def test_no_answer_is_no_printer(make_printers: MakePrinters, qtbot: QtBot, lpstat: str) -> None:
    printers = make_printers(lpstat=lpstat, limit_ms=500)
    with qtbot.waitSignal(printers.listed, timeout=WAIT_MS):
        printers.refresh()
    assert (printers.names, printers.is_known) == ((), True)


@pytest.mark.parametrize(
    "programs",
    [
        CupsPrograms("", ""),
        CupsPrograms("", "/bin/true"),
        CupsPrograms("/nowhere/lpstat", "/no/lp"),
    ],
)
def test_without_the_programs_there_is_no_printer(programs: CupsPrograms, qtbot: QtBot) -> None:
    printers = Printers(programs)
    with qtbot.waitSignal(printers.listed, timeout=WAIT_MS):
        printers.refresh()
    assert (printers.names, printers.is_known) == ((), True)


def test_a_pdf_reaches_the_printer_whole(
    make_printers: MakePrinters, qtbot: QtBot, tmp_path: Path
) -> None:
    printers, pdf = make_printers(), b"%PDF" + bytes(range(256)) * 8000
    with qtbot.waitSignal(printers.sent, timeout=WAIT_MS):
        printers.send(pdf, title="Questions and answers", printer="Office")
    assert (tmp_path / "printed").read_bytes() == pdf
    words = (tmp_path / "lp.words").read_text("utf-8")
    assert words == "-d Office -t Questions and answers -\n"


@pytest.mark.parametrize("lp", ["cat > /dev/null; exit 1", "exit 1", "kill -9 $$", "exec sleep 99"])
def test_a_printer_that_takes_nothing_is_told(
    make_printers: MakePrinters, qtbot: QtBot, lp: str
) -> None:
    printers = make_printers(lp=lp, limit_ms=500)
    with qtbot.waitSignal(printers.failed, timeout=WAIT_MS):
        printers.send(b"x" * 100_000, title="Document", printer="Office")


def test_stopping_ends_what_runs_and_tells_nothing(
    make_printers: MakePrinters, qtbot: QtBot, tmp_path: Path
) -> None:
    printers = make_printers(lp="echo $$ > pid; exec sleep 1000")
    printers.send(b"x", title="Document", printer="Office")
    qtbot.waitUntil(lambda: (tmp_path / "pid").exists() and (tmp_path / "pid").stat().st_size > 1)
    with qtbot.assertNotEmitted(printers.failed), qtbot.assertNotEmitted(printers.sent):
        printers.stop()
    pid = (tmp_path / "pid").read_text("utf-8").strip()
    status = tmp_path.__class__(f"/proc/{pid}")
    qtbot.waitUntil(lambda: not status.exists())


def test_the_programs_of_the_executable_are_not_used(
    make_printers: MakePrinters, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/ours")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/theirs")
    printers = make_printers()
    with qtbot.waitSignal(printers.listed, timeout=WAIT_MS):
        printers.refresh()
    lines = (tmp_path / "lpstat.env").read_text("utf-8").splitlines()
    assert "LD_LIBRARY_PATH=/theirs" in lines


def test_programs_are_looked_for_by_name(
    make_printers: MakePrinters, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    make_printers()
    monkeypatch.setenv("PATH", str(tmp_path))
    assert Printers()._programs == CupsPrograms(f"{tmp_path}/lpstat", f"{tmp_path}/lp")
