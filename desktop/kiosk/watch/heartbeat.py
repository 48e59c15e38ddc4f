"""The child's heartbeat: one byte a second while the interface responds.

The timer belongs to the thread of the widgets, so a slot that never returns stops it. If the
supervisor has ended, this process ends at once, so that a new kiosk does not meet an old one.
"""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from desktop.base.process import end_with_parent
from desktop.kiosk.watch.supervised_process import FD_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Mapping

INTERVAL_MS: Final = 1000
SUPERVISOR_GONE: Final = 70  # exit code; EX_SOFTWARE of sysexits.h


class Heartbeat(QObject):
    """Beats once the event loop runs, then every second."""

    def __init__(self, pipe: int, parent: QObject | None = None) -> None:
        """Beat by the descriptor `pipe`, which this object owns."""
        super().__init__(parent)
        self._pipe = pipe
        os.set_blocking(pipe, False)  # a stopped supervisor must not stop us
        os.set_inheritable(pipe, False)  # noqa: FBT003  # a helper would keep it open
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self._beat)
        self._timer.start()
        QTimer.singleShot(0, self, self._beat)

    def _beat(self) -> None:
        try:
            with suppress(BlockingIOError):  # full: not read for hours
                os.write(self._pipe, b".")
        except BrokenPipeError:
            os._exit(SUPERVISOR_GONE)  # without exit handlers, which could block


def start(environ: Mapping[str, str], parent: QObject | None = None) -> Heartbeat | None:
    """Beat for the supervisor that started this process; None if there is none."""
    pipe = _pipe(environ.get(FD_VARIABLE, ""))
    if pipe is None:
        return None
    end_with_parent()  # if it has ended before, the first beat detects that
    return Heartbeat(pipe, parent)


def _pipe(number: str) -> int | None:
    """The descriptor in `number`, if it is that of a pipe."""
    with suppress(ValueError, OSError, OverflowError):
        if stat.S_ISFIFO(os.fstat(int(number)).st_mode):
            return int(number)
    return None
