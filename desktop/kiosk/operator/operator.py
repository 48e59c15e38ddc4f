"""Operator access: taps in a corner, the PIN, the panel, exit for service."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import __version__
from desktop.base.folders import may_write_in
from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.kiosk.operator.corner import CornerTaps, CornerWatch
from desktop.kiosk.operator.operator_facts import CheckedContact, OperatorFacts
from desktop.kiosk.operator.operator_panel import OperatorPanel
from desktop.kiosk.operator.pin_page import PinPage
from desktop.kiosk.operator.removable import find_sticks, save_on
from desktop.kiosk.setup.config import PIN_NAME
from desktop.kiosk.setup.preflight import failed, preflight
from desktop.kiosk.setup.probes import this_computer
from desktop.kiosk.visit.idle import since_boot
from desktop.pack.freshness import check_dates
from desktop.ui.running.background import BackgroundTask

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.kiosk.operator.attempts import OperatorLock
    from desktop.kiosk.operator.tallies import Tallies
    from desktop.kiosk.setup.check_result import CheckResult
    from desktop.kiosk.setup.config import LoadedConfig
    from desktop.kiosk.shell import Shell
    from desktop.pack.errors import PackErrors
    from desktop.pack.view import PackView

CORNER = 80  # pixels at 100 %: large enough for a finger, small enough against accidental taps


@dataclass(frozen=True, slots=True)
class OperatorContext:
    """Configuration and state that the operator's screens use."""

    read: LoadedConfig
    config_path: Path  # the PIN file is in the same folder
    state: Path | None  # the folder of what outlasts a restart, if there is one
    lock: OperatorLock
    tallies: Tallies
    pack_errors: PackErrors | None = None  # of the configured pack, if another is the fallback
    restarts: int = 0  # of this kiosk after an error


class Operator(QObject):
    """Admits the operator over the kiosk's window, and performs what the panel requests."""

    exitRequested = Signal()

    def __init__(self, shell: Shell, pack: PackView, context: OperatorContext) -> None:
        super().__init__(shell)
        self._shell, self._pack, self._context = shell, pack, context
        self._since = since_boot()
        self._findings: tuple[CheckResult, ...] | None = ()  # None while the checks run
        config = context.read.config
        self._taps = CornerTaps(config.corner, config.corner_taps, shell.looks.look.px(CORNER))
        self.watch = CornerWatch(self._taps, shell, self)
        self.pin = PinPage(context.lock)
        self.panel = OperatorPanel(self._facts(), find_sticks)
        for screen in (self.pin, self.panel):
            shell.add_screen(screen)
        self._wire()

    def _wire(self) -> None:
        """Connect the signals of the parts."""
        self.watch.opened.connect(self.ask)
        self._shell.visitForgotten.connect(self._taps.start_over)
        self.pin.cancelled.connect(self._shell.leave)
        self.pin.granted.connect(self._open_panel)
        self.panel.closeRequested.connect(self._shell.leave)
        self.panel.exitRequested.connect(self._exit)
        self.panel.exportRequested.connect(self._export)
        self.panel.clearTalliesRequested.connect(self._clear)

    def ask(self) -> None:
        """Show the PIN page; this ends a visit."""
        if not self._shell.shows(self.pin) and not self._shell.shows(self.panel):
            self._shell.show_over(self.pin)
            self.pin.setFocus()

    def go_back(self) -> None:
        """Esc: close the operator's screen, or else go back within the visit."""
        if self._shell.shows(self.pin):
            self._shell.leave()
        elif self._shell.shows(self.panel):
            self.panel.go_back()
        else:
            self._shell.go_back()

    def _open_panel(self) -> None:
        # Not before the PIN: it starts programs of the system, which no visitor may.
        self._start_preflight()
        self._show_facts()  # before it is shown: filling it moves the focus, and that scrolls it
        self._shell.show_over(self.panel)
        self.panel.area.setFocus()

    def _exit(self) -> None:
        self._shell.leave()
        self.exitRequested.emit()

    # -- facts for the panel

    def _show_facts(self) -> None:
        self.panel.show_facts(self._facts())

    def _facts(self) -> OperatorFacts:
        context, manifest = self._context, self._pack.manifest
        lang, day = self._shell.lang, today()
        return OperatorFacts(
            today=day,
            version=__version__,
            pack_title=self._pack.text(manifest.title, lang),
            pack_id=manifest.id,
            pack_version=manifest.version,
            pack_created=manifest.created,
            up_seconds=since_boot() - self._since,
            restarts=context.restarts,
            problems=(
                *map(str, context.read.problems),
                *str(context.pack_errors or "").splitlines(),
            ),
            can_write=context.state is not None and may_write_in(context.state),
            contacts=tuple(
                CheckedContact(contact.name, contact.checked_on)
                for contact in present_contacts(self._pack, check_dates(self._pack), lang, day)
            ),
            tallies_on=context.tallies.is_on,
            tallies=context.tallies.rows(),
            tally_error=context.tallies.error,
            findings=self._findings,
        )

    def _start_preflight(self) -> None:
        """Start the pre-flight, unless an earlier one still runs."""
        if self._findings is None:
            return
        self._findings = None
        self._in_background(
            self._preflight, self._take_findings, lambda kind: self._take_findings((failed(kind),))
        )

    def _preflight(self) -> tuple[CheckResult, ...]:
        """Run the checks; slow, since they run programs of the system."""
        context = self._context
        groups = preflight(
            this_computer(),
            context.read,
            pack=context.pack_errors or self._pack,
            pin_path=context.config_path.with_name(PIN_NAME),
            state=context.state or context.config_path.parent,
        )
        return tuple(finding for group in groups.values() for finding in group)

    def _take_findings(self, findings: tuple[CheckResult, ...]) -> None:
        self._findings = findings
        if self._shell.shows(self.panel):
            self._show_facts()

    # -- requests of the panel

    def _export(self, folder: str) -> None:
        name, text = f"tallies-{today().isoformat()}.csv", self._context.tallies.as_csv()
        self._in_background(
            lambda: save_on(Path(folder), name, text),
            lambda outcome: self.panel.show_outcome(name, outcome),
        )

    def _clear(self) -> None:
        self._context.tallies.clear()
        self._show_facts()

    def _in_background(
        self,
        work: Callable[[], object],
        then: Callable[[Any], None],
        if_failed: Callable[[str], None] = lambda _kind: None,
    ) -> None:
        job = BackgroundTask(work, self)
        job.done.connect(then)
        job.failed.connect(if_failed)
        for ended in (job.done, job.failed):
            ended.connect(job.deleteLater)
        job.start()
