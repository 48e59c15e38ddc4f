"""Pages of the kiosk that are one scrollable column: contacts to call, and a topic."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.base.local_date import today
from desktop.content.answer import present_contacts
from desktop.ui.answer.answer_parts import ContactCard
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.widgets.wrapping import MOST, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    from desktop.pack.view import PackView

WIDEST: Final = 900  # pixels at 100 %


class ColumnPage(Adaptive, QWidget):
    """Base class of pages, limited to a readable width."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kioskPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.parts: list[QWidget] = []  # from top to bottom
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # arrow keys scroll it
        content = with_object_name(QWidget(), "kioskColumn")
        self._middle = QWidget(content)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        policy.setHorizontalStretch(1000)
        self._middle.setSizePolicy(policy)
        self._column = QVBoxLayout(self._middle)
        self._column.addStretch()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(self._middle)
        row.addStretch(1)
        self.area.setWidget(content)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)

    def add(self, part: QWidget) -> None:
        """Put `part` below the others."""
        self.parts.append(part)
        self._column.insertWidget(self._column.count() - 1, part)

    def clear(self) -> None:
        """Delete all parts."""
        for part in self.parts:
            part.hide()
            self._column.removeWidget(part)
            part.deleteLater()
        self.parts.clear()

    def go_up(self) -> None:
        """Scroll to the top."""
        self.area.verticalScrollBar().setValue(0)

    def resize_content(self) -> None:
        """Set the margins of the column; subclasses also size their parts."""
        px = self._look.px
        self._middle.setMaximumWidth(px(WIDEST))
        edge = self._look.chrome.px(24)
        self._column.setContentsMargins(edge, px(18), edge, px(24))
        self._column.setSpacing(self._look.chrome.px(12))

    def _restyle(self) -> None:
        self.resize_content()


class HelpNow(ColumnPage):
    """Contacts that can be reached at once, in large type."""

    def __init__(self, pack: PackView, lang: str) -> None:
        super().__init__()
        self._pack, self._lang = pack, lang
        self._first: tuple[str, ...] = ()
        self._fill()

    def show_contacts(self, first: tuple[str, ...]) -> None:
        """Show the contacts with the ids `first`, then those of the help bar."""
        self.go_up()
        if first != self._first:
            self._first = first
            self._fill()

    def set_language(self, lang: str) -> None:
        """Show the contacts in `lang`."""
        self._lang = lang
        self._fill()

    def _restyle(self) -> None:
        self._fill()

    def _fill(self) -> None:
        self.clear()
        self.add(WrappingLabel(self.tr("You can talk to someone now"), "kioskQuestion"))
        ids, call = (*self._first, *self._pack.manifest.help), self.tr("call")
        for contact in present_contacts(self._pack, ids, self._lang, today()):
            self.add(ContactCard(contact, "", self._look, copying=False, apart=True, calling=call))
        self.resize_content()


class TopicPage(ColumnPage):
    """The questions of one topic, each a large button; subtopics come first.

    Attributes:
        topic_id: of the topic shown, "" for none.
    """

    entryChosen = Signal(str)  # entry id
    topicChosen = Signal(str)  # topic id

    def __init__(self, pack: PackView, lang: str) -> None:
        super().__init__()
        self._pack, self._lang, self.topic_id = pack, lang, ""

    def show_topic(self, topic_id: str) -> None:
        """Show a topic, scrolled to the top; an unknown one shows nothing."""
        self.topic_id = topic_id
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
        topic = self._pack.topic_by_id.get(self.topic_id)
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
            more = self.tr("There are more questions. Search for them on the start page.")
            self.add(WrappingLabel(more, "kioskSummary"))

    def _button(self, words: str, name: str) -> WrappingButton:
        button = with_object_name(WrappingButton(words), name)
        self.add(button)
        return button
