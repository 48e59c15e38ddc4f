"""Prints a PDF through the programs `lpstat` and `lp` of CUPS.

Nothing blocks. The PDF goes through standard input, so no temporary file is left, and no text of
it is on a command line. Qt's own printing would need a plugin that connects to port 631 of this
computer.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from desktop.base.process import outside_environment

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT_MS: Final = 20_000  # a print server that is switched off may never answer
_DEFAULT: Final = "system default destination: "


@dataclass(frozen=True, slots=True)
class CupsPrograms:
    """Paths of the programs; "" for missing ones."""

    lpstat: str
    lp: str


def find_programs(which: Callable[[str], str | None] = shutil.which) -> CupsPrograms:
    """Find the programs of this computer."""
    return CupsPrograms(which("lpstat") or "", which("lp") or "")


def printers_in(listing: str) -> tuple[str, ...]:
    """Printers in the output of `lpstat -e -d`, the default one first."""
    lines = [line.strip() for line in listing.splitlines()]
    names = [line for line in lines if line and " " not in line]
    usual = [line.removeprefix(_DEFAULT) for line in lines if line.startswith(_DEFAULT)]
    return tuple(dict.fromkeys([*(name for name in usual if name in names), *names]))


class Printers(QObject):
    """The printers of this computer."""

    listed = Signal()  # `names` is complete
    sent = Signal()  # the printer accepted the document
    failed = Signal()  # the printer did not receive the document

    def __init__(
        self,
        programs: CupsPrograms | None = None,
        parent: QObject | None = None,
        *,
        limit_ms: int = LIMIT_MS,
    ) -> None:
        """Start without printers.

        Args:
            programs: by default those of this computer.
            parent: Qt's.
            limit_ms: milliseconds after which a program counts as failed.
        """
        super().__init__(parent)
        self._programs = find_programs() if programs is None else programs
        self._limit_ms = limit_ms
        self.names: tuple[str, ...] = ()
        self.is_known = False  # whether `names` is complete
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.stop)

    def look(self) -> None:
        """List the printers; emits `listed`."""
        if self._programs.lpstat and self._programs.lp:
            run = _Run(self, self._limit_ms)
            run.ended.connect(self._list)
            run.begin(self._programs.lpstat, ["-e", "-d"], b"")
        else:
            self._list(is_fine=False, output="")

    def send(self, pdf: bytes, *, title: str, printer: str) -> None:
        """Send a PDF to a printer; `sent` or `failed` is emitted later.

        Args:
            pdf: the complete file.
            title: shown by the printer and its queue; it must be neutral.
            printer: one of `names`.
        """
        run = _Run(self, self._limit_ms)
        run.ended.connect(self._tell)
        run.begin(self._programs.lp, ["-d", printer, "-t", title, "-"], pdf)

    def stop(self) -> None:
        """Stop running programs without a signal; the printer discards incomplete documents."""
        for run in self.findChildren(_Run):
            run.end()

    def _list(self, is_fine: bool, output: str) -> None:  # noqa: FBT001  # a signal's
        self.names, self.is_known = printers_in(output) if is_fine else (), True
        self.listed.emit()

    def _tell(self, is_fine: bool) -> None:  # noqa: FBT001  # a signal's
        (self.sent if is_fine else self.failed).emit()


class _Run(QProcess):
    """One run of a program of the system."""

    ended = Signal(bool, str)  # whether it succeeded; its output

    def __init__(self, parent: QObject, limit_ms: int) -> None:
        super().__init__(parent)
        self.setProcessEnvironment(_environment())
        self._limit = QTimer(self, singleShot=True, interval=limit_ms)
        self._limit.timeout.connect(self.kill)
        self.finished.connect(self._finish)
        self.errorOccurred.connect(self._see_error)

    def begin(self, program: str, words: list[str], feed: bytes) -> None:
        """Start the program and write `feed` to its standard input."""
        self._limit.start()
        self.start(program, words)
        if self.isOpen():
            self.write(feed)
            self.closeWriteChannel()

    def end(self) -> None:
        """Kill the process; `ended` is not emitted any more."""
        self.blockSignals(True)  # noqa: FBT003  # Qt's
        self.kill()
        self.waitForFinished(1000)  # it was killed, so this takes no time
        self.deleteLater()

    def _finish(self, code: int, status: QProcess.ExitStatus) -> None:
        self._limit.stop()
        output = bytes(self.readAllStandardOutput().data()).decode("utf-8", "replace")
        self.deleteLater()
        self.ended.emit(not code and status == QProcess.ExitStatus.NormalExit, output)

    def _see_error(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._finish(1, QProcess.ExitStatus.CrashExit)


def _environment() -> QProcessEnvironment:
    """Environment of a program of the system, which then answers in English."""
    environment = QProcessEnvironment()
    for key, value in outside_environment(os.environ).items():
        environment.insert(key, value)
    environment.insert("LC_ALL", "C.UTF-8")
    return environment
