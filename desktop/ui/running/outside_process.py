"""One run of a program of the system, which never blocks."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desktop.base.process import outside_environment

if TYPE_CHECKING:
    from collections.abc import Sequence


class OutsideProcess(QProcess):
    """Runs once and deletes itself; its input is never on a disk or a command line."""

    ended = Signal(bool, str, str)  # whether it succeeded; its output; its error output

    def __init__(self, parent: QObject, limit_ms: int) -> None:
        """Prepare a run that counts as failed after `limit_ms` milliseconds."""
        super().__init__(parent)
        self._is_wanted = True
        self._limit = QTimer(self, singleShot=True, interval=limit_ms)
        self._limit.timeout.connect(self.kill)
        self.finished.connect(self._finish)
        self.errorOccurred.connect(self._see_error)

    def begin(self, command: Sequence[str], feed: bytes, **variables: str) -> None:
        """Start the program.

        Args:
            command: its path and arguments.
            feed: its standard input.
            variables: of its environment, besides those of this process.
        """
        self.setEnvironment(environment(**variables))
        self._limit.start()
        self.start(command[0], command[1:])
        if self.isOpen():
            self.write(feed)
            self.closeWriteChannel()

    def end(self) -> None:
        """Kill the process; `ended` is not emitted any more."""
        self._is_wanted = False
        self.kill()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        self.deleteLater()
        if self._is_wanted:
            is_fine = not code and status == QProcess.ExitStatus.NormalExit
            output, errors = (
                bytes(each.data()).decode("utf-8", "replace")
                for each in (self.readAllStandardOutput(), self.readAllStandardError())
            )
            self.ended.emit(is_fine, output, errors)

    def _see_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finish(1, QProcess.ExitStatus.CrashExit)


def environment(**variables: str) -> list[str]:
    """Environment of a program of the system, with `variables`, as Qt takes it."""
    combined = outside_environment(os.environ) | variables
    return [f"{key}={value}" for key, value in combined.items()]
