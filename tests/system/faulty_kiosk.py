"""A kiosk whose interface misbehaves: `python -m tests.system.faulty_kiosk FAULT`.

Supervisor and shell are the real ones. On the pages of a visit lies one more button, which shows
nothing; what happens when it is touched is the fault.
"""

from __future__ import annotations

import ctypes
import os
import sys
from functools import partial
from typing import TYPE_CHECKING
from unittest.mock import patch

from desktop.kiosk.watch import backoff
from desktop.kiosk.watch.supervised_process import RESTARTS_VARIABLE
from desktop.kiosk.watch.supervisor import supervise

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent

    from desktop.kiosk.shell import Shell

TRAP = (4, 640, 40, 40)  # left, top, width and height of the button
REST_SECONDS = 2.0  # of the static help screen, instead of ten minutes
AT_START, IN_A_SLOT, IN_A_PAINT, LOOP, SEGV = "at-start", "slot", "paint", "loop", "segv"
"""Names of faults; the first comes five times, then the interface works."""


def main() -> int:
    """Supervise, or be the child; returns the exit code of the process."""
    fault, *words = sys.argv[1:]
    if not words:
        command = [sys.executable, "-m", "tests.system.faulty_kiosk", fault]
        with patch.object(backoff, "OPEN_SECONDS", REST_SECONDS):
            return supervise(command, environ=os.environ)
    from desktop.cli import kiosk  # noqa: PLC0415
    from desktop.kiosk import start  # noqa: PLC0415  # the supervisor has no Qt
    from desktop.kiosk.shell import Shell  # noqa: PLC0415

    with patch.object(start, "Shell", partial(_trapped, Shell, fault)):
        return kiosk.open_kiosk(words)


def _trapped(make: Callable[..., Shell], fault: str, *args: object) -> Shell:
    if fault == AT_START and int(os.environ[RESTARTS_VARIABLE]) < backoff.MOST_FAILURES:
        raise RuntimeError
    shell = make(*args)
    _add_trap(shell, fault)
    return shell


def _add_trap(shell: Shell, fault: str) -> None:
    from PySide6.QtWidgets import QAbstractButton  # noqa: PLC0415

    class Trap(QAbstractButton):
        """Cannot be seen; when it was touched, it is painted with an error if nothing else."""

        is_set = False

        def paintEvent(self, _event: QPaintEvent) -> None:
            if self.is_set:
                _raise()

        def set_trap(self) -> None:
            self.is_set = True
            self.update()

    trap = Trap(shell.page)
    trap.setGeometry(*TRAP)
    trap.raise_()
    trap.clicked.connect(FAULTS.get(fault, trap.set_trap))


def _raise() -> None:
    raise RuntimeError


def _loop() -> None:
    while True:
        pass


def _read_nowhere() -> None:
    ctypes.string_at(0)


FAULTS: dict[str, Callable[[], None]] = {IN_A_SLOT: _raise, LOOP: _loop, SEGV: _read_nowhere}


if __name__ == "__main__":
    sys.exit(main())
