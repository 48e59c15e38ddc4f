"""Right side of the window: one answer, or the welcome while none is chosen."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.content.answer import present
from desktop.ui.answer.answer_page import AnswerPage
from desktop.ui.answer.find_bar import FindBar
from desktop.ui.look.changes import Adaptive, with_object_name

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QAction, QResizeEvent

    from desktop.content.answer import Answer
    from desktop.pack.view import PackView
    from desktop.ui.look.theme import Look


class AnswerPane(Adaptive, QWidget):
    """Shows an entry in one language. Independent of search and tree."""

    entryRequested = Signal(str)  # entry id, from a link or a related question
    copyRequested = Signal(str)  # plain text of a contact

    def __init__(
        self,
        pack: PackView,
        lang: str,
        look: Look,
        *,
        rail: Sequence[QAction] = (),
        copying: bool = True,
        today: Callable[[], dt.date] = dt.date.today,
    ) -> None:
        """Show the welcome.

        `rail` are the actions of the buttons beside the answer, `copying` says whether contacts can
        be copied, and `today` gives the date by which they may have changed.
        """
        super().__init__()
        self._copying = copying
        self._today = today
        self.setObjectName("answerPane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._pack, self._lang = pack, lang
        self._look = self._drawn_in = look  # applied by the end of this method
        self._entry_id = ""
        self._answer: Answer | None = None
        self._page: AnswerPage | None = None
        self._unfolded = False  # whether the reader expanded the details of a sensitive entry
        self.area = QScrollArea(widgetResizable=True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._rail = with_object_name(QFrame(), "rail")
        self._rail_column = QVBoxLayout(self._rail)
        for action in rail:
            button = with_object_name(QToolButton(), action.objectName())
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self._rail_column.addWidget(button)
        self._rail_column.addStretch()
        self.find_bar = FindBar(self.area)
        self.find_bar.closed.connect(self._end_find)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.find_bar)
        layout.addWidget(self.area)
        self._rail.setParent(self)
        self._restyle()

    @property
    def entry_id(self) -> str:
        """Id of the entry shown, "" for the welcome."""
        return self._entry_id

    @property
    def is_folded(self) -> bool:
        """Whether the details of a sensitive entry are collapsed."""
        return bool(self._answer and self._answer.is_sensitive and not self._unfolded)

    def _restyle(self) -> None:
        look = self._look
        self._rail_column.setContentsMargins(look.px(8), look.px(28), look.px(12), look.px(8))
        self._rail_column.setSpacing(look.px(8))
        for button in self._rail.findChildren(QToolButton):
            button.setIconSize(QSize(look.px(20), look.px(20)))
        self.area.verticalScrollBar().setSingleStep(look.px(28))
        self._refill()

    def set_language(self, lang: str) -> None:
        """Show the same entry in `lang`, at the same place, and update the program's words."""
        self._lang = lang
        self._refill()

    def show_entry(self, entry_id: str) -> None:
        """Show another entry from its top; an unknown id changes nothing."""
        if entry_id in self._pack.entry_by_id and entry_id != self._entry_id:
            self._entry_id, self._unfolded = entry_id, False
            self._refill()
            self.area.verticalScrollBar().setValue(0)

    def take_focus(self) -> None:
        """Set the focus so that arrow and page keys scroll the answer."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_welcome(self) -> None:
        """Show the welcome page; all data of an answer is deleted."""
        self._entry_id, self._unfolded = "", False
        self._refill()
        self.area.verticalScrollBar().setValue(0)

    # -- finding words

    def open_find(self) -> None:
        """Open the bar for a search in the answer."""
        self.find_bar.open_bar()
        self._settle()

    def close_find(self) -> None:
        """Close the bar and delete the words searched for."""
        if not self.find_bar.isHidden():
            self.find_bar.close_bar()

    def _end_find(self) -> None:
        self._settle()
        self.take_focus()

    def _settle(self) -> None:
        """Place the buttons again after the bar was shown or hidden."""
        if layout := self.layout():
            layout.activate()
        self._fit()

    # -- the page

    def _refill(self) -> None:
        place = self.area.verticalScrollBar().value()
        page = self._page = self._make_page()
        focus = QApplication.focusWidget()
        inside = focus is not None and self.area.isAncestorOf(focus)
        self.area.setWidget(page)
        if inside:
            self.area.setFocus()  # the widget with the focus was deleted
        title = self._pack.text(self._pack.manifest.title, self._lang)
        self.area.setAccessibleName(self._answer.question if self._answer else title)
        page.setLocale(QLocale(self._lang))
        self._fit()
        self._rail.raise_()
        self.area.verticalScrollBar().setValue(place)
        self.find_bar.restart()

    def _make_page(self) -> AnswerPage:
        """Create the page of the entry, or the welcome."""
        pack, lang = self._pack, self._lang
        entry = pack.entry_by_id.get(self._entry_id)
        self._answer = present(pack, entry, lang, self._today()) if entry else None
        disclaimer = pack.text(pack.manifest.disclaimer, lang)
        page = AnswerPage(self._look, disclaimer, copying=self._copying)
        page.linkChosen.connect(self._follow)
        page.copyRequested.connect(self.copyRequested)
        page.unfoldRequested.connect(self._unfold)
        if self._answer:
            page.show_answer(self._answer, folded=self.is_folded)
        else:
            page.show_welcome(pack.text(pack.manifest.title, lang))
        return page

    def _unfold(self) -> None:
        self._unfolded = True
        self._refill()

    def _fit(self) -> None:
        """Place the buttons beside the text; in a narrow pane they are hidden."""
        px = self._look.px
        roomy = self.width() > px(620)
        beside = roomy and self._rail_column.count() > 1
        self._rail.setVisible(beside)
        high = self.height() - self.area.y() - px(28)
        for at, button in enumerate(self._rail.findChildren(QToolButton)):
            wanted = button.defaultAction().isVisible()
            button.setVisible(wanted and (at + 1) * px(44 + 8) <= high)  # the menu has all
        self._rail_column.activate()
        self._rail.adjustSize()
        bar = self.area.verticalScrollBar().sizeHint().width()
        self._rail.move(self.width() - bar - self._rail.width(), self.area.y())
        least = self._look.chrome.px(20)
        edge = px(48) if roomy else least
        right = self._rail.width() if beside else least
        if self._page and (layout := self._page.layout()):
            layout.setContentsMargins(edge, px(26), right, px(40))

    def minimumSizeHint(self) -> QSize:
        """Narrower than this, long words and numbers are cut off."""
        return QSize(self._look.chrome.px(240), 100)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _follow(self, link: str) -> None:
        """Open the target of a link in an answer; links cannot leave the pack."""
        kind, _, target = link.partition(":")
        if kind == "entry":
            self.entryRequested.emit(target)
        elif self._page and (part := self._page.parts.get(link)):
            self.area.ensureWidgetVisible(part, 0, self._look.px(120))
