"""The kiosk is crash-only: whatever happens to it, a screen that helps is back in ten seconds.

Supervisor, shell and screen are the real ones. The seconds run from the fault to the pixels; they
are printed (`pytest -s`), and only the promise of ten is asserted.
"""

from __future__ import annotations

import os
import signal
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from tests.system import faulty_kiosk, hands
from tests.system.conftest import need, need_root
from tests.system.kiosk_home import (
    CONTRACT_SECONDS,
    PROGRAMS,
    SOURCE,
    KioskHome,
    has_ended,
    program,
    take_pictures,
    window_manager,
)
from tests.system.wall_clock import WallClock
from tests.system.xserver import private_xserver

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.system.kiosk_home import Kiosk, Pictures
    from tests.system.xserver import XServer

FAULTY = [SOURCE[0], "-m", "tests.system.faulty_kiosk"]
TRAP = (faulty_kiosk.TRAP[0] + 20, faulty_kiosk.TRAP[1] + 20)
LEAVE = (1246, 45)  # the button in a visit
FULL = """mount -t tmpfs -o size=1m none $HOME && mkdir -m 700 $TMPDIR $XDG_RUNTIME_DIR &&
! dd if=/dev/zero of=$HOME/fill bs=1k 2>/dev/null"""
READ_ONLY = "mount -t tmpfs -o ro none $HOME"
all_programs = pytest.mark.parametrize("kind", PROGRAMS)


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    need("Xvfb", "xdotool")
    with private_xserver() as server:
        yield server


@pytest.fixture(scope="module")
def pictures(screen: XServer, tmp_path_factory: pytest.TempPathFactory) -> Pictures:
    folder = tmp_path_factory.mktemp("pictures")
    with window_manager(screen, folder / "wm"):
        return take_pictures(KioskHome(folder / "account", screen))


@pytest.fixture
def home(screen: XServer, tmp_path: Path) -> Iterator[KioskHome]:
    with window_manager(screen, tmp_path / "wm"):
        yield KioskHome(tmp_path / "account", screen)


def kill(kiosk: Kiosk, how: int = signal.SIGKILL) -> None:
    """End or stop the interface from outside."""
    os.kill(kiosk.child(), how)


def comes_back(kiosk: Kiosk, pictures: Pictures, name: str, fault: Callable[[], object]) -> None:
    """A visit is open, the fault comes: attract is back, works, and knows nothing of the visit."""
    failures = kiosk.told().count("restart ")
    kiosk.ask_something(pictures)
    assert kiosk.seconds_to(pictures.attract, name, fault) < CONTRACT_SECONDS
    kiosk.begin_visit(pictures)
    assert kiosk.told().count("restart ") == failures + 1
    assert not kiosk.traces()


# Faults of the program ---------------------------------------------------------------------


@all_programs
@pytest.mark.parametrize("how", [signal.SIGSTOP, signal.SIGSEGV])
def test_a_signal_to_the_interface(
    how: signal.Signals, kind: str, home: KioskHome, pictures: Pictures
) -> None:
    with home.running([*program(kind), "--kiosk"]) as kiosk:
        comes_back(kiosk, pictures, how.name, lambda: kill(kiosk, how))


@pytest.mark.parametrize(
    "fault",
    [
        faulty_kiosk.IN_A_SLOT,
        faulty_kiosk.IN_A_PAINT,
        faulty_kiosk.LOOP,
        faulty_kiosk.SEGV,
    ],
)
def test_a_fault_in_the_interface(fault: str, home: KioskHome, pictures: Pictures) -> None:
    with home.running([*FAULTY, fault]) as kiosk:
        comes_back(kiosk, pictures, fault, lambda: kiosk.tap(*TRAP))


def test_repeated_failures_end_on_the_static_help_screen_and_the_shell_is_tried_again(
    home: KioskHome, pictures: Pictures
) -> None:
    with home.running([*FAULTY, faulty_kiosk.AT_START]) as kiosk:
        seconds = kiosk.seconds_to(pictures.static, "five failures at once: the static help screen")
        assert seconds < CONTRACT_SECONDS
        kiosk.begin_visit(pictures)
        assert kiosk.told().count("restart ") == 5


@all_programs
def test_a_kiosk_killed_again_and_again(kind: str, home: KioskHome, pictures: Pictures) -> None:
    """The fifth time the static help screen comes, and comes back in its turn."""
    with home.running([*program(kind), "--kiosk"]) as kiosk:
        comes_back(kiosk, pictures, "SIGKILL, number 1", lambda: kill(kiosk))
        before = pictures.start
        for count, after in enumerate([pictures.attract] * 3 + [pictures.static] * 2, start=2):

            def fault(before: bytes = before) -> None:
                kill(kiosk)
                hands.wait_for(lambda: not kiosk.shows(before), "the window to go")

            assert kiosk.seconds_to(after, f"SIGKILL, number {count}", fault) < CONTRACT_SECONDS
            before = after


@all_programs
def test_a_killed_supervisor_leaves_nothing(kind: str, home: KioskHome, pictures: Pictures) -> None:
    """systemd, or a loop of a shell, starts it anew; nobody is in the way."""
    command = [*program(kind), "--kiosk"]
    with home.running(command) as kiosk:
        kiosk.ask_something(pictures)
        child = kiosk.child()
        kiosk.process.kill()
        hands.wait_for(lambda: has_ended(child), "the interface to end", CONTRACT_SECONDS)
    with home.running(command) as kiosk:
        kiosk.begin_visit(pictures)
        assert not kiosk.traces()


# Faults of the computer --------------------------------------------------------------------


@all_programs
@pytest.mark.parametrize("fault", [FULL, READ_ONLY], ids=["full", "read-only"])
def test_a_bad_disk(fault: str, kind: str, home: KioskHome, pictures: Pictures) -> None:
    """From the start on; then the interface fails, and cannot even report it."""
    need_root()
    own = kind == "source"
    command = [*FAULTY, faulty_kiosk.IN_A_SLOT] if own else [*program(kind), "--kiosk"]
    with home.running(command, confined=fault) as kiosk:
        assert kiosk.seconds_to(pictures.attract, "start on a bad disk") < CONTRACT_SECONDS
        crash = (lambda: kiosk.tap(*TRAP)) if own else (lambda: kill(kiosk))
        comes_back(kiosk, pictures, "a failure on a bad disk", crash)


@all_programs
def test_a_missing_home(kind: str, home: KioskHome, pictures: Pictures) -> None:
    homeless = replace(home, extra={"HOME": "/missing"})
    with homeless.running([*program(kind), "--kiosk"]) as kiosk:
        assert kiosk.seconds_to(pictures.attract, "start without a home") < CONTRACT_SECONDS
        kiosk.begin_visit(pictures)


@all_programs
def test_damaged_files(kind: str, home: KioskHome, pictures: Pictures) -> None:
    """The configuration and the PIN; for the tries see test_kiosk_pin."""
    for path in (home.config, home.pin):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(bytes(range(256)) * 4)
    with home.running([*program(kind), "--kiosk"]) as kiosk:
        assert kiosk.seconds_to(pictures.attract, "start with damaged files") < CONTRACT_SECONDS
        kiosk.ask_for_pin()
        kiosk.wait_while(pictures.start, pictures.attract)
        assert "restart " not in kiosk.told()


@all_programs
def test_a_clock_that_jumps_by_years(
    kind: str, home: KioskHome, pictures: Pictures, tmp_path: Path
) -> None:
    """The wall clock, as all programs of the kiosk see it; nobody can set the other ones."""
    clock = WallClock(tmp_path / "clock")
    jumping = replace(home, extra=clock.environ)
    with jumping.running([*program(kind), "--kiosk"]) as kiosk:
        for years in (10, -10):
            kiosk.ask_something(pictures)
            clock.jump(years)
            name = f"SIGKILL, the clock {years:+} years off"
            seconds = kiosk.seconds_to(pictures.attract, name, lambda: kill(kiosk))
            assert seconds < CONTRACT_SECONDS
        kiosk.begin_visit(pictures)
    assert len({line[:4] for line in kiosk.told().splitlines()}) == 2  # of the log: it did jump
