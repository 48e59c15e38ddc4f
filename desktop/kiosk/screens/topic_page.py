"""The questions of one topic, each a large button; subtopics come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.kiosk.screens.column_page import ColumnPage
from desktop.ui.look.changes import named
from desktop.ui.widgets.wrapping import MOST, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.pack.view import PackView


class TopicPage(ColumnPage):
    """Shows one topic at a time."""

    entryChosen = Signal(str)  # entry id
    topicChosen = Signal(str)  # topic id

    def __init__(self, pack: PackView, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pack, self._lang, self._topic_id = pack, lang, ""

    @property
    def topic_id(self) -> str:
        """Id of the topic shown, "" for none."""
        return self._topic_id

    def show_topic(self, topic_id: str) -> None:
        """Show a topic, scrolled to the top; an unknown one shows nothing."""
        self._topic_id = topic_id
        self._fill()
        self.go_up()

    def forget(self) -> None:
        """Show nothing."""
        self.show_topic("")

    def set_language(self, lang: str) -> None:
        """Show the topic in `lang`."""
        self._lang = lang
        self._fill()

    def _fill(self) -> None:
        self.clear()
        topic = self._pack.topic_by_id.get(self._topic_id)
        if topic is None:
            return
        self.add(WrappingLabel(self._pack.text(topic.title, self._lang), "kioskQuestion"))
        if summary := self._pack.text(topic.summary, self._lang):
            self.add(WrappingLabel(summary, "kioskSummary"))
        for child in topic.children[:MOST]:
            button = self._button(self._pack.text(child.title, self._lang), "subtopic")
            button.clicked.connect(lambda _=False, i=child.id: self.topicChosen.emit(i))
        entries = self._pack.entries_by_topic.get(topic.id, ())
        for entry in entries[:MOST]:
            button = self._button(self._pack.text(entry.question, self._lang), "topicEntry")
            button.clicked.connect(lambda _=False, i=entry.id: self.entryChosen.emit(i))
        if max(len(topic.children), len(entries)) > MOST:
            self.add(
                WrappingLabel(
                    self.tr("There are more questions. Search for them on the start page."),
                    "kioskSummary",
                )
            )
        self.dress()

    def _button(self, words: str, name: str) -> WrappingButton:
        button = named(WrappingButton(words), name)
        self.add(button)
        return button
