"""Finding words in the answer: the matches, and the bar to search and go through them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.look.text import occurrences, to_utf16
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtWidgets import QScrollArea

MAX_LENGTH = 200  # characters


class Finder:
    """Matches in the order of the texts.

    Attributes:
        count: number of matches.
        place: number of the highlighted match, from 1; 0 if there is none.
    """

    def __init__(self) -> None:
        self._places: list[tuple[WrappingLabel, int, int]] = []
        self.place = 0

    @property
    def count(self) -> int:
        """Number of matches."""
        return len(self._places)

    def find(self, labels: Iterable[WrappingLabel], words: str) -> None:
        """Find `words` in `labels`, ignoring case and accents; none is highlighted yet."""
        self.place = 0
        self._places = [
            (label, to_utf16(text, start), to_utf16(text, end) - to_utf16(text, start))
            for label in labels
            for text in [label.plain_text()]
            for start, end in occurrences(text, words)
        ]

    def step(self, by: int) -> WrappingLabel | None:
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


class FindBar(Adaptive, QFrame):
    """Finds words in the texts of a scroll area, and scrolls to the current match."""

    closed = Signal()

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._area = area
        self._finder = Finder()
        self.setObjectName("findBar")
        self.edit = with_object_name(QLineEdit(), "findBox")
        self.edit.setMaxLength(MAX_LENGTH)
        self.edit.textChanged.connect(self._find)
        self.edit.installEventFilter(self)
        self._count = with_object_name(QLabel(), "countLine")
        self._before = with_object_name(QToolButton(), "findBefore")
        self._next = with_object_name(QToolButton(), "findNext")
        self._close = with_object_name(QToolButton(), "findClose")
        self._before.clicked.connect(lambda: self._step(-1))
        self._next.clicked.connect(lambda: self._step(1))
        self._close.clicked.connect(self.close_bar)
        self._row = QHBoxLayout(self)
        self._row.addWidget(self.edit, 1)
        for part in (self._count, self._before, self._next, self._close):
            self._row.addWidget(part)
        self.hide()
        self._retranslate()

    def open_bar(self) -> None:
        """Show the bar and set the focus to its field."""
        self.show()
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def close_bar(self) -> None:
        """Hide the bar and delete the words."""
        self.edit.setText("")  # unlike clear(), leaves nothing to undo
        self.hide()
        self.closed.emit()

    def restart(self) -> None:
        """Find the words in the new content of the area; the former labels are deleted."""
        self._finder = Finder()
        if not self.isHidden():
            self._find()

    def _find(self) -> None:
        self._finder.unmark()
        self._finder.find(self._area.findChildren(WrappingLabel), self.edit.text())
        self._step(1)

    def _step(self, by: int) -> None:
        """Show the match `by` further on, and its number."""
        if label := self._finder.step(by):
            self._area.ensureWidgetVisible(label, 0, self._look.px(60))
        place, count = self._finder.place, self._finder.count
        found = self.tr("%1 of %2").replace("%1", str(place)).replace("%2", str(count))
        none = self.tr("not found") if self.edit.text().strip() else ""
        self._count.setText(found if count else none)
        announce(self.edit, self._count.text())
        self._before.setEnabled(count > 1)
        self._next.setEnabled(count > 1)

    def _restyle(self) -> None:
        px, ink = self._look.chrome.px, self._look.tokens.ink
        self._row.setContentsMargins(8, 8, 8, 8)  # large text needs the space
        self._row.setSpacing(6)
        for button, name in (
            (self._before, "arrow-left"),
            (self._next, "arrow-right"),
            (self._close, "x"),
        ):
            button.setIcon(icons.icon(name, ink, px(18)))
            button.setIconSize(QSize(px(18), px(18)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle Enter (next), Shift+Enter (previous) and Esc (close)."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                    self._step(-1 if back else 1)
                    return True
                case Qt.Key.Key_Escape:
                    self.close_bar()
                    return True
        return super().eventFilter(watched, event)

    def _retranslate(self) -> None:
        self.edit.setPlaceholderText(self.tr("Find in this answer"))
        self.edit.setAccessibleName(self.tr("Find in this answer"))
        for button, words in (
            (self._before, self.tr("Previous place")),
            (self._next, self.tr("Next place")),
            (self._close, self.tr("Close")),
        ):
            button.setToolTip(words)
            button.setAccessibleName(words)
