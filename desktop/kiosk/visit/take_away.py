"""Pages for taking an answer along: those of both shells, and the kiosk's own two."""

from __future__ import annotations

# PySide looks for the source of each module when it is first imported after PySide. For this one,
# which segno needs, it looks in the working folder: at the start, so that no visit opens a file.
import struct  # noqa: F401
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, SignalInstance

from desktop.base.local_date import today
from desktop.content.booklet.document import PrintScope, compose_document
from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.ui.printing.page_size import default_paper
from desktop.ui.printing.pdf import pdf_of
from desktop.ui.running.background import BackgroundTask
from desktop.ui.takeaway.sheet_pages import SheetPages
from desktop.ui.takeaway.wallet_card import card_pdf
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import Page, PlainButton, make_label, set_text_or_hide

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from desktop.kiosk.setup.config import Config
    from desktop.pack.view import PackView
    from desktop.ui.printing.paper import Printers
    from desktop.ui.speech.read_aloud import ReadAloud
    from desktop.ui.takeaway.sheet_pages import Subject
    from desktop.ui.widgets.sheet import Page as SheetPage
    from desktop.ui.widgets.sheet import Sheet


def available_actions(config: Config, *, has_voice: bool) -> frozenset[VisitorAction]:
    """The visitor actions that a kiosk offers: printing needs a printer, reading aloud a voice."""
    lacking = set()
    if not config.printer:
        lacking.add(VisitorAction.PRINT)
    if not (config.read_aloud and has_voice):
        lacking.add(VisitorAction.LISTEN)
    return frozenset(set(VisitorAction) - lacking)


class ListenPage(Page):
    """Starts, pauses and resumes; the voice continues when the page is closed.

    It asks for headphones first, since others hear a loudspeaker.
    """

    curtainRequested = Signal()

    def __init__(self, voice: ReadAloud, subject: Subject) -> None:
        super().__init__()
        self._voice, self._subject = voice, subject
        self._first, self._others = make_label("qrIntro"), make_label("")
        self.start, self.hide_screen = PlainButton("primary"), PlainButton("listenHide")
        self.start.clicked.connect(self._toggle)
        self.hide_screen.clicked.connect(self.curtainRequested)
        for part in (self._first, self._others, self.start, self.hide_screen):
            self.column.addWidget(part)
        self.column.addStretch()
        voice.changed.connect(self._retranslate)
        self._retranslate()

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("Listen")

    def set_language(self, lang: str) -> None:
        """Set the language of the text to read."""
        self._subject = replace(self._subject, lang=lang)

    def _toggle(self) -> None:
        subject = self._subject
        self._voice.toggle(subject.entry_id, subject.lang, details=subject.details)

    def _retranslate(self) -> None:
        self._first.setText(self.tr("Plug in headphones first, if there is a place for them."))
        self._others.setText(self.tr("Without headphones, people near you hear it too."))
        self.start.set_text(self.tr("Pause") if self._voice.is_speaking else self.tr("Read aloud"))
        self.hide_screen.set_text(self.tr("Hide the screen while I listen"))


class PrintPage(Page):
    """Two choices, no preview, no list of printers, nothing on the disk; reports the outcome."""

    cardRequested = Signal()
    answerRequested = Signal()

    def __init__(self, printers: Printers) -> None:
        super().__init__()
        self._sent: bool | None = None  # None: nothing was printed yet, or the job is pending
        self._waits = False
        self._intro, self._status = make_label("qrIntro"), make_label("printStatus")
        self.card, self.answer = PlainButton("primary"), PlainButton("printAnswer")
        self.card.clicked.connect(lambda: self._wait(self.cardRequested))
        self.answer.clicked.connect(lambda: self._wait(self.answerRequested))
        for part in (self._intro, self.card, self.answer, self._status):
            self.column.addWidget(part)
        self.column.addStretch()
        # Methods, which Qt disconnects with this page: the printers outlive it.
        printers.sent.connect(self._on_sent)
        printers.failed.connect(self._on_failed)
        self._retranslate()

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("Print")

    def _wait(self, wish: SignalInstance) -> None:
        self._waits, self._sent = True, None
        self._retranslate()
        wish.emit()

    def _on_sent(self) -> None:
        self._show_status(sent=True)

    def _on_failed(self) -> None:
        self._show_status(sent=False)

    def _show_status(self, *, sent: bool) -> None:
        self._waits, self._sent = False, sent
        self._retranslate()
        announce(self, self._status.text())

    def _retranslate(self) -> None:
        self._intro.setText(
            self.tr("Other people can find the paper. Print only what is safe for you to carry.")
        )
        self.card.set_text(self.tr("A small card with phone numbers"))
        self.answer.set_text(self.tr("This answer"))
        for button in (self.card, self.answer):
            button.setEnabled(not self._waits)
        words = {
            None: self.tr("It is on its way to the printer…") if self._waits else "",
            True: self.tr(
                "It was sent to the printer. Please wait for the paper and take it with you."
            ),
            False: self.tr("It could not be printed. You can take it on a phone instead."),
        }
        set_text_or_hide(self._status, words[self._sent])


class TakeAway(SheetPages[VisitorAction]):
    """Opens the kiosk's pages for one pack."""

    curtainRequested = Signal()

    def __init__(
        self, pack: PackView, config: Config, voice: ReadAloud, stage: QStackedWidget, sheet: Sheet
    ) -> None:
        """Show the pages on `sheet`, which owns this object, and the sheet on `stage`."""
        makers: dict[VisitorAction, Callable[[], SheetPage]] = {
            VisitorAction.QR_CODE: self.make_qr_code,
            VisitorAction.LEARN: self.make_learn,
            VisitorAction.LISTEN: self._listen,
            VisitorAction.PRINT: self._print,
        }
        super().__init__(pack, stage, sheet, makers)
        self._config, self._voice = config, voice
        self._making: set[BackgroundTask] = set()

    def forget(self) -> None:
        """Also cancel a PDF that is being made for a printer."""
        self._making.clear()
        super().forget()

    def _listen(self) -> ListenPage:
        page = ListenPage(self._voice, self._subject)
        page.curtainRequested.connect(self.curtainRequested)
        return page

    def _print(self) -> PrintPage:
        page = PrintPage(self.printers)
        page.cardRequested.connect(lambda: self._make(partial(card_pdf, self._pack)))
        page.answerRequested.connect(lambda: self._make(partial(self._answer, self._subject)))
        return page

    def _answer(self, subject: Subject) -> bytes:
        languages = (subject.lang,)
        document = compose_document(
            self._pack, PrintScope.ANSWER, subject.entry_id, languages, today=today()
        )
        return pdf_of(document, default_paper())

    def _make(self, work: Callable[[], bytes]) -> None:
        """Make a PDF in a thread, then print it."""
        making = BackgroundTask(work, self)
        self._making.add(making)
        making.done.connect(lambda pdf: self._finish(making, pdf))
        making.failed.connect(lambda _: self._finish(making, b""))
        for ended in (making.done, making.failed):
            ended.connect(making.deleteLater)  # it holds the printed answer
        making.start()

    def _finish(self, making: BackgroundTask, pdf: bytes) -> None:
        """Print the PDF, unless its visit is over."""
        if making not in self._making:
            return
        self._making.remove(making)
        if pdf:
            self.printers.send(pdf, title=self._config.name, printer=self._config.printer)
        else:
            self.printers.failed.emit()
