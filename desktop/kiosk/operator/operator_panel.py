"""The operator's panel: state of the kiosk, tallies, service, test of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QDate, QEvent, QLocale, QObject, QTimer, Signal

from desktop.kiosk.operator.operator_card import ConfirmButton, OperatorCard
from desktop.kiosk.operator.operator_facts import OperatorFacts, span
from desktop.kiosk.operator.screen_test import ScreenTest
from desktop.kiosk.operator.stick_list import StickList
from desktop.kiosk.operator.tallies import TallyError
from desktop.kiosk.screens.column_page import ColumnPage
from desktop.kiosk.setup.check_result import CheckStatus
from desktop.kiosk.visit.idle import INPUT_EVENTS
from desktop.ui.look.changes import apply_look
from desktop.ui.widgets.page import PlainButton
from desktop.ui.widgets.wrapping import Heading

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent, QShowEvent

    from desktop.base.files import WriteError
    from desktop.kiosk.operator.removable import Stick
    from desktop.kiosk.setup.check_result import CheckResult

IDLE_TIMEOUT_MS: Final = 5 * 60_000


class OperatorPanel(ColumnPage):
    """Cards below each other. Emits requests as signals; performs none itself."""

    closeRequested = Signal()  # by the operator, or after five minutes without use
    exitRequested = Signal()
    exportRequested = Signal(str)  # the folder of a stick
    clearTalliesRequested = Signal()

    def __init__(self, facts: OperatorFacts, find_sticks: Callable[[], tuple[Stick, ...]]) -> None:
        """Show `facts`, which `show_facts` replaces; `find_sticks` returns the mounted sticks."""
        super().__init__()
        self._facts = facts
        self._find_sticks = find_sticks
        self._test: ScreenTest | None = None  # while it is shown
        self._idle = QTimer(self, interval=IDLE_TIMEOUT_MS, singleShot=True)
        self._idle.timeout.connect(self.closeRequested)
        self._fill()

    def show_facts(self, facts: OperatorFacts) -> None:
        """Show other facts; open questions are cancelled."""
        self._facts = facts
        self._fill()

    def show_outcome(self, file: str, error: WriteError | None) -> None:
        """Report whether the tallies were saved under the name `file`."""
        self.sticks.show_outcome(file, error)

    def resize_content(self) -> None:
        """Size the parts of the column."""
        super().resize_content()
        for button in (self.back, self.test):
            button.setMinimumHeight(max(60, self._look.chrome.px(44)))

    # -- events

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.go_up()
        self._idle.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._idle.stop()
        self._end_test()
        super().hideEvent(event)

    def see(self, _watched: QObject, event: QEvent) -> bool:
        """Restart the idle timeout at any touch or key while it is shown; consumes nothing."""
        if event.type() in INPUT_EVENTS and self.isVisible():
            self._idle.start()
        return False

    def _retranslate(self) -> None:
        if self.isVisible():  # else each language change by a visitor would be delayed by it
            self._fill()

    # -- cards

    def _fill(self) -> None:
        """Rebuild all cards: the length of texts depends on the language."""
        focus = self.window().focusWidget()
        inside = focus is not None and self.area.isAncestorOf(focus)
        self.clear()
        self.area.setAccessibleName(self.tr("For the operator"))
        self.add(Heading(self.tr("For the operator"), "operatorTitle"))
        self.back = PlainButton("primary")
        self.back.set_text(self.tr("Back to the kiosk"))
        self.back.clicked.connect(self.closeRequested)
        self.add(self.back)
        for card in (self._status(), self._checks(), self._contacts(), self._tallies()):
            self.add(card)
        self.add(self._screen())
        self.add(self._exit())
        self.resize_content()
        if inside:
            self.area.setFocus()  # the widget that had the focus is deleted

    def _status(self) -> OperatorCard:
        facts, card = self._facts, OperatorCard(self.tr("Status"))
        for problem in facts.problems:
            card.warn(problem)
        if not facts.can_write:
            card.warn(self.tr("The disk cannot be written to. Check that it has room."))
        card.fact(self.tr("Program:"), facts.version)
        card.fact(self.tr("Content:"), f"{facts.pack_title} ({facts.pack_id})")
        card.fact(self.tr("Edition:"), str(facts.pack_version))
        if facts.pack_created is not None and facts.pack_age is not None:
            age = self.tr("%n day(s) ago", "", facts.pack_age)
            card.fact(self.tr("Made on:"), f"{self._date(facts.pack_created)} ({age})")
        card.fact(self.tr("Running for:"), self._span(facts.up_seconds))
        card.fact(self.tr("Restarts after an error:"), str(facts.restarts))
        return card

    def _contacts(self) -> OperatorCard:
        old, card = self._facts.old_contacts(), OperatorCard(self.tr("Contacts"))
        card.fact(self.tr("In all:"), str(len(self._facts.contacts)))
        if not old:
            card.set_text(self.tr("All were checked in the last 180 days."))
            return card
        card.warn(
            self.tr("%n contact(s) may have changed. Call to make sure.", "", len(old)),
        )
        for contact in old:
            when = self._date(contact.checked_on) if contact.checked_on else self.tr("no date")
            card.fact(f"{contact.name}:", when)
        return card

    def _checks(self) -> OperatorCard:
        findings, card = self._facts.findings, OperatorCard(self.tr("Check"))
        if findings is None:
            card.set_text(self.tr("This kiosk is being checked. It takes a moment."))
            return card
        fine = [one for one in findings if one.state is CheckStatus.OK]
        for finding in findings:
            if finding.state is not CheckStatus.OK:
                self._add_check_result(card, finding)
        card.set_text(self.tr("%n check(s) found nothing wrong.", "", len(fine)))
        return card

    def _add_check_result(self, card: OperatorCard, finding: CheckResult) -> None:
        state = {
            CheckStatus.FAIL: self.tr("To be fixed:"),
            CheckStatus.WARN: self.tr("To look at:"),
            CheckStatus.UNKNOWN: self.tr("Not known:"),
        }[finding.state]
        words = f"{state} {finding.name}\n{finding.message} {finding.remedy}".strip()
        if finding.state is CheckStatus.FAIL:
            card.warn(words)
        else:
            card.set_text(words)

    def _tallies(self) -> OperatorCard:
        facts, card = self._facts, OperatorCard(self.tr("Tallies"))
        self.sticks = StickList(self._find_sticks)
        self.sticks.chosen.connect(self.exportRequested)
        self.clear_tallies = ConfirmButton(
            action=self.tr("Clear the tallies"),
            question=self.tr("This clears all tallies on this computer. You cannot undo it."),
            yes=self.tr("Clear them"),
            no=self.tr("Keep them"),
        )
        self.clear_tallies.confirmed.connect(self.clearTalliesRequested)
        if facts.tallies_on:
            self._add_tallies(card)
        else:
            card.set_text(self.tr("Off. Nothing is counted."))
        for control in (self.sticks, self.clear_tallies):
            card.add(control)
            control.setVisible(facts.tallies_on)
        return card

    def _add_tallies(self, card: OperatorCard) -> None:
        facts = self._facts
        card.set_text(
            self.tr(
                "On. It counts which answer was opened, the day and the language, and nothing"
                " people type."
            )
        )
        if facts.tally_error is not None:
            card.warn(self._tally_error_text(facts.tally_error))
        for day, rows in facts.last_days():
            lines = [f"{row.entry} · {row.language} · {row.count}" for row in rows]
            card.add(Heading(self._date(day), "heading3"))
            card.set_text("\n".join(lines))

    def _tally_error_text(self, error: TallyError) -> str:
        return {
            TallyError.SET_ASIDE: self.tr(
                "The file of the tallies was damaged. It was kept under a name with"
                " “.damaged” in it, and a new one was begun."
            ),
            TallyError.NOT_READ: self.tr(
                "The file of the tallies cannot be read. It was left alone. New counts last"
                " until the kiosk stops."
            ),
            TallyError.NOT_WRITTEN: self.tr(
                "The tallies could not be saved. They last until the kiosk stops. Check that"
                " the disk has room."
            ),
        }[error]

    def _screen(self) -> OperatorCard:
        card = OperatorCard(self.tr("Screen"))
        self.test = PlainButton("operatorButton")
        self.test.set_text(self.tr("Test the screen"))
        self.test.clicked.connect(self._begin_test)
        card.add(self.test)
        return card

    def _exit(self) -> OperatorCard:
        card = OperatorCard(self.tr("Service"))
        self.exit = ConfirmButton(
            action=self.tr("Exit for service"),
            question=self.tr(
                "The kiosk comes back when you log out, or when this computer starts again."
            ),
            yes=self.tr("Exit now"),
            no=self.tr("Stay"),
        )
        self.exit.confirmed.connect(self.exitRequested)
        card.add(self.exit)
        return card

    # -- the test of the screen

    def go_back(self) -> None:
        """Esc: end the test of the screen, or else request to be closed."""
        if self._test is not None:
            self._end_test()
        else:
            self.closeRequested.emit()

    def _begin_test(self) -> None:
        if self._test is None:
            self._test = ScreenTest(self.window())
            self._test.finished.connect(self._end_test)
            apply_look(self._test, self._look)
            self._test.show()
            self._test.raise_()

    def _end_test(self) -> None:
        if self._test is not None:
            test, self._test = self._test, None
            test.hide()
            test.deleteLater()
            self.test.setFocus()

    # -- texts

    def _date(self, date: dt.date) -> str:
        #: How a date is written, in the letters of QDate.toString
        pattern = self.tr("MMMM d, yyyy")
        return QLocale().toString(QDate(date.year, date.month, date.day), pattern)

    def _span(self, seconds: float) -> str:
        days, hours, minutes = span(seconds)
        parts = [
            self.tr("%n day(s)", "", days) if days else "",
            self.tr("%n hour(s)", "", hours) if hours else "",
            self.tr("%n minute(s)", "", minutes) if not days else "",
        ]
        return ", ".join(filter(None, parts))
