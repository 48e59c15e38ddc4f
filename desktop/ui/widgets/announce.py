"""Short messages, announced to screen readers without moving the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.ui.look.changes import Adaptive

SHOWN_MS = 4000


def announce(widget: QWidget, words: str) -> None:
    """Announce `words`, plain text in the language of the program, if a screen reader is active.

    Their subject `widget` must not be hidden; empty words are not announced.
    """
    if words and QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


class Toast(Adaptive, QLabel):
    """Line at the bottom of its parent that briefly confirms an action, such as "Copied".

    It takes no clicks and no focus.
    """

    def __init__(self, parent: QWidget, *, shown_ms: int = SHOWN_MS) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._ground = parent
        self._end = QTimer(self, singleShot=True, interval=shown_ms)
        self._end.timeout.connect(self.hide)
        parent.installEventFilter(self)
        self.hide()

    def show_message(self, words: str) -> None:
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
        self._place()

    def _place(self) -> None:
        edge = self._look.px(16)
        room = self._ground.rect().adjusted(edge, edge, -edge, -edge)
        wide = min(self.sizeHint().width(), room.width())
        high = min(max(self.heightForWidth(wide), self.sizeHint().height()), room.height())
        left = room.left() + (room.width() - wide) // 2
        self.setGeometry(left, room.bottom() - high, wide, high)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002
        """Keep the position when the parent is resized."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False
