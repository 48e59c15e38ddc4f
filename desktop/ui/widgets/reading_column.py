"""Scrolling column of texts and controls, the body of pages for reading."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive

WIDEST = 690  # pixels at 100 %: longest comfortable line length


def column_in(page: QWidget) -> QWidget:
    """Column at the left of `page`; the rest of the width stays empty."""
    column = QWidget(page)
    row = QHBoxLayout(page)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(column, 255)  # takes nearly all, up to its maximal width
    row.addStretch(1)
    return column


class ReadingColumn(Adaptive, QScrollArea):
    """Widgets one below the other, limited to `WIDEST`; keys scroll it.

    Fill it with `start`, `add` and `finish`; doing so again replaces the content and keeps the
    scroll position.
    """

    def __init__(self) -> None:
        super().__init__(widgetResizable=True)
        self.setObjectName("readingColumn")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.start()

    def start(self) -> None:
        """Start an empty column; it is shown by `finish`."""
        self._gaps: list[tuple[QWidget, int]] = []
        self._page = QWidget()
        self._column = column_in(self._page)
        self._rows = QVBoxLayout(self._column)
        self._rows.setSpacing(0)

    def add(self, widget: QWidget, above: int = 0) -> None:
        """Add `widget` at the end, `above` pixels (at 100 %) below the one before."""
        gap = QWidget()  # not a spacer: PySide releases those, and Qt then uses a deleted one
        self._gaps.append((gap, above))
        self._rows.addWidget(gap)
        self._rows.addWidget(widget)

    def finish(self) -> None:
        """Show the column instead of the one before, at the same scroll position."""
        place = self.verticalScrollBar().value()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        self._rows.addStretch()
        self._restyle()
        if old := self.takeWidget():
            old.deleteLater()  # not at once: one of its events may be in progress
        self.setWidget(self._page)
        self._page.setAutoFillBackground(False)  # `setWidget` turns it on
        if inside:
            self.setFocus()  # the widget with the focus was deleted
        self.verticalScrollBar().setValue(place)

    def _restyle(self) -> None:
        look = self._look
        px = look.px
        self._column.setMaximumWidth(px(WIDEST))
        # Space for a focus ring, and for the scroll bar beside the text.
        self._rows.setContentsMargins(look.chrome.px(12), px(8), look.chrome.px(14), px(24))
        for gap, above in self._gaps:
            gap.setFixedHeight(px(above))
        self.verticalScrollBar().setSingleStep(px(28))
