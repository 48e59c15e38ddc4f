"""Opener of pages in a sheet; a shell declares its pages.

Pages are created, and their modules imported, on demand: a start needs none of them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtWidgets import QStackedWidget

    from desktop.pack.view import PackView
    from desktop.ui.printing.paper import Printers
    from desktop.ui.widgets.sheet import Page, Sheet

K = TypeVar("K", bound=Enum)


@dataclass(frozen=True, slots=True)
class Subject:
    """Subject of a page."""

    entry_id: str = ""  # of the answer on the screen, "" for none
    lang: str = ""  # language tag
    details: bool = True  # whether the details of that answer are expanded


class SheetPages(QObject, Generic[K]):
    """Opens pages in a sheet on a stage; the sheet closes them."""

    opened = Signal()  # the page is shown and has the focus

    def __init__(
        self,
        pack: PackView,
        stage: QStackedWidget,
        sheet: Sheet,
        makers: Mapping[K, Callable[[], Page]],
    ) -> None:
        """Store the makers of pages.

        Args:
            pack: that is shown.
            stage: shows the sheet while a page is open.
            sheet: where pages are shown; owns this object.
            makers: create the page of each key, about `subject`.
        """
        super().__init__(sheet)
        self._pack, self._stage, self._sheet, self._makers = pack, stage, sheet, makers
        self._subject = Subject()
        self._printers: Printers | None = None

    @property
    def keys(self) -> tuple[K, ...]:
        """Keys of all pages."""
        return tuple(self._makers)

    @property
    def printers(self) -> Printers:
        """Printers of this computer; they outlive a page, since printing takes time."""
        if self._printers is None:
            from desktop.ui.printing.paper import Printers  # noqa: PLC0415  # Qt widgets that a start does not need

            self._printers = Printers(parent=self)
        return self._printers

    def open(self, key: K, subject: Subject) -> None:
        """Open the page of `key`, one of `keys`, and give it the focus."""
        self._subject = subject
        self.show_page(self._makers[key]())

    def show_page(self, page: Page) -> None:
        """Show `page` instead of the content of the stage, and give it the focus."""
        self._sheet.show_page(page)
        self._stage.setCurrentWidget(self._sheet)
        self._sheet.take_focus()
        self.opened.emit()

    def set_language(self, lang: str) -> None:
        """Show the texts of the pack in `lang`, also on pages opened from this one."""
        self._subject = replace(self._subject, lang=lang)
        if change := getattr(self._sheet.page, "set_language", None):
            change(lang)

    def forget(self) -> None:
        """Delete the subjects of pages, and cancel documents that no printer has accepted."""
        self._subject = Subject()
        if self._printers is not None:
            self._printers.stop()

    # -- pages of both shells

    def make_qr_code(self) -> Page:
        """Create the page of the answer as a code; it links to learning a number."""
        from desktop.ui.takeaway.qr_page import QrPage  # noqa: PLC0415  # Qt widgets that a start does not need

        page = QrPage(self._pack, self._subject.entry_id, self._subject.lang)
        page.learnRequested.connect(lambda: self.show_page(self.make_learn()))
        return page

    def make_learn(self) -> Page:
        """Create the page for learning a number by heart."""
        from desktop.ui.takeaway.learn_page import LearnPage  # noqa: PLC0415  # Qt widgets that a start does not need

        return LearnPage(self._pack, self._subject.entry_id, self._subject.lang)
