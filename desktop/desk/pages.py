"""The pages of the window: which one opens for which act, and where their wishes go.

Pages are made when they are asked for, and their modules read then: a start needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.desk.actions import Act

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.desk.actions import Actions
    from desktop.desk.bookmarks.bookmarks import Bookmarks
    from desktop.desk.saver import Saver
    from desktop.pack.view import PackView
    from desktop.ui.printing.paper import Printers
    from desktop.ui.widgets.sheet import Sheet

ABOUT_AN_ENTRY = {Act.QR_CODE, Act.TURN_AROUND, Act.BOTH_LANGUAGES}
"""Acts that need an answer on the screen."""


class Pages(QObject):
    """Opens pages in a sheet, for one pack."""

    entryRequested = Signal(str)  # entry id
    restartRequested = Signal()
    quitRequested = Signal()

    def __init__(
        self,
        pack: PackView,
        sheet: Sheet,
        acts: Actions,
        bookmarks: Bookmarks,
        saver: Saver,
        missing: Callable[[], Sequence[str]],
    ) -> None:
        """Know what pages need.

        Args:
            pack: that is shown.
            sheet: where pages are shown; owns this object.
            acts: whose keys the help lists.
            bookmarks: of this person.
            saver: asks where a file shall go.
            missing: tells what this computer lacks, a sentence each.
        """
        super().__init__(sheet)
        self._pack, self._sheet, self._acts = pack, sheet, acts
        self._bookmarks, self._saver, self._missing = bookmarks, saver, missing
        self._entry_id = self._lang = ""
        self._printers: Printers | None = None
        self._makers: dict[Act, Callable[[], QWidget]] = {
            Act.HELP: self._help,
            Act.ABOUT: self._about,
            Act.BOOKMARKS: self._bookmark_list,
            Act.BOTH_LANGUAGES: self._both_languages,
            Act.PRINT: self._print,
            Act.QR_CODE: self._qr_code,
            Act.LEARN_NUMBER: self._learn,
            Act.TURN_AROUND: self._turn,
        }

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts that open a page."""
        return tuple(self._makers)

    def open(self, act: Act, entry_id: str, lang: str) -> None:
        """Open the page of `act`.

        Args:
            act: one of `acts`.
            entry_id: of the answer on the screen, "" for none.
            lang: language tag.
        """
        self._entry_id, self._lang = entry_id, lang
        self._sheet.show_page(self._makers[act]())  # type: ignore[arg-type]  # all are pages

    def set_language(self, lang: str) -> None:
        """Show the texts of the pack in `lang`."""
        self._lang = lang
        if change := getattr(self._sheet.page, "set_language", None):
            change(lang)
        if tell := getattr(self._sheet.page, "set_missing", None):
            tell(self._missing())

    def open_trouble(self, folder: str, *, again: bool) -> None:
        """Tell that the program made a mistake, see `TroublePage`."""
        from desktop.desk.trouble_page import TroublePage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = TroublePage(folder, again=again)
        page.closeRequested.connect(self._sheet.close_page)
        page.restartRequested.connect(self.restartRequested)
        page.quitRequested.connect(self.quitRequested)
        self._sheet.show_page(page)

    def stop_printing(self) -> None:
        """Take back what no printer has yet, and the files it was in."""
        if self._printers is not None:
            self._printers.stop()

    def save_wallet_card(self) -> None:
        """Ask where the wallet card shall go."""
        from desktop.ui.takeaway.wallet_card import card_pdf  # noqa: PLC0415  # Qt widgets that a start does not need

        self._saver.ask("card.pdf", self.tr("PDF document"), lambda: card_pdf(self._pack))

    # -- the pages

    def _help(self) -> QWidget:
        from desktop.desk.help.help_page import HelpPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return HelpPage(self._acts, self._missing())

    def _about(self) -> QWidget:
        from desktop.desk.about.about_page import AboutPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return AboutPage(self._pack, self._lang)

    def _bookmark_list(self) -> QWidget:
        from desktop.desk.bookmarks.bookmarks_page import BookmarksPage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = BookmarksPage(self._bookmarks, self._pack, self._lang)
        page.entryChosen.connect(self.entryRequested)
        page.exportRequested.connect(
            lambda text: self._saver.ask("list.txt", self.tr("Text"), text.encode)
        )
        return page

    def _both_languages(self) -> QWidget:
        from desktop.desk.reading.side_by_side_page import SideBySidePage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = SideBySidePage(self._pack, self._entry_id, self._lang)
        page.entryRequested.connect(self.entryRequested)
        return page

    def _print(self) -> QWidget:
        from desktop.desk.printing.preview_page import PreviewPage  # noqa: PLC0415  # Qt widgets that a start does not need
        from desktop.ui.printing.paper import Printers  # noqa: PLC0415  # Qt widgets that a start does not need

        if self._printers is None:  # outlives the page: paper takes its time
            self._printers = Printers(parent=self)
        page = PreviewPage(self._pack, self._entry_id, self._lang, printers=self._printers)
        page.saveRequested.connect(
            lambda pdf: self._saver.ask("answers.pdf", self.tr("PDF document"), lambda: bytes(pdf))
        )
        return page

    def _qr_code(self) -> QWidget:
        from desktop.ui.takeaway.qr_page import QrPage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = QrPage(self._pack, self._entry_id, self._lang)
        page.learnRequested.connect(lambda: self.open(Act.LEARN_NUMBER, self._entry_id, self._lang))
        return page

    def _learn(self) -> QWidget:
        from desktop.ui.takeaway.learn_page import LearnPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return LearnPage(self._pack, self._entry_id, self._lang)

    def _turn(self) -> QWidget:
        from desktop.desk.reading.turn_page import TurnPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return TurnPage(self._pack, self._entry_id, self._lang)
