"""The real kiosk under strace on a private screen, set up to be broken out of."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, Final

from tests import ROOT
from tests.system import hands
from tests.system.break_out_walk import IDLE_SECONDS, WARNING_SECONDS, Walk
from tests.system.kiosk_home import CORNER, KioskHome
from tests.system.system_calls import Rule, strace
from tests.system.x_bait import Bait
from tests.system.x_input import XInput
from tests.system.x_watch import Watch

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from tests.system.xserver import XServer

PIN: Final = b"480273\n"
SETTINGS: Final = f"""[visit]
idle-seconds = {IDLE_SECONDS}
warning-seconds = {WARNING_SECONDS}
read-aloud = false
"""  # which would start a voice; a printer there is none


@contextmanager
def walk_through(
    server: XServer, folder: Path, command: Sequence[str], *, managed: bool
) -> Iterator[Walk]:
    """The real kiosk with a PIN, under strace, and somebody before it.

    Args:
        server: the screen; nothing else may be on it.
        folder: for the account and the logs.
        command: the program.
        managed: whether openbox runs, set up as docs/kiosk.md has it.
    """
    home = account(server, folder)
    init = [*command, "kiosk", "init", "--pin-stdin"]
    subprocess.run(init, env=home.environ, input=PIN, capture_output=True, check=True)
    home.config.write_text(SETTINGS, "utf-8")
    words = [*command, "--kiosk", "--config", str(home.config)]
    with watched(home, words, managed=managed) as walk:
        walk.begin()
        walk.look_round()
        yield walk


def account(server: XServer, folder: Path) -> KioskHome:
    """An account in which Python writes no compiled modules, which no kiosk does."""
    return KioskHome(folder, server, {"PYTHONDONTWRITEBYTECODE": "1"})


@contextmanager
def watched(home: KioskHome, command: Sequence[str], *, managed: bool) -> Iterator[Walk]:
    """A program under strace, and somebody before it; for the rest see `walk_through`."""
    places = _places(home)
    log = home.folder / "strace.log"
    with ExitStack() as stack:
        if managed:
            stack.enter_context(_openbox(home.server, home.folder / "wm"))
        kiosk = stack.enter_context(home.running([*strace(log), *command]))
        display = home.server.display
        clients = XInput(display), Watch(display), Bait(display)
        for client in clients:
            stack.callback(client.close)
        yield Walk(kiosk, *clients, **places, has_manager=managed, log=log, rule=_rule(home))


def _places(home: KioskHome) -> dict[str, Any]:
    command = [sys.executable, "-m", "tests.system.kiosk_places", str(home.config)]
    environ = home.environ | {"QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(command, env=environ, capture_output=True, check=True)
    told = json.loads(done.stdout)
    for places in (told["names"], *told["controls"].values()):
        entries = places.items() if isinstance(places, dict) else enumerate(places)
        for key, place in list(entries):
            places[key] = tuple(place)
    told["names"]["corner"] = CORNER
    return dict(told)


@contextmanager
def _openbox(server: XServer, folder: Path) -> Iterator[None]:
    """Openbox with the file that we ship."""
    folder.mkdir()
    config = ROOT / "assets" / "linux" / "kiosk" / "rc.xml"
    process = subprocess.Popen(
        ["openbox", "--sm-disable", "--config-file", str(config)],
        env={"DISPLAY": server.display, "HOME": str(folder), "PATH": "/usr/bin:/bin"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        hands.wait_for(lambda: hands.xdotool(server, "get_num_desktops"), "openbox")
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def _rule(home: KioskHome) -> Rule:
    """What a kiosk opens in a visit.

    Read: its own files, and those of Python and Qt, which load parts when they are first needed;
    libraries, fonts, pointers and keyboard tables of the system; its PIN and the file of tries.
    Written: that last one, when a wrong PIN was confirmed. Programs: none. Sockets: the screen.
    """
    own = home.home
    return Rule(
        read=(
            *(f"{ROOT}/{part}/" for part in ("desktop", "assets", "data", "dist", ".venv")),
            *(f"{place}/lib/" for place in (sys.base_prefix, "/usr", "")),
            *(
                "/usr/share/fonts/",
                "/usr/local/share/fonts/",
                "/etc/fonts/",
                "/var/cache/fontconfig/",
            ),
            *("/usr/share/icons/", "/usr/share/pixmaps/", "/usr/X11R6/lib/X11/icons/"),
            *("/usr/share/X11/", "/etc/ld.so.cache", "/sys/devices/system/cpu/"),
            *(f"{own}/{name}" for name in (".icons/", ".XCompose", ".config/XCompose")),
            *(f"{own}/{name}" for name in (".local/share/icons/", ".cache/fontconfig/")),
            str(home.pin),
        ),
        write=(str(home.attempts.parent),),
        connect=(f'/tmp/.X11-unix/X{home.server.display.lstrip(":")}"',),  # noqa: S108
    )
