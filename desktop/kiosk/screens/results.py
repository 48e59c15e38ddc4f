"""Search results below the field: the help card, and hits or other suggestions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.kiosk.layers import ScreenStack
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.results.delegates import HitDelegate
from desktop.ui.results.help_card import HelpCard
from desktop.ui.results.lists import HitList
from desktop.ui.results.models import HitModel, HitRole
from desktop.ui.results.no_results import NoResultsPane
from desktop.ui.widgets.announce import announce

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.pack.view import PackView
    from desktop.search.results import Results
    from desktop.ui.look.theme import Look


class ResultList(Adaptive, QWidget):
    """Shows results. Independent of the search engine and the search box."""

    entryChosen = Signal(str, str)  # entry id, language tag
    queryProposed = Signal(str)
    topicChosen = Signal(str)  # topic id

    def __init__(self, pack: PackView, lang: str, look: Look) -> None:
        super().__init__()
        self._results: Results | None = None
        self._announced, self._compact, self._look = "", False, look
        self.help_card = HelpCard(pack, lang)
        self.count = with_object_name(QLabel(), "countLine")
        self.hits = HitModel(self)
        self.list = HitList()
        self._delegate = HitDelegate(look, self, margin=0)  # aligned with the field above
        self.list.setItemDelegate(self._delegate)
        self.list.setModel(self.hits)
        self.list.used.connect(self._choose)
        self.nothing = NoResultsPane(pack, lang)
        self.nothing.queryProposed.connect(self.queryProposed)
        self.nothing.topicChosen.connect(self.topicChosen)
        self.nothing_page = QScrollArea(widgetResizable=True)
        self.nothing_page.setWidget(self.nothing)
        self._stack = ScreenStack()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.nothing_page)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for part in (self.help_card, self.count):
            self._column.addWidget(part)
        self._column.addWidget(self._stack, 1)

    def show_results(self, results: Results) -> None:
        """Show the results of a search."""
        self._results = results
        self.help_card.show_contacts(results.help_contacts)
        self.hits.set_hits(results.hits)
        if results.hits:
            self._stack.setCurrentWidget(self.list)
            self.list.setCurrentIndex(self.hits.index(0, 0))
            self.list.scrollToTop()
        else:
            self.nothing.show_suggestions(results.suggestions)
            self._stack.setCurrentWidget(self.nothing_page)
        self._announce_count()

    def show_waiting(self) -> None:
        """Show that the search is not ready yet."""
        self.forget()
        self.count.setText(self.tr("The search is getting ready…"))
        self.count.show()

    def set_compact(self, *, compact: bool) -> None:
        """Set whether the count is hidden to leave its height to the hits."""
        self._compact = compact
        self._delegate.set_look(self._look.chrome if compact else self._look)
        self.list.scheduleDelayedItemsLayout()
        self._announce_count()

    def choose_first(self) -> None:
        """Open the first hit, after Enter in the field."""
        if self.hits.rowCount():
            self._choose(self.list.currentIndex())

    def forget(self) -> None:
        """Delete all results, visible or hidden."""
        self._results, self._announced = None, ""
        self.help_card.show_contacts(())
        self.hits.set_hits(())
        self._delegate.forget()
        self.nothing.show_suggestions(())
        self.count.setText("")

    def set_language(self, lang: str) -> None:
        """Show help card and topics in `lang`."""
        self.help_card.set_language(lang)
        self.nothing.set_language(lang)

    def _restyle(self) -> None:
        look = self._look
        self._column.setSpacing(look.chrome.px(8))
        self.help_card.set_room(self.height())
        self._delegate.set_look(look.chrome if self._compact else look)
        self.list.scheduleDelayedItemsLayout()

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.entryChosen.emit(index.data(HitRole.ENTRY_ID), index.data(HitRole.LANG))

    def _announce_count(self) -> None:
        if self._results is None:
            return
        count = len(self._results.hits)
        self.count.setText(self.tr("%n answer(s)", "", count))
        self.count.setVisible(count > 0 and not self._compact)
        message = self.count.text() if count else self.tr("No answer found")
        if self._results.help_contacts:
            message = f"{self.help_card.title}. {message}"
        if message != self._announced:
            announce(self, message)
        self._announced = message

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.help_card.set_room(event.size().height())

    def _retranslate(self) -> None:
        self._announce_count()
