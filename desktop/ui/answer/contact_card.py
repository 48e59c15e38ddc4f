"""The card of a contact in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.content.as_text import contact_text
from desktop.ui.answer.answer_parts import Text
from desktop.ui.look import icons
from desktop.ui.look.named import named
from desktop.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.pack.model import Contact
    from desktop.pack.view import PackView
    from desktop.ui.look.theme import Look


class ContactCard(QFrame):
    """A contact: name, numbers in large type, and what a caller wants to know before.

    The Tab key reaches each card as a whole, and the button that copies it.
    """

    copyRequested = Signal(str)  # plain text: the name and its numbers

    def __init__(
        self,
        pack: PackView,
        contact: Contact,
        lang: str,
        how: dict[str, str],
        checked: str,
        look: Look,
        parent: QWidget | None = None,
        *,
        copying: bool = True,
        apart: bool = False,
    ) -> None:
        """Build the card.

        Args:
            pack: the pack the contact belongs to.
            contact: whom to show.
            lang: language tag.
            how: words for the kinds of phone: "text", "call-or-text", "tty".
            checked: the line that tells when this was checked, or "".
            look: theme and text size.
            parent: Qt's.
            copying: whether it can be copied.
            apart: whether each fact has a line of its own.
        """
        super().__init__(parent)
        self.setObjectName("contactCard")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text = contact_text(pack, contact, lang)
        self.setAccessibleName(self._text)
        column = QVBoxLayout(self)
        edge = look.chrome.px(16)  # at 300 % the words need the room
        column.setContentsMargins(edge, look.px(12), edge, look.px(12))
        column.setSpacing(look.px(3))
        name = pack.text(contact.name, lang)
        if contact.place:
            name = f"{name}, {contact.place}"
        head = QHBoxLayout()
        head.addWidget(Text(name, "contactName"), 1)
        if copying:
            head.addWidget(self._copy_button(look), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for phone in contact.phones:
            words = [how.get(phone.kind, ""), phone.spelled, pack.text(phone.note, lang)]
            number = Text(phone.number, "contactNumber")
            number.setWordWrap(False)
            note = Text(" · ".join(word for word in words if word), "contactNote")
            number.setAccessibleName(f"{name}: {phone.number} {note.text()}".strip())
            row = FlowLayout(look.px(10), 0)
            column.addLayout(row)
            row.addWidget(number)
            if note.text():
                row.addWidget(note)
        facts = (
            contact.serves,
            contact.hours,
            contact.languages,
            contact.answered_by,
            contact.what_happens,
            contact.reports_to,
        )
        known = [text for fact in facts if (text := pack.text(fact, lang))]
        for line in known if apart else [" · ".join(known)] if known else []:
            column.addWidget(Text(line, "contactNote"))
        for line in (contact.web, checked):
            if line:
                column.addWidget(Text(line, "contactNote"))

    def _copy_button(self, look: Look) -> QToolButton:
        button = named(QToolButton(), "copyContact")
        words = self.tr("Copy this contact")
        button.setToolTip(words)
        button.setAccessibleName(f"{words}: {self._text.partition(':')[0]}")
        button.setIcon(icons.icon("copy", look.tokens.ink, look.chrome.px(18)))
        button.setIconSize(QSize(look.chrome.px(18), look.chrome.px(18)))
        button.clicked.connect(lambda: self.copyRequested.emit(self._text))
        return button
