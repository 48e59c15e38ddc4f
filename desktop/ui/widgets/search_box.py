"""Search field with its icon and its clear button."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton

from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, with_object_name

MAX_INPUT_LENGTH = 400  # characters; the engine uses 200, the rest is for a long paste


class SearchBox(Adaptive, QFrame):
    """A line edit that signals up, down, page keys and Enter to the list below."""

    queryChanged = Signal(str)  # as typed
    moved = Signal(int)  # Qt.Key of a key that moves in the list below
    entered = Signal()
    escaped = Signal()

    MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("searchFrame")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._lens = QLabel()
        self.edit = with_object_name(QLineEdit(), "searchBox")
        self.edit.setMaxLength(MAX_INPUT_LENGTH)
        self.edit.setFrame(False)
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._on_text_changed)
        self.setFocusProxy(self.edit)
        self._clear = with_object_name(QToolButton(), "clear")
        self._clear.clicked.connect(self._empty)
        self._clear.hide()
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._lens)
        self._row.addWidget(self.edit, 1)
        self._row.addWidget(self._clear)
        self._retranslate()

    def _restyle(self) -> None:
        px, t = self._look.chrome.px, self._look.tokens
        self._row.setContentsMargins(px(14), 0, px(8), 0)
        self._row.setSpacing(px(10))
        self._lens.setPixmap(icons.icon("search", t.ink, px(20)).pixmap(px(20), px(20)))
        self._clear.setIcon(icons.icon("x", t.ink, px(18)))
        self._clear.setIconSize(QSize(px(18), px(18)))
        self.edit.ensurePolished()
        self._invite()

    def _on_text_changed(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self.queryChanged.emit(text)

    def _empty(self) -> None:
        self.edit.clear()
        self.edit.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys that are not text, and the frame's focus colour."""
        match event.type():
            case QEvent.Type.KeyPress if isinstance(event, QKeyEvent):
                return self._key(event)
            case QEvent.Type.FocusIn | QEvent.Type.FocusOut:
                self.setProperty("focused", event.type() == QEvent.Type.FocusIn)
                self.style().unpolish(self)
                self.style().polish(self)
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in self.MOVES and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }:
            self.moved.emit(key)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.entered.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            return False
        return True

    def _invite(self) -> None:
        """Show the placeholder, or one word if it would be elided."""
        text = self.tr("Ask a question or type a word")
        fits = self.edit.fontMetrics().horizontalAdvance(text) < self.edit.width() - 8
        self.edit.setPlaceholderText(text if fits else self.tr("Search"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._invite()

    def _retranslate(self) -> None:
        self._invite()
        self.edit.setAccessibleName(self.tr("Search"))
        self._clear.setToolTip(self.tr("Clear the search"))
        self._clear.setAccessibleName(self.tr("Clear the search"))
