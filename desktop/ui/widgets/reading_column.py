"""A column of texts and controls that scrolls: the body of pages that are read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.look.changes import Adaptive

WIDEST = 690  # pixels at 100 %: the longest line that still reads well


class ReadingColumn(Adaptive, QScrollArea):
    """Widgets one below the other, as wide as lines may be; keys scroll it.

    Fill it with `start`, `add` and `finish`; doing so again replaces what it had, and keeps
    the place.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("readingColumn")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.start()

    def start(self) -> None:
        """Begin an empty column; it shows after `finish`."""
        self._gaps: list[tuple[QWidget, int]] = []
        self._page = QWidget()
        self._column = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        policy.setHorizontalStretch(1000)
        self._column.setSizePolicy(policy)
        self._rows = QVBoxLayout(self._column)
        self._rows.setSpacing(0)
        beside = QHBoxLayout(self._page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self._column)
        beside.addStretch(1)

    def add(self, widget: QWidget, above: int = 0) -> None:
        """Add `widget` at the end, `above` pixels (at 100 %) below the one before."""
        gap = QWidget()  # not a spacer: PySide loses those, and Qt then asks one that is gone
        self._gaps.append((gap, above))
        self._rows.addWidget(gap)
        self._rows.addWidget(widget)

    def finish(self) -> None:
        """Show the column in place of the one before, scrolled to the same place."""
        place = self.verticalScrollBar().value()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._rows.addStretch()
        self._restyle()
        if old := self.takeWidget():
            old.deleteLater()  # not at once: this may be in the middle of an event for it
        self.setWidget(self._page)
        self._page.setAutoFillBackground(False)  # `setWidget` turns it on
        if inside:
            self.setFocus()  # what had the focus is gone
        self.verticalScrollBar().setValue(place)

    def _restyle(self) -> None:
        look = self._look
        px = look.px
        self._column.setMaximumWidth(px(WIDEST))
        # Room for a focus ring, and for the scroll bar beside the words.
        self._rows.setContentsMargins(look.chrome.px(12), px(8), look.chrome.px(14), px(24))
        for gap, above in self._gaps:
            gap.setFixedHeight(px(above))
        self.verticalScrollBar().setSingleStep(px(28))
