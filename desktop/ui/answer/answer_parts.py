"""Widgets that an answer consists of.

Assistive technology meets headings, paragraphs, list items and links separately, instead of
one long text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from desktop.content.as_text import contact_text
from desktop.pack.markup import Block, BlockKind
from desktop.ui.look import icons
from desktop.ui.look.changes import with_object_name
from desktop.ui.look.text import paragraph, rich
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from desktop.content.answer import ContactInfo
    from desktop.ui.look.theme import Look


class ListItem(QWidget):
    """One item of a list with its bullet or number."""

    def __init__(self, block: Block, look: Look) -> None:
        super().__init__()
        self._look = look
        self._number = block.number if block.kind is BlockKind.NUMBERED else 0
        self.text = WrappingLabel(rich(block.runs))
        row = QHBoxLayout(self)
        row.setContentsMargins(look.px(30 if self._number else 22), 0, 0, 0)
        row.addWidget(self.text)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bullet or number before the first line."""
        super().paintEvent(event)
        px = self._look.px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().text().color()
        line = self.text.fontMetrics().lineSpacing() * 1.12
        if self._number:
            painter.setPen(ink)
            painter.setFont(self._look.font())
            spot = QRectF(0, 0, px(24), line)
            middle = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            painter.drawText(spot, middle, f"{self._number}.")
        else:
            painter.setBrush(ink)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QPointF(px(8), line / 2), px(2.6), px(2.6))


class Brief(QFrame):
    """Short reply on a tinted background."""

    def __init__(self, label: str, text: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("brief")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(4))
        column.addWidget(WrappingLabel(label.upper(), "briefLabel"))
        column.addWidget(WrappingLabel(paragraph(text), "briefText"))


class Meta(QWidget):
    """An icon and a short secondary text: date of the check, number of sources, reading time."""

    def __init__(self, icon: str, text: str, look: Look) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(5))
        size = look.px(16)
        picture = QLabel()
        picture.setPixmap(icons.icon(icon, look.tokens.mute, size).pixmap(size, size))
        row.addWidget(picture)
        row.addWidget(WrappingLabel(text))


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
        *,
        copying: bool = True,
        apart: bool = False,
        calling: str = "",
    ) -> None:
        """Build the card.

        `checked` is the line with the date of the last check, or "". If facts are `apart`, each has
        a separate line. `calling` is the word beside a number that takes calls only, or "".
        """
        super().__init__()
        self.setObjectName("contactCard")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(contact_text(contact))
        column = QVBoxLayout(self)
        edge = look.chrome.px(16)  # at 300 % the text needs the space
        column.setContentsMargins(edge, look.px(12), edge, look.px(12))
        column.setSpacing(look.px(3))
        head = QHBoxLayout()
        head.addWidget(WrappingLabel(contact.full_name, "contactName"), 1)
        if copying:
            head.addWidget(self._copy_button(contact, look), 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        for each in contact.numbers:
            words = (calling, *each.about) if calling and not each.how else each.about
            number = WrappingLabel(each.number, "contactNumber")
            number.setWordWrap(False)
            note = WrappingLabel(" · ".join(words), "contactNote")
            number.setAccessibleName(f"{contact.full_name}: {each.number} {note.text()}".strip())
            row = FlowLayout(look.px(10), 0)
            column.addLayout(row)
            row.addWidget(number)
            if note.text():
                row.addWidget(note)
        facts = contact.facts if apart else (" · ".join(contact.facts),)
        for line in (*facts, contact.web, checked):
            if line:
                column.addWidget(WrappingLabel(line, "contactNote"))

    def _copy_button(self, contact: ContactInfo, look: Look) -> QToolButton:
        button = with_object_name(QToolButton(), "copyContact")
        words = self.tr("Copy this contact")
        button.setToolTip(words)
        button.setAccessibleName(f"{words}: {contact.name}")
        button.setIcon(icons.icon("copy", look.tokens.ink, look.chrome.px(18)))
        button.setIconSize(QSize(look.chrome.px(18), look.chrome.px(18)))
        button.clicked.connect(lambda: self.copyRequested.emit(contact_text(contact)))
        return button
