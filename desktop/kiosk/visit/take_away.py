"""Pages for taking an answer along; they are shared with the desktop shell."""

from __future__ import annotations

# PySide looks for the source of each module when it is first imported after PySide. For this one,
# which segno needs, it looks in the working folder: at the start, so that no visit opens a file.
import struct  # noqa: F401
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.base.local_date import today
from desktop.content.booklet.document import PrintScope, compose
from desktop.kiosk.screens.listen_page import ListenPage
from desktop.kiosk.screens.print_page import PrintPage
from desktop.kiosk.screens.reading import VisitorAction
from desktop.ui.printing.page_size import usual_paper
from desktop.ui.printing.pdf import PdfJob, pdf_of
from desktop.ui.running.background import Background
from desktop.ui.takeaway.sheet_pages import SheetPages
from desktop.ui.takeaway.wallet_card import card_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QStackedWidget

    from desktop.kiosk.setup.config import Config
    from desktop.pack.view import PackView
    from desktop.ui.speech.read_aloud import ReadAloud
    from desktop.ui.takeaway.sheet_pages import Subject
    from desktop.ui.widgets.sheet import Page, Sheet


def offered(config: Config, *, has_voice: bool) -> frozenset[VisitorAction]:
    """The visitor actions that this kiosk offers.

    Args:
        config: printing needs a printer, reading aloud must be on.
        has_voice: whether one is installed.
    """
    lacking = set()
    if not config.printer:
        lacking.add(VisitorAction.PRINT)
    if not (config.read_aloud and has_voice):
        lacking.add(VisitorAction.LISTEN)
    return frozenset(set(VisitorAction) - lacking)


class TakeAway(SheetPages[VisitorAction]):
    """Opens the kiosk's pages for one pack."""

    curtainRequested = Signal()

    def __init__(
        self, pack: PackView, config: Config, voice: ReadAloud, stage: QStackedWidget, sheet: Sheet
    ) -> None:
        """Store what pages need.

        Args:
            pack: the pack shown.
            config: names the printer, and the title of print jobs.
            voice: reads aloud.
            stage: shows the sheet while a page is open.
            sheet: shows the pages; owns this object.
        """
        makers: dict[VisitorAction, Callable[[], Page]] = {
            VisitorAction.QR_CODE: self.make_qr_code,
            VisitorAction.LEARN: self.make_learn,
            VisitorAction.LISTEN: self._listen,
            VisitorAction.PRINT: self._print,
        }
        super().__init__(pack, stage, sheet, makers)
        self._config, self._voice = config, voice
        self._making: set[Background] = set()

    def forget(self) -> None:
        """Also cancel a PDF that is being made for a printer."""
        self._making.clear()
        super().forget()

    def _listen(self) -> Page:
        page = ListenPage(self._voice, self._subject)
        page.curtainRequested.connect(self.curtainRequested)
        return page

    def _print(self) -> Page:
        page = PrintPage(self.printers)
        page.cardRequested.connect(lambda: self._make(partial(card_pdf, self._pack)))
        page.answerRequested.connect(lambda: self._make(partial(self._answer, self._subject)))
        return page

    def _answer(self, subject: Subject) -> bytes:
        languages = (subject.lang,)
        document = compose(
            self._pack, PrintScope.ANSWER, subject.entry_id, languages, today=today()
        )
        return pdf_of(PdfJob(document, usual_paper()))

    def _make(self, work: Callable[[], bytes]) -> None:
        """Make a PDF in a thread, then print it."""
        making = Background(work, self)
        self._making.add(making)
        making.done.connect(lambda pdf: self._finish(making, pdf))
        making.failed.connect(lambda _: self._finish(making, b""))
        for ended in (making.done, making.failed):
            ended.connect(making.deleteLater)  # it holds the printed answer
        making.start()

    def _finish(self, making: Background, pdf: bytes) -> None:
        """Print the PDF, unless its visit is over."""
        if making not in self._making:
            return
        self._making.remove(making)
        if pdf:
            self.printers.send(pdf, title=self._config.name, printer=self._config.printer)
        else:
            self.printers.failed.emit()
