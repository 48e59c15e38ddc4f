"""Help now: contacts that can be reached at once, in large type, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.kiosk.screens.column_page import ColumnPage
from desktop.ui.answer.answer_parts import ContactCard
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.pack.view import PackView


class HelpNow(ColumnPage):
    """Numbers to call or text."""

    def __init__(self, pack: PackView, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._lang = pack, lang
        self._first: tuple[str, ...] = ()
        self._fill()

    def show_contacts(self, first: tuple[str, ...]) -> None:
        """Show the contacts of the help bar, after others.

        Args:
            first: ids of the contacts that the search query calls for.
        """
        self.go_up()
        if first != self._first:
            self._first = first
            self._fill()

    def set_language(self, lang: str) -> None:
        """Show the contacts in `lang`."""
        self._lang = lang
        self._fill()

    def _restyle(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self.add(WrappingLabel(self.tr("You can talk to someone now"), "kioskQuestion"))
        ids, call = (*self._first, *self._pack.manifest.help), self.tr("call")
        for contact in present_contacts(self._pack, ids, self._lang, today()):
            self.add(ContactCard(contact, "", self._look, copying=False, apart=True, calling=call))
        self.dress()
