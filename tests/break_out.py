"""Tries to break out of the kiosk for as long as it takes: `python -m tests.break_out`.

Every chord, click and request on every screen, then random events; the same without a window
manager, with a share of the chords, since no key passes through one. What was found is printed; the exit code tells whether that was nothing.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.system.break_out_walk import FULL, SHORT, walk_through
from tests.system.kiosk_home import PROGRAMS, program
from tests.system.xserver import private_xserver

if TYPE_CHECKING:
    from tests.system.break_out_walk import Walk


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
        with private_xserver() as server, tempfile.TemporaryDirectory() as folder:
            command = program(words.program)
            name = "openbox" if managed else "no window manager"
            say(f"{words.program}, {name}, seed {words.seed}")
            with walk_through(server, Path(folder) / "kiosk", command, managed=managed) as walk:
                found += try_all(walk, words.events // 2, words.seed, noise=words.noise_only)
    for each in found:
        say(f"  {each}")
    say(f"{len(found)} ways out")
    return bool(found)


def try_all(walk: Walk, events: int, seed: int, *, noise: bool) -> list[str]:
    """Everything on one kiosk; what succeeded."""
    begun = time.monotonic()
    if not noise:
        walk.try_screens(
            FULL if walk.has_manager else SHORT,
            lambda screen: say(f"  {screen}, {len(walk.found)} found"),
        )
        say(f"  every screen: {time.monotonic() - begun:.0f} s, {len(walk.found)} found")
    begun = time.monotonic()
    walk.make_noise(events, seed, lambda words: say(f"  {words}, {len(walk.found)} found"))
    seconds = time.monotonic() - begun
    say(f"  {walk.sent} random events: {seconds:.0f} s, {walk.sent / seconds:.0f} a second")
    walk.still_works()
    return walk.found + walk.calls()


def say(words: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
