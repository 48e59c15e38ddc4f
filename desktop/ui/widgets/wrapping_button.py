"""Button for a whole question, whose text wraps."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget
from shiboken6 import isValid

from desktop.ui.answer.answer_parts import WrappingLabel

MOST: Final = 60  # buttons in a list: nobody scrolls further by hand, and more take long to create


class WrappingButton(QPushButton):
    """Button whose text wraps."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self._label = WrappingLabel(text)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 8, 14, 8)
        self._row.addWidget(self._label)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._row.sizeHint() if self._is_whole() else QSize()

    def minimumSizeHint(self) -> QSize:
        return self._row.minimumSize() if self._is_whole() else QSize()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._row.totalHeightForWidth(width) if self._is_whole() else 0

    def _is_whole(self) -> bool:
        """Whether the layout still exists: Qt requests sizes during the deletion of a window."""
        return isValid(self._row)
