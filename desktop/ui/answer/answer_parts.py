"""Widgets that an answer consists of.

Assistive technology meets headings, paragraphs, list items and links separately, instead of
one long text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from desktop.pack.markup import Block, BlockKind
from desktop.ui.look import icons
from desktop.ui.look.text import Rich, paragraph, rich

if TYPE_CHECKING:
    from desktop.ui.look.theme import Look


class WrappingLabel(QLabel):
    """Selectable text that wraps; links emit `linkActivated`."""

    def __init__(self, text: str = "", name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setWordWrap(True)
        self.setTextFormat(
            Qt.TextFormat.RichText if isinstance(text, Rich) else Qt.TextFormat.PlainText
        )
        flags = Qt.TextInteractionFlag.TextSelectableByMouse
        if isinstance(text, Rich) and "<a href" in text:
            flags |= Qt.TextInteractionFlag.LinksAccessibleByMouse
            flags |= Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        self.setTextInteractionFlags(flags)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """Width of one line for plain text; rich text fills its column.

        Qt would try several widths for each text, which is most of the time to open an answer.
        """
        metrics = self.fontMetrics()
        if self.textFormat() == Qt.TextFormat.PlainText:
            return QSize(metrics.horizontalAdvance(self.text()) + 4, metrics.lineSpacing())
        return QSize(200, metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        """Height of one line; Qt's own estimate for wrapping text is wider than its words."""
        if self.wordWrap():
            return QSize(40, self.fontMetrics().lineSpacing())
        return self.sizeHint()


class ListItem(QWidget):
    """One item of a list with its bullet or number."""

    def __init__(self, block: Block, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def __init__(self, label: str, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("brief")
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(18), look.px(14), look.px(18), look.px(14))
        column.setSpacing(look.px(4))
        column.addWidget(WrappingLabel(label.upper(), "briefLabel"))
        column.addWidget(WrappingLabel(paragraph(text), "briefText"))


class Meta(QWidget):
    """An icon and a short secondary text: date of the check, number of sources, reading time."""

    def __init__(self, icon: str, text: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(5))
        size = look.px(16)
        picture = QLabel()
        picture.setPixmap(icons.icon(icon, look.tokens.mute, size).pixmap(size, size))
        row.addWidget(picture)
        row.addWidget(WrappingLabel(text))
