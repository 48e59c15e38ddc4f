"""Pages, and below them the page number and buttons that turn the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.desk.printing.page_view import PageView
from desktop.ui.look import icons
from desktop.ui.look.changes import Adaptive, named
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.page import label

if TYPE_CHECKING:
    from desktop.ui.printing.page_layout import PageLayout


class PageViewer(Adaptive, QWidget):
    """Shows a document page by page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = named(PageView(), "pageView")
        self.view.pageChanged.connect(self._tell)
        self.back, self.forward = (named(QToolButton(), "turnPage") for _ in range(2))
        for button in (self.back, self.forward):
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.back.clicked.connect(lambda: self.view.show_page(self.view.page - 1))
        self.forward.clicked.connect(lambda: self.view.show_page(self.view.page + 1))
        self.place = label("pagePlace")
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._bar = QHBoxLayout()
        for part, stretch in ((self.back, 0), (self.place, 1), (self.forward, 0)):
            self._bar.addWidget(part, stretch)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.view, 1)
        self._column.addLayout(self._bar)
        self._retranslate()

    def show_setting(self, setting: PageLayout) -> None:
        """Show a document from its first page."""
        self.view.show_setting(setting)
        self._retranslate()

    def _restyle(self) -> None:
        look = self._look
        self._column.setSpacing(look.chrome.px(8))
        for button, name in ((self.back, "arrow-left"), (self.forward, "arrow-right")):
            size = look.chrome.px(20)
            button.setIcon(icons.icon(name, look.tokens.ink, size))
            button.setIconSize(QSize(size, size))
            button.setMinimumSize(look.chrome.px(44), look.chrome.px(44))

    def _tell(self) -> None:
        self._retranslate()
        announce(self, self.place.text())

    def _retranslate(self) -> None:
        page, count = self.view.page, self.view.page_count
        words = self.tr("Page %1 of %2")
        place = words.replace("%1", str(page + 1)).replace("%2", str(count)) if count else ""
        self.place.setText(place)
        self.view.setAccessibleName(self.tr("Pages, as they will be on paper"))
        self.view.setAccessibleDescription(place)
        for button, told, is_open in (
            (self.back, self.tr("Page before"), page > 0),
            (self.forward, self.tr("Next page"), page + 1 < count),
        ):
            button.setToolTip(told)
            button.setAccessibleName(told)
            button.setEnabled(is_open)
