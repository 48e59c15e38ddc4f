"""Card of a contact in an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.content.as_text import contact_text
from desktop.ui.answer.answer_parts import WrappingLabel
from desktop.ui.look import icons
from desktop.ui.look.named import named
from desktop.ui.widgets.flow import FlowLayout

if TYPE_CHECKING:
    from desktop.content.answer import ContactInfo
    from desktop.ui.look.theme import Look


class ContactCard(QFrame):
    """A contact: name, numbers in large type, and facts for callers.

    The Tab key reaches each card, and the button that copies it.
    """

    copyRequested = Signal(str)  # plain text: the name and its numbers

    def __init__(
        self,
        contact: ContactInfo,
        checked: str,
        look: Look,
        parent: QWidget | None = None,
        *,
        copying: bool = True,
        apart: bool = False,
        calling: str = "",
    ) -> None:
        """Build the card.

        Args:
            contact: to show.
            checked: line with the date of the last check, or "".
            look: theme and text size.
            parent: Qt's.
            copying: whether it can be copied.
            apart: whether each fact has a separate line.
            calling: the word beside a number that takes calls only, or "".
        """
        super().__init__(parent)
        self.setObjectName("contactCard")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._text = contact_text(contact)
        self._name = contact.name
        self.setAccessibleName(self._text)
        column = QVBoxLayout(self)
        edge = look.chrome.px(16)  # at 300 % the text needs the space
        column.setContentsMargins(edge, look.px(12), edge, look.px(12))
        column.setSpacing(look.px(3))
        name = contact.full_name
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(name, "contactName"), 1)
        if copying:
            head.addWidget(self._copy_button(look), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for each in contact.numbers:
            words = (calling, *each.about) if calling and not each.how else each.about
            number = WrappingLabel(each.number, "contactNumber")
            number.setWordWrap(False)
            note = WrappingLabel(" · ".join(words), "contactNote")
            number.setAccessibleName(f"{name}: {each.number} {note.text()}".strip())
            row = FlowLayout(look.px(10), 0)
            column.addLayout(row)
            row.addWidget(number)
            if note.text():
                row.addWidget(note)
        facts = contact.facts if apart else (" · ".join(contact.facts),)
        for line in (*facts, contact.web, checked):
            if line:
                column.addWidget(WrappingLabel(line, "contactNote"))

    def _copy_button(self, look: Look) -> QToolButton:
        button = named(QToolButton(), "copyContact")
        words = self.tr("Copy this contact")
        button.setToolTip(words)
        button.setAccessibleName(f"{words}: {self._name}")
        button.setIcon(icons.icon("copy", look.tokens.ink, look.chrome.px(18)))
        button.setIconSize(QSize(look.chrome.px(18), look.chrome.px(18)))
        button.clicked.connect(lambda: self.copyRequested.emit(self._text))
        return button
