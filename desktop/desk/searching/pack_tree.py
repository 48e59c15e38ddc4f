"""Topic tree of one pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Signal

from desktop.ui.look.changes import Adaptive
from desktop.ui.results.delegates import TopicDelegate
from desktop.ui.results.lists import TopicTree
from desktop.ui.results.models import TopicModel, TopicRole

if TYPE_CHECKING:
    from desktop.pack.view import PackView
    from desktop.ui.look.theme import Look

FIRST_ROWS = 10  # rows of one screen


class PackTree(Adaptive, TopicTree):
    """Shows topics and their entries; a topic opens and closes, an entry is chosen."""

    entryChosen = Signal(str)  # entry id

    def __init__(self, pack: PackView, lang: str, look: Look) -> None:
        super().__init__()
        self._pack = pack
        self.topics = TopicModel(pack, lang, self)
        self._delegate = TopicDelegate(look, self)
        self.setItemDelegate(self._delegate)
        self.setModel(self.topics)
        self.used.connect(self._use)
        self.open_first_topics()

    def open_first_topics(self) -> None:
        """Expand as many topics as fill `FIRST_ROWS` rows, so that the tree shows its content."""
        rows = 0
        for topic in self._pack.topics:
            index = self.topics.index_of_topic(topic.id)
            rows += 1 + index.data(TopicRole.COUNT)  # including those that are not listed yet
            if rows > FIRST_ROWS:
                break
            self.expand(index)

    def show_entry(self, entry_id: str) -> None:
        """Select an entry, and expand its topic."""
        index = self.topics.index_of_entry(entry_id)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def show_topic(self, topic_id: str) -> None:
        """Select a topic, expand it and set the focus."""
        index = self.topics.index_of_topic(topic_id)
        self.setCurrentIndex(index)
        self.expand(index)
        self.setFocus()

    def _restyle(self) -> None:
        self._delegate.set_look(self._look)
        self.scheduleDelayedItemsLayout()
        self.verticalScrollBar().setSingleStep(self._look.px(24))

    def _use(self, index: QModelIndex) -> None:
        if entry_id := index.data(TopicRole.ENTRY_ID):
            self.entryChosen.emit(entry_id)
        else:
            self.setExpanded(index, not self.isExpanded(index))
