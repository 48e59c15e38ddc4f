"""The bar at the bottom: the numbers to call, always there, always in the same order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QWidget

from desktop.ui import icons
from desktop.ui.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.pack.model import Contact, Pack, Phone
    from desktop.ui.theme import Look


class HelpBar(QFrame):
    """Shows the contacts that the pack's manifest names."""

    def __init__(self, pack: Pack, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpBar")
        self._pack = pack
        self._lang = lang
        self._look: Look | None = None
        self._flow = FlowLayout(26, 2, self)
        # The bar needs as many rows as the width asks for, and gives up none of them.
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._fill()

    def set_language(self, lang: str) -> None:
        """Show the bar in `lang`."""
        self._lang = lang
        self._fill()

    def apply_look(self, look: Look) -> None:
        """Draw in another theme or text size."""
        self._look = look
        self._flow.setContentsMargins(look.px(22), look.px(14), look.px(22), look.px(14))
        self._flow.set_gaps(look.px(26), look.px(4))
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        if self._look is None:
            return
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        lead = QWidget()
        row = QHBoxLayout(lead)
        row.setContentsMargins(0, 0, 0, 0)
        picture, px = QLabel(), self._look.px
        picture.setPixmap(icons.icon("phone", self._look.tokens.ink, px(20)).pixmap(px(20), px(20)))
        row.addWidget(picture)
        row.addWidget(QLabel(self.tr("Get help now"), objectName="helpLead"))
        self._flow.addWidget(lead)
        for contact_id in self._pack.manifest.help:
            contact = self._pack.contact_by_id[contact_id]
            for phone in contact.phones:
                if phone.kind != "tty":
                    self._flow.addWidget(self._item(contact, phone))
        self.updateGeometry()

    def _item(self, contact: Contact, phone: Phone) -> QWidget:
        before, after = self._words(contact, phone)
        item = QWidget()
        row = QHBoxLayout(item)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(6) if self._look else 6)
        if before:
            row.addWidget(QLabel(before))
        number = QLabel(phone.number, objectName="helpNumber")
        number.setAccessibleName(f"{before} {phone.number} {after}".strip())
        row.addWidget(number)
        if after:
            row.addWidget(QLabel(after, objectName="helpSide"))
        return item

    def _words(self, contact: Contact, phone: Phone) -> tuple[str, str]:
        name = self._pack.text(contact.short_name or contact.name, self._lang)
        match phone.kind:
            case "text":
                return self.tr("Text"), ""
            case "call-or-text":
                return name, self.tr("call or text")
            case _:
                return name, ""
