"""Pages of the window: opens the page of an action and connects its signals.

Modules of pages are imported on first use: a start needs none of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.desk.actions import Action
from desktop.ui.takeaway.sheet_pages import SheetPages

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QStackedWidget

    from desktop.desk.actions import ActionCollection
    from desktop.desk.bookmarks.bookmarks import Bookmarks
    from desktop.desk.saver import FileSaver
    from desktop.pack.view import PackView
    from desktop.ui.widgets.sheet import Page, Sheet


class PageOpener(SheetPages[Action]):
    """The window's pages, for one pack."""

    entryRequested = Signal(str)  # entry id
    restartRequested = Signal()
    quitRequested = Signal()

    def __init__(
        self,
        pack: PackView,
        stage: QStackedWidget,
        sheet: Sheet,
        actions: ActionCollection,
        bookmarks: Bookmarks,
        saver: FileSaver,
        missing: Callable[[], Sequence[str]],
    ) -> None:
        """Store what pages need; `missing` returns what this computer lacks, a sentence each."""
        makers: dict[Action, Callable[[], Page]] = {
            Action.HELP: self._help,
            Action.ABOUT: self._about,
            Action.BOOKMARKS: self._bookmark_list,
            Action.BOTH_LANGUAGES: self._both_languages,
            Action.PRINT: self._print,
            Action.QR_CODE: self.make_qr_code,
            Action.LEARN_NUMBER: self.make_learn,
            Action.TURN_AROUND: self._turn,
        }
        super().__init__(pack, stage, sheet, makers)
        self._actions, self._bookmarks, self._saver, self._missing = (
            actions,
            bookmarks,
            saver,
            missing,
        )

    def open_error_page(self, folder: str, *, again: bool) -> None:
        """Show that the program had an error, see `ErrorPage`."""
        from desktop.desk.error_page import ErrorPage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = ErrorPage(folder, again=again)
        page.closeRequested.connect(self._sheet.close_page)
        page.restartRequested.connect(self.restartRequested)
        page.quitRequested.connect(self.quitRequested)
        self.show_page(page)

    def save_wallet_card(self) -> None:
        """Prompt for a place and save the wallet card."""
        from desktop.ui.takeaway.wallet_card import card_pdf  # noqa: PLC0415  # Qt widgets that a start does not need

        self._saver.ask("card.pdf", self.tr("PDF document"), lambda: card_pdf(self._pack))

    # -- the pages

    def _help(self) -> Page:
        from desktop.desk.help_page import HelpPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return HelpPage(self._actions, self._missing)

    def _about(self) -> Page:
        from desktop.desk.about.about_page import AboutPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return AboutPage(self._pack, self._subject.lang)

    def _bookmark_list(self) -> Page:
        from desktop.desk.bookmarks.bookmarks_page import BookmarksPage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = BookmarksPage(self._bookmarks, self._pack, self._subject.lang)
        page.entryChosen.connect(self.entryRequested)
        page.exportRequested.connect(
            lambda text: self._saver.ask("list.txt", self.tr("Text"), text.encode)
        )
        return page

    def _both_languages(self) -> Page:
        from desktop.desk.reading.side_by_side_page import SideBySidePage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = SideBySidePage(self._pack, self._subject.entry_id, self._subject.lang)
        page.entryRequested.connect(self.entryRequested)
        return page

    def _print(self) -> Page:
        from desktop.desk.printing.preview_page import PreviewPage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = PreviewPage(
            self._pack, self._subject.entry_id, self._subject.lang, printers=self.printers
        )
        page.saveRequested.connect(
            lambda pdf: self._saver.ask("answers.pdf", self.tr("PDF document"), lambda: bytes(pdf))
        )
        return page

    def _turn(self) -> Page:
        from desktop.desk.reading.turn_page import TurnPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return TurnPage(self._pack, self._subject.entry_id, self._subject.lang)
