"""Finds words in the texts of a page and marks the place that is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment

from desktop.ui.look.text import occurrences, to_utf16

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QLabel


class Finder:
    """The places of some words, in the order of the texts.

    Attributes:
        count: how many places there are.
        place: which one is marked, from 1; 0 if there is none.
    """

    def __init__(self) -> None:
        self._places: list[tuple[QLabel, int, int]] = []
        self.place = 0

    @property
    def count(self) -> int:
        """How many places there are."""
        return len(self._places)

    def find(self, labels: Iterable[QLabel], words: str) -> None:
        """Look for `words` in `labels`, without regard to case and accents; none is marked yet."""
        self.place = 0
        self._places = [
            (label, to_utf16(text, start), to_utf16(text, end) - to_utf16(text, start))
            for label in labels
            for text in [_plain(label)]
            for start, end in occurrences(text, words)
        ]

    def step(self, by: int) -> QLabel | None:
        """Mark the place `by` further on, round and round; the label that has it."""
        if not self._places:
            return None
        self.unmark()
        self.place = (self.place - 1 + by) % self.count + 1 if self.place else 1
        label, start, length = self._places[self.place - 1]
        label.setSelection(start, length)
        return label

    def unmark(self) -> None:
        """Take the mark away."""
        if self.place:
            self._places[self.place - 1][0].setSelection(0, 0)


def _plain(label: QLabel) -> str:
    text = label.text()
    if label.textFormat() == Qt.TextFormat.RichText:
        return QTextDocumentFragment.fromHtml(text).toPlainText()
    return text
