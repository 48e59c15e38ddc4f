"""Layout of the window, from the header to the help bar, and its splitter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from desktop.desk import settings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QMainWindow

    from desktop.ui.look.theme import Look

USUAL = QSize(1280, 800)


class Frame(QStackedWidget):
    """One page of rows; one row is the stage, where a sheet replaces search and answer.

    Content that hides the whole window, such as the cover, is another page.
    """

    def __init__(
        self,
        window: QMainWindow,
        above: Sequence[QWidget],
        reading: tuple[QWidget, QWidget],
        sheet: QWidget,
        below: QWidget,
    ) -> None:
        """Become the content of `window`.

        The stage is between the rows `above` and the row `below`; it shows both parts of `reading`
        side by side, or the `sheet`.
        """
        super().__init__()
        self.splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        for part in reading:
            self.splitter.addWidget(part)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.setHandleWidth(1)
        self.stage = QStackedWidget()
        self.stage.addWidget(self.splitter)
        self.stage.addWidget(sheet)
        self.page = QWidget()
        column = QVBoxLayout(self.page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in above:
            column.addWidget(part)
        column.addWidget(self.stage, 1)
        column.addWidget(below)
        self.addWidget(self.page)
        window.setCentralWidget(self)

    @property
    def is_covered(self) -> bool:
        """Whether the whole page is hidden."""
        return self.currentWidget() is not self.page

    @property
    def shows_reading(self) -> bool:
        """Whether search and answer are visible, and not the sheet."""
        return self.stage.currentWidget() is self.splitter

    def restore(self, store: QSettings, look: Look) -> None:
        """Restore size, position and splitter, or the default size within the screen."""
        window = self.window()
        window.resize(USUAL.boundedTo(window.screen().availableSize()))
        self._share(look, 0)
        window.restoreGeometry(settings.GEOMETRY.read(store))
        self.splitter.restoreState(settings.SPLITTER.read(store))

    def remember(self, store: QSettings) -> None:
        """Store size, position and splitter of the window."""
        settings.GEOMETRY.write(store, self.window().saveGeometry())
        settings.SPLITTER.write(store, self.splitter.saveState())

    def give_search_room(self, look: Look) -> None:
        """Widen the search to its size hint; never make it narrower."""
        self._share(look, self.splitter.sizes()[0])

    def _share(self, look: Look, least: int) -> None:
        width = self.window().width()
        side = max(least, min(look.px(372), width * 2 // 5))
        self.splitter.setSizes([side, width - side])
