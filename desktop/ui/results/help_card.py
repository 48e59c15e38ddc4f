"""Card above the results, shown if the query suggests an urgent need of help."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive
from desktop.ui.look.named import named

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent

    from desktop.content.answer import ContactInfo, PhoneNumber
    from desktop.pack.view import PackView

_ALL = 1000  # lines: no limit
_FEW = 2


class HelpCard(Adaptive, QFrame):
    """Shows the contacts that fit the query."""

    tapped = Signal(tuple)  # ids of its contacts

    def __init__(self, pack: PackView, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpCard")
        self._pack = pack
        self._lang = lang
        self._contacts: tuple[str, ...] = ()
        self._plenty = self._little = 0  # pixels, see `set_room`
        self._most = _ALL
        self._edge = 0
        self._picture = QLabel()
        self._title = named(QLabel(), "helpTitle")
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
        """Shorten the card if it shares a small height with search and results.

        Args:
            high: height of all, pixels.
        """
        lines = _ALL if high >= self._plenty else _FEW if high >= self._little else 0
        if lines != self._most:
            self._most = lines
            self._fill()

    def set_language(self, lang: str) -> None:
        """Show the card in `lang`."""
        self._lang = lang
        self._fill()

    def _restyle(self) -> None:
        look = self._look
        px = look.chrome.px
        self._plenty, self._little = look.px(420), px(200)
        self._edge = px(13)
        self._column.setSpacing(px(4))
        picture = icons.icon("phone", look.tokens.warm, px(20))
        self._picture.setPixmap(picture.pixmap(px(20), px(20)))

    def _fill(self) -> None:
        contacts = self._present(self._contacts)
        lines = self._lines(contacts) or self._lines(self._present(self._pack.manifest.help))
        self._text.setText("<br>".join(lines[: self._most]))  # the help bar has the others
        numbers = "" if self._most else " · ".join(_numbers(contacts)[:_FEW])
        self._title.setText(f"{self.title}: {numbers}" if numbers else self.title)
        self._text.setVisible(self._most > 0)
        above = self._edge * 3 // 4 if self._most else 4
        self._column.setContentsMargins(self._edge, above, self._edge, above)

    def _present(self, contact_ids: tuple[str, ...]) -> tuple[ContactInfo, ...]:
        return present_contacts(self._pack, contact_ids, self._lang, today())

    def _lines(self, contacts: tuple[ContactInfo, ...]) -> list[str]:
        """Lines of rich text, one for each contact that can be called or texted."""
        return [
            f"{escape(contact.label)}: {self._way(contact.voice_numbers[0])}"
            for contact in contacts
            if contact.voice_numbers
        ]

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


def _numbers(contacts: tuple[ContactInfo, ...]) -> list[str]:
    """First number of each contact, for the shortest form of the card."""
    return [contact.voice_numbers[0].number for contact in contacts if contact.voice_numbers]
