"""Card above the results, shown if the query suggests an urgent need of help."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from desktop.content.answer import ContactInfo, PhoneNumber
    from desktop.pack.view import PackView

_ALL = 1000  # lines: no limit
_FEW = 2


class HelpCard(Adaptive, QFrame):
    """Shows the contacts that fit the query."""

    tapped = Signal(tuple)  # ids of its contacts

    def __init__(self, pack: PackView, lang: str) -> None:
        super().__init__()
        self.setObjectName("helpCard")
        self._pack = pack
        self._lang = lang
        self._contacts: tuple[str, ...] = ()
        self._most = _ALL
        self._picture = QLabel()
        self._title = with_object_name(QLabel(), "helpTitle")
        self._title.setWordWrap(True)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._text)
        self._retranslate()

    @property
    def title(self) -> str:
        """First line of the card."""
        return self.tr("You can talk to someone now")

    def show_contacts(self, contacts: tuple[str, ...]) -> None:
        """Show the card with these contacts; with none, hide it.

        If none of them can be called or texted, show those of the help bar.
        """
        self._contacts = contacts
        self._fill()
        self.setVisible(bool(contacts and (self._text.text() or not self._most)))

    def set_room(self, high: int) -> None:
        """Shorten the card if `high`, pixels for it, search and results together, is small."""
        look = self._look
        lines = _ALL if high >= look.px(420) else _FEW if high >= look.chrome.px(200) else 0
        if lines != self._most:
            self._most = lines
            self._fill()

    def set_language(self, lang: str) -> None:
        """Show the card in `lang`."""
        self._lang = lang
        self._fill()

    def _restyle(self) -> None:
        px = self._look.chrome.px
        self._column.setSpacing(px(4))
        picture = icons.icon("phone", self._look.tokens.warm, px(20))
        self._picture.setPixmap(picture.pixmap(px(20), px(20)))

    def _fill(self) -> None:
        contacts = self._reachable(self._contacts)
        lines = [
            f"{escape(contact.label)}: {self._way(contact.voice_numbers[0])}"
            for contact in contacts or self._reachable(self._pack.manifest.help)
        ]
        self._text.setText("<br>".join(lines[: self._most]))  # the help bar has the others
        numbers = " · ".join(contact.voice_numbers[0].number for contact in contacts[:_FEW])
        in_title = numbers and not self._most
        self._title.setText(f"{self.title}: {numbers}" if in_title else self.title)
        self._text.setVisible(self._most > 0)
        edge = self._look.chrome.px(13)
        above = edge * 3 // 4 if self._most else 4
        self._column.setContentsMargins(edge, above, edge, above)

    def _reachable(self, contact_ids: tuple[str, ...]) -> list[ContactInfo]:
        """Contacts that can be called or texted."""
        contacts = present_contacts(self._pack, contact_ids, self._lang, today())
        return [contact for contact in contacts if contact.voice_numbers]

    def _way(self, phone: PhoneNumber) -> str:
        # No line breaks between a hyphen and a digit (Unicode annex 14, rule LB25).
        number = f"<b>{escape(phone.number)}</b>"
        if self._most < _ALL and phone.kind != "text":
            return number
        match phone.kind:
            case "text":
                how = self.tr("text")  # translation tools do not parse f-strings
                return f"{how} {number} {escape(phone.note)}".strip()
            case "call-or-text":
                how = self.tr("call or text")
                return f"{number} {how}"
            case _:
                return number

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Handle a tap anywhere on the card."""
        if self.rect().contains(event.position().toPoint()):
            self.tapped.emit(self._contacts)

    def _retranslate(self) -> None:
        self._fill()
