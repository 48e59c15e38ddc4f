"""From a PDF to paper, through the programs `lpstat` and `lp` of CUPS.

Nothing blocks. The PDF goes through standard input, so no temporary file is left behind, and no
word of it stands on a command line. Qt's own printing would need a plugin that connects to port
631 of this computer.
"""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, QTimer, Signal

from desktop.ui.voices import outside_environment

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT_MS: Final = 20_000  # a print server that is switched off may never answer
_DEFAULT: Final = "system default destination: "


@dataclass(frozen=True, slots=True)
class Programs:
    """Where the programs are; "" where they are not."""

    lpstat: str
    lp: str


def find_programs(which: Callable[[str], str | None] = shutil.which) -> Programs:
    """The programs of this computer."""
    return Programs(which("lpstat") or "", which("lp") or "")


def printers_in(listing: str) -> tuple[str, ...]:
    """The printers in what `lpstat -e -d` says, the usual one first."""
    lines = [line.strip() for line in listing.splitlines()]
    names = [line for line in lines if line and " " not in line]
    usual = [line.removeprefix(_DEFAULT) for line in lines if line.startswith(_DEFAULT)]
    return tuple(dict.fromkeys([*(name for name in usual if name in names), *names]))


class Printers(QObject):
    """The printers of this computer."""

    listed = Signal()  # `names` says which there are
    sent = Signal()  # the printer has it
    failed = Signal()  # it has nothing

    def __init__(
        self,
        programs: Programs | None = None,
        parent: QObject | None = None,
        *,
        limit_ms: int = LIMIT_MS,
    ) -> None:
        """Know no printer yet.

        Args:
            programs: by default those of this computer.
            parent: Qt's.
            limit_ms: milliseconds after which a program counts as failed.
        """
        super().__init__(parent)
        self._programs = find_programs() if programs is None else programs
        self._limit_ms = limit_ms
        self.names: tuple[str, ...] = ()
        self.is_known = False  # whether `names` are all there are
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.stop)

    def look(self) -> None:
        """Find out which printers there are; `listed` tells when."""

        def ended(output: str | None) -> None:
            self.names, self.is_known = printers_in(output or ""), True
            self.listed.emit()

        if self._programs.lpstat and self._programs.lp:
            self._run(self._programs.lpstat, ["-e", "-d"], b"", ended)
        else:
            ended(None)

    def send(self, pdf: bytes, *, title: str, printer: str) -> None:
        """Hand a PDF to a printer; `sent` or `failed` comes later.

        Args:
            pdf: the whole of it.
            title: what the printer and its queue show; it must be neutral.
            printer: one of `names`.
        """

        def ended(output: str | None) -> None:
            (self.failed if output is None else self.sent).emit()

        self._run(self._programs.lp, ["-d", printer, "-t", title, "-"], pdf, ended)

    def stop(self) -> None:
        """End what still runs: what the printer has in part, it drops."""
        for process in self.findChildren(QProcess):
            process.finished.disconnect()
            process.errorOccurred.disconnect()
            process.kill()
            process.waitForFinished(1000)  # it was killed, so this takes no time
            process.deleteLater()

    def _run(
        self, program: str, words: list[str], feed: bytes, ended: Callable[[str | None], None]
    ) -> None:
        """Run a program; `ended` is told its output, or None if it failed."""
        process = QProcess(self)
        process.setProcessEnvironment(_environment())
        limit = QTimer(process, singleShot=True, interval=self._limit_ms)
        limit.timeout.connect(process.kill)

        def finish(code: int, status: QProcess.ExitStatus) -> None:
            limit.stop()
            fine = not code and status == QProcess.ExitStatus.NormalExit
            output = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
            process.deleteLater()
            ended(output if fine else None)

        def see_error(error: QProcess.ProcessError) -> None:
            if error == QProcess.ProcessError.FailedToStart:
                finish(1, QProcess.ExitStatus.CrashExit)

        process.finished.connect(finish)
        process.errorOccurred.connect(see_error)
        limit.start()
        process.start(program, words)
        if process.isOpen():
            process.write(feed)
            process.closeWriteChannel()


def _environment() -> QProcessEnvironment:
    """That of a program of the system, which then answers in English."""
    environment = QProcessEnvironment()
    bundled = hasattr(sys, "_MEIPASS")
    for key, value in outside_environment(os.environ, bundled=bundled).items():
        environment.insert(key, value)
    environment.insert("LC_ALL", "C.UTF-8")
    return environment
