"""Where one screen lies on the other, and none makes the window larger than it is."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class ScreenStack(QStackedWidget):
    """A stack whose pages take the room there is: they scroll, so they need no more.

    Qt would ask each for the height that its words need at this width, and give it.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)
