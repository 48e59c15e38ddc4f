"""Pane shown instead of results if the query has no answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.flow import take_widgets
from desktop.ui.widgets.wrapping import MOST, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtGui import QShowEvent

    from desktop.pack.view import PackView
    from desktop.search.results import Suggestion


class NoResultsPane(Adaptive, QWidget):
    """Offers corrected queries and the nearest topics."""

    queryProposed = Signal(str)  # another query
    topicChosen = Signal(str)  # topic id

    def __init__(self, pack: PackView, lang: str) -> None:
        super().__init__()
        self.setObjectName("nothing")
        self._pack = pack
        self._lang = lang
        self._shown: tuple[Suggestion, ...] = ()
        self._stale = True
        self._text = WrappingLabel()
        self._buttons = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._text)
        self._column.addLayout(self._buttons)
        self._column.addStretch()
        self._retranslate()

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        """Show `suggestions`, or every topic if there are none."""
        self._shown = suggestions
        self._fill()

    def set_language(self, lang: str) -> None:
        """Show topics in `lang`."""
        self._lang = lang
        self._fill()

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(16), px(6), px(16), px(16))
        self._column.setSpacing(px(12))
        self._buttons.setSpacing(px(8))

    def _fill(self) -> None:
        """Create the buttons if they are visible: those of a long pack take long."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        for widget in take_widgets(self._buttons):
            widget.hide()
            widget.deleteLater()
        topics = [s.topic_id for s in self._shown if s.topic_id]
        for suggestion in self._shown:
            if suggestion.topic_id is None:
                self._add_button(suggestion.text, self.queryProposed, suggestion.text)
        for topic_id in topics or [topic.id for topic in self._pack.topics[:MOST]]:
            if topic := self._pack.topic_by_id.get(topic_id):
                title = self._pack.text(topic.title, self._lang)
                self._add_button(title, self.topicChosen, topic_id)

    def _add_button(self, words: str, signal: SignalInstance, value: str) -> None:
        button = WrappingButton(words)
        button.clicked.connect(lambda: signal.emit(value))
        self._buttons.addWidget(button)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._fill()

    def _retranslate(self) -> None:
        message = self.tr("No answer found. Try other words, or look into a topic.")
        if self._pack.manifest.help:
            message = self.tr(
                "No answer found. Try other words, look into a topic, or call a number below."
            )
        self._text.setText(message)
        self._fill()
