"""The card above the results when the words typed suggest that help is needed now."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.ui import icons
from desktop.ui.named import named

if TYPE_CHECKING:
    from desktop.pack.model import Pack
    from desktop.ui.theme import Look


class HelpCard(QFrame):
    """Names the contacts that fit the words typed."""

    def __init__(self, pack: Pack, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpCard")
        self._pack = pack
        self._lang = lang
        self._contacts: tuple[str, ...] = ()
        self._picture = QLabel()
        self._title = named(QLabel(), "helpTitle")
        self._title.setWordWrap(True)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.RichText)
        head = QHBoxLayout()
        head.addWidget(self._picture)
        head.addWidget(self._title, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(head)
        self._column.addWidget(self._text)
        self._retranslate()

    def show_contacts(self, contacts: tuple[str, ...]) -> None:
        """Show the card with these contacts; with none, hide it."""
        self._contacts = contacts
        self.setVisible(bool(contacts))
        self._fill()

    def set_language(self, lang: str) -> None:
        """Show the card in `lang`."""
        self._lang = lang
        self._fill()

    def apply_look(self, look: Look) -> None:
        """Draw in another theme or text size."""
        px = look.px
        self._column.setContentsMargins(px(13), px(10), px(13), px(10))
        self._column.setSpacing(px(4))
        picture = icons.icon("phone", look.tokens.warm, px(20))
        self._picture.setPixmap(picture.pixmap(px(20), px(20)))

    def _fill(self) -> None:
        lines = []
        for contact_id in self._contacts:
            contact = self._pack.contact_by_id.get(contact_id)
            if contact is None or not contact.phones:
                continue
            name = self._pack.text(contact.short_name or contact.name, self._lang)
            phone = contact.phones[0]
            how = self.tr("call or text") if phone.kind == "call-or-text" else ""
            # A number must not break over two lines: non-breaking hyphens.
            number = phone.number.replace("-", "‑")  # noqa: RUF001
            lines.append(f"{escape(name)}: <b>{escape(number)}</b> {how}".strip())
        self._text.setText("<br>".join(lines))

    def changeEvent(self, event: QEvent) -> None:
        """Qt's."""
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._title.setText(self.tr("You can talk to someone now"))
        self._fill()
