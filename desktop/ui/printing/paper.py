"""Prints a PDF through the programs `lpstat` and `lp` of CUPS.

Qt's own printing would need a plugin that connects to port 631 of this computer.
"""

from __future__ import annotations

from dataclasses import dataclass
from shutil import which
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QObject, Signal

from desktop.ui.running.outside_process import OutsideProcess

if TYPE_CHECKING:
    from collections.abc import Callable

LIMIT_MS: Final = 20_000  # a print server that is switched off may never answer
_DEFAULT: Final = "system default destination: "


@dataclass(frozen=True, slots=True)
class CupsPrograms:
    """Paths of the programs; "" for missing ones."""

    lpstat: str
    lp: str


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
        self._programs = programs or CupsPrograms(*(which(name) or "" for name in ("lpstat", "lp")))
        self._limit_ms = limit_ms
        self.names: tuple[str, ...] = ()
        self.is_known = False  # whether `names` is complete
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.stop)

    def refresh(self) -> None:
        """List the printers; emits `listed`."""
        if self._programs.lpstat and self._programs.lp:
            self._run([self._programs.lpstat, "-e", "-d"], b"", self._list)
        else:
            self._list(is_fine=False, output="")

    def send(self, pdf: bytes, *, title: str, printer: str) -> None:
        """Send a PDF to a printer; `sent` or `failed` is emitted later.

        Args:
            pdf: the complete file.
            title: shown by the printer and its queue; it must be neutral.
            printer: one of `names`.
        """
        self._run([self._programs.lp, "-d", printer, "-t", title, "-"], pdf, self._on_sent)

    def stop(self) -> None:
        """Stop running programs without a signal; the printer discards incomplete documents."""
        for run in self.findChildren(OutsideProcess):
            run.end()
            run.waitForFinished(1000)  # it was killed, so this takes no time

    def _run(self, command: list[str], feed: bytes, then: Callable[..., None]) -> None:
        run = OutsideProcess(self, self._limit_ms)
        run.ended.connect(then)
        run.begin(command, feed, LC_ALL="C.UTF-8")  # the answer is in English

    def _list(self, is_fine: bool, output: str) -> None:  # noqa: FBT001  # a signal's
        self.names, self.is_known = printers_in(output) if is_fine else (), True
        self.listed.emit()

    def _on_sent(self, is_fine: bool) -> None:  # noqa: FBT001  # a signal's
        (self.sent if is_fine else self.failed).emit()
