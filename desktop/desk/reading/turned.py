"""Words and a button that can stand on their heads, for who sits across the table.

They stay real widgets in real places: only the painting is turned, so keys, screen readers
and touch meet them as any other.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionButton, QStylePainter, QWidget

from desktop.ui.answer.answer_parts import WrappingLabel


class TurnedText(WrappingLabel):
    """Plain words, upside down if so asked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", name, parent)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self.turned = False

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.turned:
            QLabel.paintEvent(self, event)
            return
        painter = QPainter(self)
        _turn(painter, self)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        role = self.foregroundRole()
        self.style().drawItemText(
            painter,
            self.contentsRect(),
            flags,
            self.palette(),
            self.isEnabled(),
            self.text(),
            role,
        )


class TurnedButton(QPushButton):
    """A button that is always upside down."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QStylePainter(self)
        _turn(painter, self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(self.style().ControlElement.CE_PushButton, option)


def _turn(painter: QPainter, widget: QWidget) -> None:
    """Half a turn around the middle."""
    painter.translate(widget.width(), widget.height())
    painter.rotate(180)
