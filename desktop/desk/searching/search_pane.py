"""Left side of the window: search box over the topic tree, or over the results of a query."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.desk.searching.pack_tree import PackTree
from desktop.ui.look.changes import Adaptive, with_object_name
from desktop.ui.results.delegates import HitDelegate
from desktop.ui.results.help_card import HelpCard
from desktop.ui.results.lists import HitList
from desktop.ui.results.models import HitModel, HitRole
from desktop.ui.results.no_results import NoResultsPane
from desktop.ui.widgets.announce import announce
from desktop.ui.widgets.search_box import SearchBox

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop.pack.view import PackView
    from desktop.search.results import Results
    from desktop.ui.look.theme import Look

PREVIEW_MS = 250  # pause in typing after which the best answer is previewed
_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -5,
    Qt.Key.Key_PageDown: 5,
}
"""Rows by which a key moves in the results."""


def _new_words(results: Results) -> str:
    """Words of the first suggestion that were not typed."""
    typed = results.query.split()
    return " … ".join(word for word in results.suggestions[0].text.split() if word not in typed)


class SearchPane(Adaptive, QWidget):
    """Search box over tree or results. Independent of engine, answer pane and window."""

    queryChanged = Signal(str)  # as typed
    entryChosen = Signal(str, str)  # entry id, language tag or "": opened by the reader
    entryPreviewed = Signal(str, str)  # the same, by moving over it or pausing while typing

    def __init__(self, pack: PackView, lang: str, look: Look) -> None:
        super().__init__()
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._announced = ""
        self._asked = ""  # the question whether other words were meant
        self._results: Results | None = None
        self.box = SearchBox()
        self.tree = PackTree(pack, lang, look)
        self.topics = self.tree.topics
        self.hits = HitModel(self)
        self.list = HitList()
        self._hit_delegate = HitDelegate(look, self)
        self.list.setItemDelegate(self._hit_delegate)
        self.list.setModel(self.hits)
        self.help_card = HelpCard(pack, lang)
        self.nothing = NoResultsPane(pack, lang)
        self._build()
        self._wire()
        self._retranslate()

    def _build(self) -> None:
        self._count = with_object_name(QLabel(), "countLine")
        self._keys_hint = with_object_name(QLabel(), "keysHint")
        self._correction = with_object_name(QPushButton(), "didYouMean")
        self._correction.setCursor(Qt.CursorShape.PointingHandCursor)
        self._correction.clicked.connect(self._accept_correction)
        self._count_row = QWidget()
        row = QHBoxLayout(self._count_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._count)
        row.addStretch()
        row.addWidget(self._keys_hint)
        row.addWidget(self._correction)
        self._stack = QStackedWidget()
        self._stack.setMinimumHeight(1)  # so that the search box is not squeezed
        self._nothing_page = QScrollArea(widgetResizable=True)
        self._nothing_page.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons accept it
        self._nothing_page.setWidget(self.nothing)
        for page in (self.tree, self.list, self._nothing_page):
            self._stack.addWidget(page)
        self._top = QVBoxLayout()
        for widget in (self.box, self.help_card, self._count_row):
            self._top.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._top)
        column.addWidget(self._stack, 1)
        self.help_card.hide()
        self._count_row.hide()
        self._pause = QTimer(self, singleShot=True, interval=PREVIEW_MS)

    def _wire(self) -> None:
        """Connect the signals of the parts."""
        self.box.queryChanged.connect(self.queryChanged)
        self.box.moved.connect(self._move)
        self.box.entered.connect(lambda: self._hit_used(self.list.currentIndex()))
        self.box.escaped.connect(self._escape)
        self.tree.entryChosen.connect(lambda entry_id: self.entryChosen.emit(entry_id, ""))
        self.tree.escaped.connect(self.take_focus)
        self.list.used.connect(self._hit_used)
        self.list.escaped.connect(self._escape)
        self.nothing.queryProposed.connect(self.set_query)
        self.nothing.topicChosen.connect(self.show_topic)
        self._pause.timeout.connect(self._preview_current)

    # -- called by the window

    def _restyle(self) -> None:
        look = self._look
        edge = look.chrome.px(16)
        self._top.setContentsMargins(edge, edge, edge, look.chrome.px(10))
        self._top.setSpacing(look.chrome.px(10))
        self.help_card.set_room(self.height())
        self._hit_delegate.set_look(look)
        self.list.scheduleDelayedItemsLayout()
        self.list.verticalScrollBar().setSingleStep(look.px(24))
        self._fit_hint()

    def set_language(self, lang: str) -> None:
        """Show tree, help card and topics in `lang`."""
        self.topics.set_language(lang)
        self.help_card.set_language(lang)
        self.nothing.set_language(lang)

    def forget(self) -> None:
        """Reset the tree; delete all traces of a search, visible or hidden."""
        self.box.edit.setText("")
        self._pause.stop()
        self._results, self._announced = None, ""
        self.help_card.show_contacts(())
        self._count_row.hide()
        self._show_correction()
        self.hits.set_hits(())
        self.nothing.show_suggestions(())
        self._hit_delegate.forget()
        self._stack.setCurrentWidget(self.tree)
        self.tree.open_first_topics()

    def take_focus(self) -> None:
        """Set the focus to the search box and select its text."""
        self.box.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.edit.selectAll()

    def set_query(self, query: str) -> None:
        """Search for `query`, as if typed."""
        self.box.edit.setText(query)
        self.box.edit.setFocus()

    def show_results(self, results: Results) -> None:
        """Show results instead of the tree; a blank query shows the tree again.

        The same query once more, in another language, keeps the chosen entry and previews
        none.
        """
        self._pause.stop()
        again = self._results is not None and self._results.query == results.query
        chosen = str(self.list.currentIndex().data(HitRole.ENTRY_ID) or "") if again else ""
        self._results = results
        self.help_card.show_contacts(results.help_contacts)
        self._count_row.setVisible(bool(results.hits))
        self._show_correction()
        self.hits.set_hits(results.hits)
        if not results.query.strip():
            self._stack.setCurrentWidget(self.tree)
            return
        if results.hits:
            self._stack.setCurrentWidget(self.list)
            ids = [hit.entry_id for hit in results.hits]
            row = ids.index(chosen) if chosen in ids else 0
            self.list.setCurrentIndex(self.hits.index(row, 0))
            if not again:
                self._pause.start()
        else:
            self.nothing.show_suggestions(results.suggestions)
            self._stack.setCurrentWidget(self._nothing_page)
        self._announce_count()

    def show_waiting(self, query: str) -> None:
        """Show that the search is pending; the tree stays."""
        typed = bool(query.strip())
        self._count_row.setVisible(typed)
        self._keys_hint.hide()
        self._correction.hide()
        self._count.setText(self.tr("The search is getting ready…"))
        if typed:
            self._announce(self._count.text())

    def select_entry(self, entry_id: str) -> None:
        """Select an entry in the tree, and expand its topic; the results stay as they are."""
        self.tree.show_entry(entry_id)

    def show_topic(self, topic_id: str) -> None:
        """Close the results and show a topic in the tree."""
        self.box.edit.setText("")
        self.tree.show_topic(topic_id)

    # -- input

    def _move(self, key: int) -> None:
        page = self._stack.currentWidget()
        if page is self.tree:
            self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            if not self.tree.currentIndex().isValid():
                self.tree.setCurrentIndex(self.topics.index(0, 0))
        elif page is self.list:
            row = self.list.currentIndex().row() + _STEPS[Qt.Key(key)]
            row = min(max(row, 0), self.hits.rowCount() - 1)
            self.list.setCurrentIndex(self.hits.index(row, 0))
            self._announce(str(self.list.currentIndex().data()))
            self._pause.start()

    def _preview_current(self) -> None:
        index = self.list.currentIndex()
        if index.isValid():
            self.entryPreviewed.emit(index.data(HitRole.ENTRY_ID), index.data(HitRole.LANG))

    def _hit_used(self, index: QModelIndex) -> None:
        if index.isValid():
            self._pause.stop()
            self.entryChosen.emit(index.data(HitRole.ENTRY_ID), index.data(HitRole.LANG))

    def _escape(self) -> None:
        if self.box.edit.text():
            self.box.edit.setText("")
        else:
            self.tree.setFocus()

    # -- words

    def _announce_count(self) -> None:
        if self._results is None or not self._results.query.strip():
            return
        count = len(self._results.hits)
        counted = self.tr("%n answer(s)", "", count)
        if counted != self._count.text():
            self._count.setText(counted)
            self._fit_hint()
        message = counted if count else self.tr("No answer found")
        if self._results.help_contacts:
            message = f"{self.help_card.title}. {message}"
        self._announce(f"{message}. {self._asked}" if self._asked else message)

    def _announce(self, message: str) -> None:
        """Announce a text to screen readers, once per change."""
        if message != self._announced:
            announce(self.box.edit, message)
        self._announced = message

    def _fit_hint(self) -> None:
        """Fill the rest of the count's row: the suggestion, else the keys, if they fit."""
        query = self._asked
        room = self.width() - 2 * self._top.contentsMargins().left()
        room -= self._count.sizeHint().width() + self._top.spacing()
        metrics, shown = self._correction.fontMetrics(), query
        if query and self._results and metrics.horizontalAdvance(query) > room:
            shown = self._ask_for(_new_words(self._results))
        shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, room)
        self._correction.setText(shown)
        self._correction.setToolTip(query if shown != query else "")
        self._correction.setVisible(bool(query))
        self._keys_hint.setVisible(not query and self._keys_hint.sizeHint().width() < room)

    def _show_correction(self) -> None:
        """Show the question whether other words were meant, if some were misspelt."""
        results = self._results
        suggested = results.suggestions if results and results.hits else ()
        asked = self._ask_for(suggested[0].text) if suggested else ""
        if asked != self._asked:
            self._asked = asked
            self._fit_hint()
        self._correction.setAccessibleName(
            asked or self._ask_for("…")
        )  # a hidden button has a name too

    def _ask_for(self, words: str) -> str:
        return self.tr("Did you mean “%1”?").replace("%1", words)

    def _accept_correction(self) -> None:
        if self._results and self._results.suggestions:
            self.set_query(self._results.suggestions[0].text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.help_card.set_room(self.height())
        self._fit_hint()

    def minimumSizeHint(self) -> QSize:
        """Narrower than this, words no longer fit."""
        return QSize(self.fontMetrics().averageCharWidth() * 20, 100)

    def _retranslate(self) -> None:
        self.tree.setAccessibleName(self.tr("Topics"))
        self.list.setAccessibleName(self.tr("Search results"))
        self._keys_hint.setText(self.tr("Up and down to move, Enter to read"))
        self._show_correction()
        self._announce_count()
        self._fit_hint()
