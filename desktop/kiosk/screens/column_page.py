"""A page of the kiosk: one scrollable column of parts, limited to a readable width."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive, named

WIDEST: Final = 900  # pixels at 100 %


class ColumnPage(Adaptive, QWidget):
    """Base class of pages. `clear` and `add` change the parts, `dress` sizes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kioskPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._parts: list[QWidget] = []
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys scroll it
        content = named(QWidget(), "kioskColumn")
        self._middle = QWidget(content)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        policy.setHorizontalStretch(1000)
        self._middle.setSizePolicy(policy)
        self._column = QVBoxLayout(self._middle)
        self._column.addStretch()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        self.area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    @property
    def parts(self) -> tuple[QWidget, ...]:
        """The parts of the column, from top to bottom."""
        return tuple(self._parts)

    def add(self, part: QWidget) -> None:
        """Put `part` below the others."""
        self._parts.append(part)
        self._column.insertWidget(self._column.count() - 1, part)

    def clear(self) -> None:
        """Delete all parts."""
        for part in self._parts:
            part.hide()
            self._column.removeWidget(part)
            part.deleteLater()
        self._parts.clear()

    def go_up(self) -> None:
        """Scroll to the top."""
        self.area.verticalScrollBar().setValue(0)

    def dress(self) -> None:
        """Size the parts; must be called after parts were added."""
        px = self._look.px
        self._middle.setMaximumWidth(px(WIDEST))
        edge = self._look.chrome.px(24)
        self._column.setContentsMargins(edge, px(18), edge, px(24))
        self._column.setSpacing(self._look.chrome.px(12))

    def _restyle(self) -> None:
        self.dress()
