"""Finds words in the texts of a page and highlights the current match."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment

from desktop.ui.look.text import occurrences, to_utf16

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLabel


class Finder:
    """Matches in the order of the texts.

    Attributes:
        count: number of matches.
        place: number of the highlighted match, from 1; 0 if there is none.
    """

    def __init__(self) -> None:
        self._places: list[tuple[QLabel, int, int]] = []
        self.place = 0

    @property
    def count(self) -> int:
        """Number of matches."""
        return len(self._places)

    def find(self, labels: Iterable[QLabel], words: str) -> None:
        """Find `words` in `labels`, ignoring case and accents; none is highlighted yet."""
        self.place = 0
        self._places = [
            (label, to_utf16(text, start), to_utf16(text, end) - to_utf16(text, start))
            for label in labels
            for text in [_plain(label)]
            for start, end in occurrences(text, words)
        ]

    def step(self, by: int) -> QLabel | None:
        """Highlight the match `by` further on, wrapping around, and return its label."""
        if not self._places:
            return None
        self.unmark()
        self.place = (self.place - 1 + by) % self.count + 1 if self.place else 1
        label, start, length = self._places[self.place - 1]
        label.setSelection(start, length)
        return label

    def unmark(self) -> None:
        """Remove the highlight."""
        if self.place:
            self._places[self.place - 1][0].setSelection(0, 0)


def _plain(label: QLabel) -> str:
    text = label.text()
    if label.textFormat() == Qt.TextFormat.RichText:
        return QTextDocumentFragment.fromHtml(text).toPlainText()
    return text
