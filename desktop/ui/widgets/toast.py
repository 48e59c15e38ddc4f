"""Line that briefly confirms an action: copied, bookmarked, saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QLabel

from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


SHOWN_MS = 4000


class Toast(Adaptive, QLabel):
    """Overlay at the bottom of its parent, without clicks and focus."""

    def __init__(self, parent: QWidget, *, shown_ms: int = SHOWN_MS) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._edge = 16
        self._end = QTimer(self, singleShot=True, interval=shown_ms)
        self._end.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def tell(self, words: str) -> None:
        """Show `words` briefly, and announce them."""
        self.setText(words)
        self.show()
        self._place()
        self.raise_()
        self._end.start()
        announce(self, words)

    def clear_words(self) -> None:
        """Delete the text."""
        self.hide()
        self.setText("")

    def _restyle(self) -> None:
        self._edge = self._look.px(16)
        self._place()

    def _place(self) -> None:
        ground = self.parentWidget()
        if ground is None:
            return
        room = ground.rect().adjusted(self._edge, self._edge, -self._edge, -self._edge)
        wide = min(self.sizeHint().width(), room.width())
        high = min(max(self.heightForWidth(wide), self.sizeHint().height()), room.height())
        left = room.left() + (room.width() - wide) // 2
        self.setGeometry(left, room.bottom() - high, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the position when the parent is resized."""
        if watched is self.parent() and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
