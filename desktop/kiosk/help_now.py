"""Help now: the contacts that the pack puts first, in large type, one below the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from desktop.kiosk.column_page import ColumnPage
from desktop.ui.answer_parts import Text
from desktop.ui.contact_card import ContactCard

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.ui.theme import Look


class HelpNow(ColumnPage):
    """Numbers to call or text."""

    def __init__(self, pack: Pack, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._lang = pack, lang
        self._fill()

    def set_language(self, lang: str) -> None:
        """Show the contacts in `lang`."""
        self._lang = lang
        self._fill()

    def apply_look(self, look: Look) -> None:
        """Draw in another theme or text size."""
        self._look = look
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self.add(Text(self.tr("You can talk to someone now"), "kioskQuestion"))
        how = {
            "call": self.tr("call"),
            "text": self.tr("text message"),
            "call-or-text": self.tr("call or text"),
            "tty": self.tr("TTY and relay"),
        }
        for contact_id in self._pack.manifest.help:
            contact = self._pack.contact_by_id[contact_id]
            card = ContactCard(
                self._pack, contact, self._lang, how, "", self._look, copying=False, apart=True
            )
            self.add(card)
        self.dress()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)
