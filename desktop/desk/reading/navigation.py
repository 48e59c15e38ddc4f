"""Navigation between entries: open, preview, back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop.desk.preferences import LanguageKeeper
    from desktop.desk.searching.search_pane import SearchPane
    from desktop.pack.view import PackView
    from desktop.ui.answer.answer_pane import AnswerPane
    from desktop.ui.widgets.sheet import Sheet


class History:
    """The entries read in one session, and the position of the reader; in memory only.

    Opening an entry drops those ahead, as in a web browser.
    """

    def __init__(self) -> None:
        self._ids: list[str] = []
        self._at = -1

    @property
    def current(self) -> str:
        """Id of the current entry; "" for none."""
        return self._ids[self._at] if self._ids else ""

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry before this one."""
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an entry after this one."""
        return self._at < len(self._ids) - 1

    def open(self, entry_id: str) -> None:
        """Add an entry that was opened; opening the current one again changes nothing."""
        if entry_id != self.current:
            del self._ids[self._at + 1 :]
            self._ids.append(entry_id)
            self._at += 1

    def step(self, by: int) -> str:
        """Go forward `by` entries, back if negative; return the id of the entry to show.

        Raises:
            IndexError: there is none.
        """
        if not 0 <= self._at + by < len(self._ids):
            raise IndexError
        self._at += by
        return self.current

    def clear(self) -> None:
        """Delete the history."""
        self._ids.clear()
        self._at = -1


class Navigation(QObject):
    """Shows entries in the answer pane and selects them in the topic tree.

    The answer pane owns this object.
    """

    left = Signal()  # another entry replaces the shown one
    moved = Signal()  # an entry is shown

    def __init__(
        self,
        pack: PackView,
        language: LanguageKeeper,
        history: History,
        search: SearchPane,
        answer: AnswerPane,
        sheet: Sheet,
    ) -> None:
        super().__init__(answer)
        self._pack, self._language, self._history = pack, language, history
        self._search, self._answer, self._sheet = search, answer, sheet

    @property
    def shows_entry(self) -> bool:
        """Whether the answer pane shows an entry, and not the welcome."""
        return bool(self._answer.entry_id)

    @property
    def has_several_languages(self) -> bool:
        """Whether the pack has more than one language."""
        return len(self._pack.languages) > 1

    @property
    def is_previewing(self) -> bool:
        """Whether a preview hides the entry that was opened last."""
        return self._history.current not in {"", self._answer.entry_id}

    @property
    def can_go_back(self) -> bool:
        """Whether there is an entry to go back to."""
        return self._history.can_go_back or self.is_previewing

    @property
    def can_go_forward(self) -> bool:
        """Whether there is an entry to go forward to."""
        return self._history.can_go_forward

    def open(self, entry_id: str) -> None:
        """Show an entry and add it to the history; an unknown one changes nothing."""
        if entry_id in self._pack.entry_by_id:
            self._sheet.close_page()
            self._history.open(entry_id)
            self._show(entry_id)

    def open_hit(self, entry_id: str, lang: str) -> None:
        """Open a chosen result.

        Args:
            entry_id: the entry.
            lang: the language of the match, which is that of the query; "" in the tree.
        """
        self._language.follow(lang)
        self.open(entry_id)
        if lang:  # from the results: the reader has chosen and wants to read
            self._answer.take_focus()

    def preview_hit(self, entry_id: str, lang: str) -> None:
        """Preview the selected entry, unless it is in another language."""
        if lang in {"", self._language.lang}:
            self.preview(entry_id)

    def go_back(self) -> None:
        """Show the entry last opened if only a preview hides it, else the one before."""
        self._sheet.close_page()
        self._show(self._history.current if self.is_previewing else self._history.step(-1))

    def go_forward(self) -> None:
        """Show the entry after this one."""
        self._sheet.close_page()
        self._show(self._history.step(1))

    def preview(self, entry_id: str) -> None:
        """Show an entry without adding it to the history or selecting it in the tree."""
        if entry_id != self._answer.entry_id:
            self.left.emit()
        self._answer.show_entry(entry_id)
        self.moved.emit()

    def _show(self, entry_id: str) -> None:
        self.preview(entry_id)
        self._search.select_entry(entry_id)
