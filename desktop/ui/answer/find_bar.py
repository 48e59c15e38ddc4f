"""Bar for finding words in the answer: a field, the number of matches, next and previous."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive
from desktop.ui.look.named import named
from desktop.ui.widgets.announce import announce

MAX_LENGTH = 200  # characters


class FindBar(Adaptive, QFrame):
    """Input for the words to find; the owner of the text finds and counts the matches."""

    wordsChanged = Signal(str)
    stepped = Signal(int)  # 1 for the next match, -1 for the previous one
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.edit = named(QLineEdit(), "findBox")
        self.edit.setMaxLength(MAX_LENGTH)
        self.edit.textChanged.connect(self.wordsChanged)
        self.edit.installEventFilter(self)
        self._count = named(QLabel(), "countLine")
        self._before = named(QToolButton(), "findBefore")
        self._next = named(QToolButton(), "findNext")
        self._close = named(QToolButton(), "findClose")
        self._before.clicked.connect(lambda: self.stepped.emit(-1))
        self._next.clicked.connect(lambda: self.stepped.emit(1))
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

    def tell(self, place: int, count: int) -> None:
        """Show the current match, from 1, and the number of matches; 0 of 0 without a match."""
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
        if (
            watched is self.edit
            and event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
        ):
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                    self.stepped.emit(-1 if back else 1)
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
