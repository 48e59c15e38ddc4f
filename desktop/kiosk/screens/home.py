"""The start page of a visit: a question, a search field, and tiles or the results of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.kiosk.layers import ScreenStack
from desktop.kiosk.screens.results import ResultList
from desktop.kiosk.screens.tiles import Tiles
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.search_box import SearchBox
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.pack.view import PackView
    from desktop.ui.look.theme import Look

ROOMY = 330  # pixels at 100 %: minimum height that shows the question above the field


class Home(Adaptive, QWidget):
    """Search field and tiles. Independent of the search engine and of answers."""

    queryChanged = Signal(str)  # as typed
    entryChosen = Signal(str, str)  # entry id, language tag
    topicChosen = Signal(str)  # topic id
    helpRequested = Signal(tuple)  # ids of the contacts to list first

    def __init__(self, pack: PackView, lang: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("kioskHome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look, self._compact = look, False
        self._question = WrappingLabel("", "kioskQuestion")
        self.box = SearchBox()
        self.tiles = Tiles(pack, lang)
        self.results = ResultList(pack, lang, look)
        self._hint = WrappingLabel("", "small")
        self._start = with_object_name(QWidget(), "kioskStart")
        start = QVBoxLayout(self._start)
        start.setContentsMargins(0, 0, 0, 0)
        start.addWidget(self.tiles, 1)
        start.addWidget(self._hint)
        self._area = QScrollArea(widgetResizable=True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._start)
        self._stack = ScreenStack()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.results)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._question)
        self._column.addWidget(self.box)
        self._column.addWidget(self._stack, 1)
        self._wire()
        self._retranslate()

    def _wire(self) -> None:
        """Connect the signals of the parts."""
        self.box.queryChanged.connect(self._show_fitting)
        self.box.queryChanged.connect(self.queryChanged)
        self.box.entered.connect(self.results.choose_first)
        self.box.moved.connect(lambda _: self.results.list.setFocus())
        self.tiles.topicChosen.connect(self.topicChosen)
        self.tiles.helpRequested.connect(lambda: self.helpRequested.emit(()))
        self.results.entryChosen.connect(self.entryChosen)
        self.results.topicChosen.connect(self.topicChosen)
        self.results.queryProposed.connect(self.box.edit.setText)
        self.results.help_card.tapped.connect(self.helpRequested)

    def go_to_start(self) -> None:
        """Show the tiles without a query, scrolled to the top."""
        self.box.edit.setText("")
        self.results.forget()
        self._area.verticalScrollBar().setValue(0)

    def set_compact(self, *, compact: bool) -> None:
        """Set whether margins and the count are hidden, to save height."""
        self._compact = compact
        self.results.set_compact(compact=compact)
        self._restyle()

    def set_language(self, lang: str) -> None:
        """Show everything in `lang`."""
        self.tiles.set_language(lang)
        self.results.set_language(lang)

    def _show_fitting(self, query: str) -> None:
        typed = bool(query.strip())
        self._stack.setCurrentWidget(self.results if typed else self._area)
        roomy = self.height() > self._look.chrome.px(ROOMY)  # not above an open keyboard
        self._question.setVisible(roomy and not typed)

    def _restyle(self) -> None:
        px = self._look.chrome.px
        side = max(px(16), min(px(44), self.width() // 30))
        above, below, between = (px(6), 0, px(6)) if self._compact else (px(16), px(8), px(12))
        self._column.setContentsMargins(side, above, side, below)
        self._column.setSpacing(between)
        self._show_fitting(self.box.edit.text())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _retranslate(self) -> None:
        self._question.setText(self.tr("What would you like to know?"))
        self._hint.setText(
            self.tr(
                "“Leave quickly” clears this screen at once."
                " It cannot hide that you were here, or what somebody has already seen."
            )
        )
