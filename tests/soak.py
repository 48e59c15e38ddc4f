"""Visits without end: `python -m tests.soak [--minutes 30] [--visits N] [--seed N]`.

Runs the kiosk as its supervisor starts it, in a home of its own, with strangers at its window one
after the other. Prints what it weighs, and fails if that grows, or if anything goes wrong.

The tour of all looks and a warm-up of two minutes at most come first. What fills up after that is
small and has an end: the words and entries that the search keeps at hand, 1 MB of Python's memory
over some 350 visits (`lexicon`, `index` and `highlight` each keep so many and no more).
"""

from __future__ import annotations

import argparse
import gc
import os
import random
import re
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, fields
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desktop.base.folders import CONFIG_NAME
from desktop.base.resources import flagship_pack
from desktop.kiosk import start as app_kiosk
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.setup.config import PIN_NAME, load_config
from desktop.kiosk.shell import Shell
from desktop.pack import reader
from tests.visitor import PIN, Clock, Driver, Visitor, Wanderer

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tests.visitor import Steps

SAMPLE_SECONDS: Final = 5.0
WARM_UP: Final = 0.2  # share of the run, but
LONGEST_WARM_UP: Final = 120.0  # seconds
MOST_GROWTH: Final = 5.0  # per cent of the memory, over the run after warm-up
FEWEST: Final = 5  # samples after warm-up, else growth says nothing
CONFIG: Final = """\
[take-away]
printer = "none"

[operator]
tallies = true
"""
# Qt's platform "offscreen" has no such things; the soak is meant for xcb.
_HARMLESS: Final = re.compile(r"^This plugin does not support (propagateSizeHints|raise|grabbing)")


@dataclass(frozen=True, slots=True)
class Sample:
    """What the kiosk weighs on the attract screen, everything of a visit deleted.

    Attributes:
        seconds: since the tour of all looks, or the first visit.
        visits: that are over.
        rss: memory in KiB, everything that is mapped and present.
        pss: the same, with its share of what other processes use too.
        anonymous: the same, without what could be read from files again.
        handles: file descriptors.
        threads: of the operating system.
        widgets: of Qt.
        python: objects that Python's garbage collector knows.
    """

    seconds: float
    visits: int
    rss: int
    pss: int
    anonymous: int
    handles: int
    threads: int
    widgets: int
    python: int


def weigh(seconds: float, visits: int) -> Sample:
    """Weigh this process.

    QObjects that are no widgets are not counted: `findChildren` would tie what Qt made itself to
    the window, in Python, for as long as that lives.
    """
    memory = _numbers(Path("/proc/self/smaps_rollup"))
    return Sample(
        seconds=seconds,
        visits=visits,
        rss=memory["Rss"],
        pss=memory["Pss"],
        anonymous=memory["Anonymous"],
        handles=len(list(Path("/proc/self/fd").iterdir())),
        threads=_numbers(Path("/proc/self/status"))["Threads"],
        widgets=len(QApplication.allWidgets()),
        python=len(gc.get_objects()),
    )


def _numbers(path: Path) -> dict[str, int]:
    found = re.findall(r"^(\w+):\s+(\d+)", path.read_text("ascii", "replace"), re.MULTILINE)
    return {name: int(number) for name, number in found}


# Judging ----------------------------------------------------------------------------------


def after_warm_up(samples: Sequence[Sample]) -> list[Sample]:
    """The samples that count."""
    warm = min(LONGEST_WARM_UP, WARM_UP * samples[-1].seconds) if samples else 0.0
    return [sample for sample in samples if sample.seconds >= warm]


def slope(samples: Sequence[Sample], name: str) -> float:
    """How fast a weight grows, a second: the line of least squares."""
    if len(samples) < 2:
        return 0.0
    times = [sample.seconds for sample in samples]
    return statistics.linear_regression(times, _column(samples, name)).slope


def growth(samples: Sequence[Sample], name: str) -> float:
    """How much a weight grew over all of `samples`, in per cent, along that line."""
    if len(samples) < 2:
        return 0.0
    seconds = [sample.seconds for sample in samples]
    line = statistics.linear_regression(seconds, _column(samples, name))
    first = line.intercept + line.slope * seconds[0]
    return 100 * line.slope * (seconds[-1] - seconds[0]) / first


def ends(samples: Sequence[Sample], name: str) -> tuple[float, float]:
    """The middle weight of the first quarter of `samples`, and of the last one."""
    column, part = _column(samples, name), max(1, len(samples) // 4)
    return statistics.median(column[:part]), statistics.median(column[-part:])


def complaints(samples: Sequence[Sample], faults: Sequence[str]) -> list[str]:
    """What is wrong with a run."""
    found = list(faults)
    counted = after_warm_up(samples)
    if len(counted) < FEWEST:
        return found
    if (grown := growth(counted, "rss")) >= MOST_GROWTH:
        found.append(f"memory grew by {grown:.1f} %")
    for name in ("handles", "threads"):
        before, after = ends(counted, name)
        if after > before:
            found.append(f"{name} grew from {before:g} to {after:g}")
    return found


def _column(samples: Sequence[Sample], name: str) -> list[float]:
    return [float(getattr(sample, name)) for sample in samples]


# Printing ---------------------------------------------------------------------------------

_COLUMNS = [field.name for field in fields(Sample)]


def _print_sample(sample: Sample) -> None:
    _say(" ".join(f"{getattr(sample, name):>9.0f}" for name in _COLUMNS))


def _print_sums(samples: Sequence[Sample]) -> None:
    counted = after_warm_up(samples)
    if not counted:
        return
    for name in ("rss", "pss", "anonymous", "widgets", "python"):
        by_hour, by_run = 3600 * slope(counted, name), growth(counted, name)
        _say(f"{name:>10}: {by_hour:+12.0f} an hour, {by_run:+6.2f} % after warm-up")
    for name in ("handles", "threads"):
        before, after = ends(counted, name)
        _say(f"{name:>10}: {before:g} before, {after:g} after")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201  # the report


# Running ----------------------------------------------------------------------------------


class Faults:
    """Whatever is raised or warned of, anywhere in the process."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def listen(self) -> None:
        """Hear of everything from now on, in place of the program's own guard."""
        sys.excepthook = lambda _kind, error, _trace: self._raised(error)
        threading.excepthook = lambda args: self._raised(args.exc_value)
        sys.unraisablehook = lambda args: self._raised(args.exc_value)
        qInstallMessageHandler(self._told)

    def _raised(self, error: BaseException | None) -> None:
        trace = error.__traceback__ if error else None
        place = ""
        while trace is not None:
            place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
            trace = trace.tb_next
        self._note(f"{type(error).__name__} at {place}: {error}")

    def _told(self, kind: QtMsgType, _context: object, text: str) -> None:
        if kind != QtMsgType.QtDebugMsg and not _HARMLESS.match(text):
            self._note(f"Qt: {text}")

    def _note(self, words: str) -> None:
        self.seen.append(words)
        _say(words)


@dataclass(frozen=True, slots=True)
class Plan:
    """When to stop, and where to begin."""

    seconds: float
    visits: int  # 0: as many as there is time for
    seed: int


class Soak:
    """One run."""

    def __init__(self, plan: Plan) -> None:
        self.samples: list[Sample] = []
        self.faults = Faults()
        self._plan = plan
        self._clock = Clock()

    def run(self, home: Path) -> None:
        """Run the kiosk until the time is up."""
        places = _furnish(home)
        with patch.object(app_kiosk, "Shell", partial(self._make, Shell)):
            app_kiosk.run_shell(places, os.environ)

    def _make(self, make: Callable[..., Shell], *args: object) -> Shell:
        shell = make(*args, clock=self._clock)
        QTimer.singleShot(0, shell, lambda: self._begin(shell))
        return shell

    def _begin(self, shell: Shell) -> None:
        self.faults.listen()
        driver = Driver(self._steps(shell), shell)
        for ended in (driver.finished, driver.failed):
            ended.connect(lambda: QCoreApplication.exit(0))
        driver.start()

    def _steps(self, shell: Shell) -> Steps:
        yield lambda: shell.isActiveWindow() and shell._search is not None
        visitor = Visitor(shell, self._clock)
        chance = random.Random(self._plan.seed)  # noqa: S311
        wanderer = Wanderer(visitor, reader.read(flagship_pack()), chance)
        if not self._plan.visits:  # a few visits tell nothing about growth
            yield from wanderer.tour()
        start = time.monotonic()
        weighed = -SAMPLE_SECONDS
        _say(" ".join(f"{name:>9}" for name in _COLUMNS))
        while not self._is_over(passed := time.monotonic() - start, wanderer.visits):
            if passed - weighed >= SAMPLE_SECONDS:
                weighed = passed
                yield None  # the loop deletes what the last visit left
                self._keep(weigh(passed, wanderer.visits))
            yield from wanderer.visit()
        self._keep(weigh(time.monotonic() - start, wanderer.visits))

    def _keep(self, sample: Sample) -> None:
        self.samples.append(sample)
        _print_sample(sample)

    def _is_over(self, passed: float, visits: int) -> bool:
        return passed >= self._plan.seconds or 0 < self._plan.visits <= visits


def _furnish(home: Path) -> app_kiosk.KioskPaths:
    """A home with a configuration and a PIN."""
    config = home / CONFIG_NAME
    config.write_text(CONFIG, "utf-8")
    if problems := load_config(config).problems:
        raise ValueError(str(problems[0]))
    PinFile(home / PIN_NAME).set(PIN)
    return app_kiosk.KioskPaths(config, home / "state")


def main() -> int:
    """Soak; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30.0, help="how long")
    parser.add_argument("--visits", type=int, default=0, help="stop after so many, if earlier")
    parser.add_argument("--seed", type=int, default=1, help="of what visitors do")
    args = parser.parse_args()
    soak = Soak(Plan(60 * args.minutes, args.visits, args.seed))
    with tempfile.TemporaryDirectory(prefix="soak-") as folder:
        home = {"HOME": folder, "TMPDIR": folder, "XDG_RUNTIME_DIR": folder}
        with patch.dict(os.environ, home):
            soak.run(Path(folder))
    _print_sums(soak.samples)
    wrong = complaints(soak.samples, soak.faults.seen)
    _say(f"{len(soak.faults.seen)} exceptions and warnings")
    _say("\n".join(wrong) or "fine")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
