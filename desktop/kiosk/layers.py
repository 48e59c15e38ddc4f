"""Top-level screens of the kiosk: attract screen, visit, privacy screen, operator's screens."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from desktop.kiosk.screens.neutral_screens import Attract, Curtain


class ScreenStack(QStackedWidget):
    """A stack whose pages take the available size: they scroll, so they need no more.

    Qt would enlarge the window to the height that each page's text needs at this width.
    """

    def hasHeightForWidth(self) -> bool:
        return False

    def minimumSizeHint(self) -> QSize:
        return QSize(1, 1)


class Layers(ScreenStack):
    """Shows one screen at a time. The page of the visit is enabled only while it is visible.

    Attributes:
        page: the whole visit, from the header to the help bar.
    """

    def __init__(
        self,
        attract: Attract,
        header: QWidget,
        stage: ScreenStack,
        below: list[QWidget],
        curtain: Curtain,
    ) -> None:
        """Show the attract screen.

        On the page, `stage` takes the height that `header` and the widgets `below` leave.
        """
        super().__init__()
        self._attract, self._curtain = attract, curtain
        self.page = QWidget()
        self.page.setEnabled(False)
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(header)
        column.addWidget(stage, 1)
        for part in below:
            column.addWidget(part)
        for screen in (attract, self.page, curtain):
            self.addWidget(screen)
        curtain.opened.connect(self.show_page)

    def show_page(self) -> None:
        """Show the visit."""
        self.page.setEnabled(True)
        self.setCurrentWidget(self.page)

    def show_attract(self) -> None:
        """Show the attract screen."""
        self.page.setEnabled(False)  # or it could still take the focus
        self.setCurrentWidget(self._attract)

    def draw_curtain(self) -> None:
        """Hide the visit behind the privacy screen."""
        self.page.setEnabled(False)
        self.setCurrentWidget(self._curtain)
        self._curtain.button.setFocus(Qt.FocusReason.OtherFocusReason)
