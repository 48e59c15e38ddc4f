"""The operator's PIN at the real kiosk: the limit holds, and only the account can lift it."""

from __future__ import annotations

import json
import stat
import subprocess
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.operator.attempts import FIRST_WAIT, TRIES, PinAttempts
from tests.system import hands
from tests.system.conftest import need
from tests.system.kiosk_home import (
    PROGRAMS,
    KioskHome,
    program,
    still,
    window_manager,
)
from tests.system.wall_clock import WallClock
from tests.system.xserver import HEIGHT, WIDTH, private_xserver

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.system.kiosk_home import Kiosk
    from tests.system.xserver import XServer

PIN, NEW_PIN, WRONG_PIN = "480213", "975310", "246802"
LEEWAY = 120.0  # seconds that a slow test may take from a wait
HOUR = 3600.0  # seconds; no wait is longer
VISITORS_KEYS = ("Return", "Escape", "ctrl+alt+Delete", "ctrl+q", "alt+F4", "F1", "super")
all_programs = pytest.mark.parametrize("kind", PROGRAMS)


@pytest.fixture(scope="module")
def screen() -> Iterator[XServer]:
    need("Xvfb", "xdotool")
    with private_xserver() as server:
        yield server


@pytest.fixture
def home(screen: XServer, tmp_path: Path) -> Iterator[KioskHome]:
    with window_manager(screen, tmp_path / "wm"):
        yield KioskHome(tmp_path / "account", screen)


def set_pin(home: KioskHome, command: Sequence[str], pin: str) -> None:
    """What the operator does at the terminal of the account, also when the PIN is lost."""
    words = [*command, "kiosk", "pin", "--pin-stdin"]
    subprocess.run(words, input=f"{pin}\n", text=True, env=home.environ, check=True, timeout=60)


def tries(home: KioskHome) -> int:
    """Tries that are written down."""
    text = home.attempts.read_text("ascii") if home.attempts.exists() else "{}"
    return int(json.loads(text).get("tries", 0))


def wait_seconds(home: KioskHome) -> float:
    """How long nobody may try, by this computer's true clocks."""
    return PinAttempts(home.attempts).wait_seconds()


def enter(kiosk: Kiosk, pin: str) -> None:
    """Type a PIN."""
    hands.type_text(kiosk.server, pin)
    hands.press(kiosk.server, "Return")


def open_pin_page(kiosk: Kiosk) -> bytes:
    """Tap the corner; what is shown then."""
    attract = still(kiosk.server)
    kiosk.ask_for_pin()
    return kiosk.wait_while(attract)


def use_up_tries(kiosk: Kiosk) -> bytes:
    """Enter wrong PINs until there is a wait; what is shown then."""

    def are_used_up() -> bool:
        enter(kiosk, WRONG_PIN)
        return tries(kiosk.home) == TRIES

    hands.wait_for(are_used_up, "five tries")
    return still(kiosk.server)


def play(kiosk: Kiosk) -> None:
    """Touch everything and press keys, as a visitor may."""
    for y in range(HEIGHT // 8, HEIGHT, HEIGHT // 4):
        for x in range(WIDTH // 12, WIDTH, WIDTH // 6):
            kiosk.tap(x, y)
    for key in VISITORS_KEYS:
        hands.press(kiosk.server, key)


@all_programs
def test_the_limit_holds_until_a_new_pin_is_set_at_the_terminal(
    kind: str, home: KioskHome, tmp_path: Path
) -> None:
    command, clock = program(kind), WallClock(tmp_path / "clock")
    jumping = replace(home, extra=clock.environ)
    set_pin(home, command, PIN)
    with jumping.running([*command, "--kiosk"]) as kiosk:
        asking = open_pin_page(kiosk)
        waiting = use_up_tries(kiosk)
    before = home.attempts.read_bytes()
    assert {stat.S_IMODE(path.stat().st_mode) for path in (home.pin, home.attempts)} == {0o600}

    clock.jump(10)
    with jumping.running([*command, "--kiosk"]) as kiosk:
        open_pin_page(kiosk)
        kiosk.wait_for(waiting, "the wait after a restart, ten years later on the wall")
        clock.jump(-10)
        enter(kiosk, PIN)
        play(kiosk)
        kiosk.ask_for_pin()
        kiosk.wait_for(waiting, "the wait, ten years back")
        assert home.attempts.read_bytes() == before
        assert wait_seconds(home) > FIRST_WAIT - LEEWAY

        set_pin(home, command, NEW_PIN)
        kiosk.wait_for(asking, "the end of the wait")
        enter(kiosk, PIN)
        hands.wait_for(lambda: tries(home) == 1, "the old PIN to be wrong")
        wrong = kiosk.wait_while(asking)
        enter(kiosk, NEW_PIN)
        hands.wait_for(lambda: tries(home) == 0, "the new PIN to be taken")
        kiosk.wait_while(wrong, asking, waiting)
        assert "restart " not in kiosk.told()


@all_programs
def test_the_right_pin_after_the_wait(kind: str, home: KioskHome) -> None:
    """A damaged file counts as five wrong tries. The account sets the hour's passing in it."""
    command = program(kind)
    set_pin(home, command, PIN)
    home.attempts.write_bytes(bytes(range(256)))
    with home.running([*command, "--kiosk"]) as kiosk:
        waiting = open_pin_page(kiosk)
        assert wait_seconds(home) > FIRST_WAIT - LEEWAY
        enter(kiosk, PIN)
        assert tries(home) == TRIES
        state = json.loads(home.attempts.read_bytes())
        state["since_boot"] -= HOUR
        home.attempts.write_text(json.dumps(state), "ascii")
        asking = kiosk.wait_while(waiting)
        enter(kiosk, PIN)
        hands.wait_for(lambda: tries(home) == 0, "the right PIN to be taken")
        kiosk.wait_while(asking, waiting)
        assert "restart " not in kiosk.told()
