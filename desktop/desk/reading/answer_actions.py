"""Actions on the shown entry: copy, read aloud, bookmark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.as_text import answer_html, answer_text
from desktop.desk.saver import SavingMessages

if TYPE_CHECKING:
    from desktop.desk.bookmarks.bookmarks import Bookmarks
    from desktop.desk.preferences import LanguageKeeper
    from desktop.pack.view import PackView
    from desktop.ui.answer.answer_pane import AnswerPane
    from desktop.ui.leaving.own_clipboard import OwnClipboard
    from desktop.ui.speech.read_aloud import ReadAloud


class AnswerActions(QObject):
    """Actions on the entry of one answer pane, which owns this object."""

    copied = Signal(str)  # what a contact's button copied; "" for the whole entry
    bookmarked = Signal(str)  # what was done, a sentence
    speaking = Signal(bool)  # whether the voice is reading
    noticed = Signal(str)  # errors of the bookmarks, some sentences

    def __init__(
        self,
        pack: PackView,
        answer: AnswerPane,
        clipboard: OwnClipboard,
        voice: ReadAloud,
        bookmarks: Bookmarks,
        language: LanguageKeeper,
    ) -> None:
        super().__init__(answer)
        self._pack, self._answer, self._clipboard = pack, answer, clipboard
        self._voice, self._bookmarks, self._language = voice, bookmarks, language
        self._words = SavingMessages(self)
        voice.changed.connect(self.update_read_aloud)

    @property
    def is_bookmarked(self) -> bool:
        """Whether the entry is in the list."""
        return self._bookmarks.has(self._pack.manifest.id, self._answer.entry_id)

    @property
    def can_read_aloud(self) -> bool:
        """Whether this computer has a voice."""
        return self._voice.is_available

    def toggle_bookmark(self) -> None:
        """Add the entry to the list, or remove it."""
        done = self._bookmarks.toggle(self._pack.manifest.id, self._answer.entry_id)
        self.bookmarked.emit(self._words.toggled(done))
        if notice := self._bookmarks.pop_notice():
            self.noticed.emit(self._words.notice(notice))

    def read_aloud(self) -> None:
        """Read the entry aloud, or stop; collapsed details are not read."""
        details = not self._answer.is_folded
        self._voice.toggle(self._answer.entry_id, self._language.lang, details=details)
        self.update_read_aloud()

    def copy(self) -> None:
        """Put the entry on the clipboard, as text and as HTML."""
        entry = self._pack.entry_by_id[self._answer.entry_id]
        answer = present(self._pack, entry, self._language.lang, today())
        data = QMimeData()
        data.setText(answer_text(answer))
        data.setHtml(answer_html(answer))
        self._clipboard.put(data)
        self.copied.emit("")

    def copy_contact(self, text: str) -> None:
        """Put a number or an address on the clipboard."""
        self._clipboard.put_text(text)
        self.copied.emit(text)

    def update_read_aloud(self) -> None:
        """Emit whether the voice is reading."""
        self.speaking.emit(self._voice.is_speaking)
