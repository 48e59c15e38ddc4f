"""Tries to break out of the kiosk for as long as it takes: `python -m tests.break_out`.

Every chord, click and request on every screen, then random events; the same without a window
manager, with a share of the chords, since no key passes through one. What was found is printed;
the exit code tells whether that was nothing. Logs and pictures stay in build/break-out.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from typing import TYPE_CHECKING

from tests import ROOT
from tests.system.break_out_kiosk import walk_through
from tests.system.break_out_walk import FULL, SHORT
from tests.system.kiosk_home import PROGRAMS, program
from tests.system.xserver import private_xserver

if TYPE_CHECKING:
    from tests.system.break_out_walk import Walk

FOLDER = ROOT / "build" / "break-out"


def main() -> int:
    """Try it, and report; 1 if there is a way out."""
    parser = argparse.ArgumentParser(prog="python -m tests.break_out", description=__doc__)
    parser.add_argument("--events", type=int, default=100_000, help="random ones, in all")
    parser.add_argument("--seed", type=int, default=1, help="of the random events")
    parser.add_argument("--program", choices=PROGRAMS, default="source", help="which kiosk")
    parser.add_argument("--noise-only", action="store_true", help="random events, nothing else")
    words = parser.parse_args()
    found = []
    for managed in (True, False):
        name = "openbox" if managed else "bare"
        say(f"{words.program}, {name}, seed {words.seed}")
        folder, command = FOLDER / name, program(words.program)
        shutil.rmtree(folder, ignore_errors=True)
        with (
            private_xserver() as server,
            walk_through(server, folder, command, managed=managed) as walk,
        ):
            found += try_all(walk, words.events // 2, words.seed, noise_only=words.noise_only)
    for each in found:
        say(f"  {each}")
    say(f"{len(found)} ways out")
    return bool(found)


def try_all(walk: Walk, events: int, seed: int, *, noise_only: bool) -> list[str]:
    """Everything on one kiosk; what succeeded."""
    try:
        if not noise_only:
            _try_screens(walk)
        _make_noise(walk, events, seed)
        walk.still_works()
    except AssertionError as error:
        walk.found += [str(error), *getattr(error, "__notes__", ())]
    return walk.found + walk.calls()


def _try_screens(walk: Walk) -> None:
    begun = time.monotonic()
    dose = FULL if walk.has_manager else SHORT
    walk.try_screens(dose, lambda screen: say(f"  {screen}, {len(walk.found)} found"))
    say(f"  every screen: {time.monotonic() - begun:.0f} s")


def _make_noise(walk: Walk, events: int, seed: int) -> None:
    begun = time.monotonic()
    walk.make_noise(events, seed, lambda words: say(f"  {words}, {len(walk.found)} found"))
    seconds = time.monotonic() - begun
    say(f"  {walk.sent} random events: {seconds:.0f} s, {walk.sent / seconds:.0f} a second")


def say(words: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
