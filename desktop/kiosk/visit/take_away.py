"""What opens when a visitor takes something along; the pages are the desktop's."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.base.local_date import today
from desktop.content.booklet.document import compose
from desktop.content.booklet.scope import Scope
from desktop.kiosk.screens.listen_page import ListenPage
from desktop.kiosk.screens.print_page import PrintPage
from desktop.kiosk.screens.reading import Deed
from desktop.ui.printing.page_size import usual_paper
from desktop.ui.printing.paper import Printers
from desktop.ui.printing.pdf import Job, pdf_of
from desktop.ui.running.background import Background
from desktop.ui.takeaway.learn_page import LearnPage
from desktop.ui.takeaway.qr_page import QrPage
from desktop.ui.takeaway.wallet_card import card_pdf

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop.kiosk.setup.config import Config
    from desktop.pack.model import Pack
    from desktop.ui.speech.read_aloud import ReadAloud
    from desktop.ui.widgets.sheet import Sheet


def offered(config: Config, *, has_voice: bool) -> frozenset[Deed]:
    """What this kiosk has.

    Args:
        config: a printer must be named, and a voice wanted.
        has_voice: whether one is installed.
    """
    lacking = set()
    if not config.printer:
        lacking.add(Deed.PRINT)
    if not (config.read_aloud and has_voice):
        lacking.add(Deed.LISTEN)
    return frozenset(set(Deed) - lacking)


class TakeAway(QObject):
    """Opens pages in a sheet."""

    listenRequested = Signal()
    curtainRequested = Signal()

    def __init__(self, pack: Pack, config: Config, voice: ReadAloud, sheet: Sheet) -> None:
        super().__init__(sheet)
        self._pack, self._config, self._voice, self._sheet = pack, config, voice, sheet
        self._printers = Printers(parent=self)
        self._making: set[Background] = set()
        self._lang = ""

    def open(self, deed: Deed, entry_id: str, lang: str) -> None:
        """Open the page of `deed`.

        Args:
            deed: any but going back.
            entry_id: what is read; "" for none, which only learning a number allows.
            lang: language tag.
        """
        makers: dict[Deed, Callable[[str], QWidget]] = {
            Deed.QR_CODE: self._qr_code,
            Deed.LEARN: self._learn,
            Deed.LISTEN: self._listen,
            Deed.PRINT: self._print,
        }
        self._lang = lang
        self._sheet.show_page(makers[deed](entry_id))  # type: ignore[arg-type]  # all are pages

    def set_language(self, lang: str) -> None:
        """Show the open page in `lang`; what it leads to will be in it too."""
        self._lang = lang
        if change := getattr(self._sheet.page, "set_language", None):
            change(lang)

    def stop(self) -> None:
        """Take back what no printer has yet."""
        self._making.clear()
        self._printers.stop()

    def _learn(self, entry_id: str) -> QWidget:
        return LearnPage(self._pack, entry_id, self._lang)

    def _qr_code(self, entry_id: str) -> QWidget:
        page = QrPage(self._pack, entry_id, self._lang)
        page.learnRequested.connect(lambda: self.open(Deed.LEARN, entry_id, self._lang))
        return page

    def _listen(self, _entry_id: str) -> QWidget:  # the shell knows it
        page = ListenPage(self._voice)
        page.listenRequested.connect(self.listenRequested)
        page.curtainRequested.connect(self.curtainRequested)
        return page

    def _print(self, entry_id: str) -> QWidget:
        page = PrintPage(self._printers)
        page.cardRequested.connect(lambda: self._make(partial(card_pdf, self._pack)))
        page.answerRequested.connect(
            lambda: self._make(partial(self._answer, entry_id, self._lang))
        )
        return page

    def _answer(self, entry_id: str, lang: str) -> bytes:
        document = compose(self._pack, Scope.ANSWER, entry_id, (lang,), today=today())
        return pdf_of(Job(document, usual_paper()))

    def _make(self, work: Callable[[], bytes]) -> None:
        """Make a PDF in a thread, then print it."""
        making = Background(work, self)
        self._making.add(making)
        making.done.connect(lambda pdf: self._finish(making, pdf))
        making.failed.connect(lambda _: self._finish(making, b""))
        for ended in (making.done, making.failed):
            ended.connect(making.deleteLater)  # it knows which answer was printed
        making.start()

    def _finish(self, making: Background, pdf: bytes) -> None:
        """Print what was made, unless its visit is over."""
        if making not in self._making:
            return
        self._making.remove(making)
        if pdf:
            self._printers.send(pdf, title=self._config.name, printer=self._config.printer)
        else:
            self._printers.failed.emit()
