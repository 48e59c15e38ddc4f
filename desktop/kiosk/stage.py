"""A stack of screens that does not enlarge the window."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class ScreenStack(QStackedWidget):
    """A stack whose pages take the available size: they scroll, so they need no more.

    Qt would request the height that each page's text needs at this width.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)
