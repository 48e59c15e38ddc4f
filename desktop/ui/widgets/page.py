"""Base of the pages of this package: a column that scrolls, buttons and labels."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.wrapping import WrappingButton, WrappingLabel


class Page(Adaptive, QWidget):
    """A page of a sheet. Independent of sheet and window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys scroll it
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.content = with_object_name(QWidget(), "takeawayContent")
        self.column = QVBoxLayout(self.content)
        self.area.setWidget(self.content)
        self.content.setAutoFillBackground(False)  # the sheet has its own colour
        self.area.viewport().setAutoFillBackground(False)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.addWidget(self.area, 1)

    def _restyle(self) -> None:
        look = self._look
        self.column.setContentsMargins(look.px(4), look.px(4), look.px(12), look.px(4))
        self.column.setSpacing(look.px(10))
        self.row.setSpacing(look.chrome.px(24))
        self.area.verticalScrollBar().setSingleStep(look.px(28))


class PlainButton(WrappingButton):
    """Button whose text wraps in large type, and changes with the language."""

    def __init__(self, name: str) -> None:
        super().__init__("")
        self.setObjectName(name)

    @property
    def words(self) -> str:
        """Text of the button."""
        return self._label.text()

    def set_text(self, words: str) -> None:
        """Set the text."""
        self._label.setText(words)
        self.setAccessibleName(words)
        self.updateGeometry()


def make_label(name: str) -> WrappingLabel:
    """Plain text that wraps and cannot be selected: a selection would go to a clipboard."""
    words = WrappingLabel("", name)
    words.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
    return words


def set_text_or_hide(words: WrappingLabel, text: str) -> None:
    """Show `text`; hide the label if it is empty."""
    words.setText(text)
    words.setVisible(bool(text))
