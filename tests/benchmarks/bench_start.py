"""How long until the window is painted, and how much memory that takes.

Compared in interleaved runs: the executable, a bare window packed by the same recipe, and the
program run from its source. The clock stops when the first pixel in the middle of the screen
changes: the X server keeps its screen in a file that is mapped here, so looking costs neither
server nor program anything. There is no window manager, and files are in the page cache. Given
the path of a large pack, the program run from its source is also measured with that, cached.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests import ROOT
from tests.system.xserver import HEIGHT, WIDTH, XServer, private_xserver

RUNS = 15
GOAL_START, GOAL_MEMORY = 1.35, 1.3  # times the bare window
BLACK = bytes(4)
LOOK_EVERY_SECONDS = 0.0005
STEADY_SECONDS = 0.5
GIVE_UP_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Series:
    """What was measured of one program."""

    command: tuple[str, ...]
    milliseconds: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)


def pss_bytes(pid: int) -> int:
    """Memory of a process and its children, shared pages counted by share."""
    try:
        rollup = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii")
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    own = next(int(line.split()[1]) for line in rollup.splitlines() if line.startswith("Pss:"))
    return 1024 * own + sum(pss_bytes(int(child)) for child in children)


def highest_memory(pid: int) -> int:
    """The most that was seen until it had not grown for half a second, in bytes."""
    highest, since = 0, time.monotonic()
    while time.monotonic() - since < STEADY_SECONDS:
        now = pss_bytes(pid)
        if now > 1.002 * highest:
            highest, since = now, time.monotonic()
        time.sleep(0.02)
    return highest


def wait_until_painted(server: XServer, *, painted: bool) -> None:
    """Wait until the middle of the screen shows a window, or shows none.

    Raises: TimeoutError: it did not happen in time.
    """
    deadline = time.monotonic() + GIVE_UP_SECONDS
    while (server.pixel(WIDTH // 2, HEIGHT // 2) != BLACK) != painted:
        if time.monotonic() > deadline:
            raise TimeoutError("the window neither came nor went")
        time.sleep(LOOK_EVERY_SECONDS)


def environment(server: XServer, home: str) -> dict[str, str]:
    """That of the programs measured."""
    return {
        "PATH": os.environ["PATH"],
        "LANG": "C.UTF-8",
        "HOME": home,
        "TMPDIR": home,
        "DISPLAY": server.display,
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null",  # else libdbus starts a bus
    }


def run_once(server: XServer, command: tuple[str, ...], home: str) -> tuple[float, int]:
    """Milliseconds to the first paint, and the memory after it in bytes."""
    began = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=environment(server, home), stderr=subprocess.DEVNULL
    )
    try:
        wait_until_painted(server, painted=True)
        milliseconds = 1000 * (time.perf_counter() - began)
        memory = highest_memory(process.pid)
    finally:
        process.terminate()
        process.wait()
    wait_until_painted(server, painted=False)
    return milliseconds, memory


def packed(name: str, kind: str) -> str:
    """Path of an executable, built if it is not there."""
    path = ROOT / "dist" / name
    if not path.is_file():
        build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
        subprocess.run([*build, "build.spec", "--", "--kind", kind], cwd=ROOT, check=True)
    return str(path)


def main(pack: str) -> None:
    """Print medians and their ratios to the bare window.

    Args:
        pack: path of a large one, "" for none.
    """
    source = (sys.executable, "-m", "desktop")
    table = {
        "bare window": Series((packed("luminaria-bare", "bare"),)),
        "executable": Series((packed("luminaria", "file"),)),
        "source": Series(source),
    }
    if pack:
        table["cached pack"] = Series((*source, "--pack", pack))
    with private_xserver() as server, tempfile.TemporaryDirectory() as home:
        if pack:
            index = (*source, "pack", "index", pack)
            subprocess.run(index, cwd=ROOT, env=environment(server, home), check=True)
        for number in range(RUNS + 1):
            for series in table.values():
                milliseconds, memory = run_once(server, series.command, home)
                if number:  # the first round warms the caches
                    series.milliseconds.append(milliseconds)
                    series.megabytes.append(memory / 1e6)
    bare_ms = statistics.median(table["bare window"].milliseconds)
    bare_mb = statistics.median(table["bare window"].megabytes)
    print(f"{'':12} {'first paint':>12} {'ratio':>6} {'memory':>9} {'ratio':>6}   ({RUNS} runs)")  # noqa: T201
    for name, series in table.items():
        ms, mb = statistics.median(series.milliseconds), statistics.median(series.megabytes)
        print(f"{name:12} {ms:9.0f} ms {ms / bare_ms:6.2f} {mb:6.1f} MB {mb / bare_mb:6.2f}")  # noqa: T201
    print(f"{'goal':12} {'':12} {GOAL_START:6.2f} {'':9} {GOAL_MEMORY:6.2f}")  # noqa: T201


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]) if sys.argv[1:] else "")  # noqa: PTH100
