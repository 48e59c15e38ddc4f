"""Nobody gets out of the kiosk, whatever is pressed, clicked, dropped or asked for.

Here a share of it, so that it takes a minute; `python -m tests.break_out` tries all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.system import hands
from tests.system.break_out_kiosk import account, walk_through, watched
from tests.system.break_out_moves import chords, click_about
from tests.system.break_out_walk import SCREENS, SHORT
from tests.system.conftest import need
from tests.system.kiosk_home import PROGRAMS, SOURCE, program
from tests.system.system_calls import Rule
from tests.system.xserver import private_xserver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.system.break_out_walk import Walk
    from tests.system.xserver import XServer

EVENTS = 3000
SEED = 7


@pytest.fixture
def screen() -> Iterator[XServer]:
    need("Xvfb", "xdotool", "strace", "openbox")
    with private_xserver() as server:
        yield server


def nothing_found(walk: Walk) -> None:
    walk.still_works()
    assert walk.found == []
    assert walk.calls() == []


@pytest.mark.parametrize("kind", PROGRAMS)
def test_nothing_on_any_screen_leads_out(kind: str, screen: XServer, tmp_path: Path) -> None:
    with walk_through(screen, tmp_path / "kiosk", program(kind), managed=True) as walk:
        assert len({walk.pictures[name] for name in SCREENS}) == len(SCREENS)
        walk.try_screens(SHORT)
        nothing_found(walk)


@pytest.mark.parametrize("kind", PROGRAMS)
def test_random_events_lead_nowhere(kind: str, screen: XServer, tmp_path: Path) -> None:
    """Without a window manager, which nobody is there to put right."""
    with walk_through(screen, tmp_path / "kiosk", program(kind), managed=False) as walk:
        walk.try_requests("start")
        walk.make_noise(EVENTS, SEED)
        nothing_found(walk)


@pytest.fixture
def plain_window(screen: XServer, tmp_path: Path) -> Iterator[Walk]:
    """The window for people with a computer of their own, over the whole screen."""
    with watched(account(screen, tmp_path / "plain"), SOURCE, managed=True) as walk:
        hands.wait_for_window(screen, walk.kiosk.process)
        walk.keys.chord(["F11"])
        walk.keys.sync()
        walk.begin()
        yield walk


def test_a_window_with_menus_is_caught(plain_window: Walk) -> None:
    click_about(plain_window.keys)
    plain_window.look("buttons")
    assert any("was shown" in each for each in plain_window.found)


def test_a_window_that_copies_is_caught(plain_window: Walk) -> None:
    for chord in (["Control_L", "k"], ["z"], ["q"], ["Control_L", "a"], ["Control_L", "c"]):
        plain_window.keys.chord(chord)
    plain_window.settle()
    plain_window.look_at_selections()
    assert "CLIPBOARD holds b'zq'" in plain_window.found


def test_a_window_that_closes_is_caught(plain_window: Walk) -> None:
    watch = plain_window.watch
    watch.send(watch.window, watch.window, "WM_PROTOCOLS", watch.atom("WM_DELETE_WINDOW"))
    hands.wait_for(lambda: not watch.covers(), "a window that is gone")
    # It keeps its place for the next start, which is written a moment later.
    hands.wait_for(plain_window.calls, "a file that is written")


def test_each_chord_is_there_once() -> None:
    every = chords(lambda _: True)
    assert len({frozenset(chord) for chord in every}) == len(every)
    assert ("Control_L", "Alt_L", "Delete") in every
    assert ("Alt_L", "F4") in every


RULE = Rule(read=("/usr/lib/",), write=("/srv/state",), run=("/usr/bin/lp",), connect=('/X7"',))


@pytest.mark.parametrize(
    "line",
    [
        '12 openat(AT_FDCWD, "/etc/passwd", O_RDONLY|O_CLOEXEC) = 3',
        '12 openat(AT_FDCWD, "/usr/lib/a", O_RDWR|O_CREAT, 0600) = 3',
        '12 openat(AT_FDCWD, "/usr/lib/a", O_WRONLY <unfinished ...>',
        '12 creat("/usr/lib/a", 0600) = 3',
        '12 execve("/bin/sh", ["sh"], 0x7 /* 3 vars */) = 0',
        "12 socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 3",
        '12 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X77"}, 20) = 0',
        '12 rename("/srv/state/a", "/srv/elsewhere") = 0',
        '12 unlink("/usr/lib/a") = 0',
    ],
)
def test_a_call_that_is_not_allowed_is_told(line: str) -> None:
    assert list(RULE.breaches(iter([line, line]))) == [line.removeprefix("12 ")]


@pytest.mark.parametrize(
    "line",
    [
        '12 openat(AT_FDCWD, "/usr/lib/O_CREAT", O_RDONLY) = 3',
        '12 openat(AT_FDCWD, "/srv/state/a", O_RDWR|O_CREAT, 0600) = 3',
        '12 execve("/usr/bin/lp", ["lp"], 0x7 /* 3 vars */) = 0',
        "12 socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
        '12 connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X7"}, 20) = 0',
        '12 rename("/srv/state/a", "/srv/state/b") = 0',
        "12 --- SIGCHLD {si_signo=SIGCHLD} ---",
    ],
)
def test_a_call_that_is_allowed_is_not_told(line: str) -> None:
    assert not list(RULE.breaches(iter([line])))
