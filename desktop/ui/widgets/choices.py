"""Exclusive buttons whose texts wrap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from desktop.ui.look.changes import Adaptive
from desktop.ui.look.named import named
from desktop.ui.widgets.flow import FlowLayout
from desktop.ui.widgets.layout_items import take_widgets
from desktop.ui.widgets.wrapping_button import WrappingButton

if TYPE_CHECKING:
    from collections.abc import Sequence


class Choices(Adaptive, QWidget):
    """Arrow keys or a click choose a button."""

    chosen = Signal(int)  # index from 0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(8, 8, self)
        self._group = QButtonGroup(self, exclusive=True)
        self._group.idToggled.connect(self._tell)

    @property
    def index(self) -> int:
        """Index of the chosen button, -1 without buttons."""
        return self._group.checkedId()

    def fill(self, words: Sequence[str], index: int = 0) -> None:
        """Replace the buttons and choose one of them, without a signal."""
        self._clear()
        for at, word in enumerate(words):
            button = named(WrappingButton(word), "choice")
            button.setCheckable(True)
            button.setChecked(at == index)
            self._group.addButton(button, at)
            self._flow.addWidget(button)
        self.setVisible(len(words) > 1)
        self.updateGeometry()

    def _restyle(self) -> None:
        self._flow.set_gaps(self._look.px(8), self._look.px(8))

    def _clear(self) -> None:
        for button in take_widgets(self._flow):
            button.setParent(None)  # its group removes it only on deletion
            self._group.removeButton(button)  # type: ignore[arg-type]
            button.deleteLater()

    def _tell(self, index: int, checked: bool) -> None:  # noqa: FBT001  # Qt's
        if checked:
            self.chosen.emit(index)
