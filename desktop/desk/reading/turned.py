"""Label and button that can be upside down, for a person across the table.

Only the painting is rotated: geometry, keys, screen readers and touch are those of any widget.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QPushButton, QStyleOptionButton, QStylePainter, QWidget

from desktop.ui.widgets.wrapping import WrappingLabel


class TurnedText(WrappingLabel):
    """Plain text, optionally upside down."""

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
    """Rotate by 180 degrees around the centre."""
    painter.translate(widget.width(), widget.height())
    painter.rotate(180)
