"""Item model of the bookmarks: rows can be renamed, moved and removed."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, Qt, Signal

from desktop.desk.bookmarks.bookmarks import tidy_name
from desktop.desk.bookmarks.bookmarks_text import plain_id

if TYPE_CHECKING:
    from desktop.desk.bookmarks.bookmarks import Bookmark, Bookmarks
    from desktop.pack.view import PackView
    from desktop.ui.results.models import AnyIndex

ROOT = QModelIndex()


class BookmarkRole(IntEnum):
    """Item roles besides the text."""

    ENTRY_ID = Qt.ItemDataRole.UserRole + 1  # str; "" where the pack lacks the entry
    UNDER = auto()  # str, second line: the question, that the entry is missing, or ""


class BookmarksModel(QAbstractListModel):
    """The bookmarks in one language at a time. Only this model may change them meanwhile."""

    renamed = Signal()

    def __init__(
        self, bookmarks: Bookmarks, pack: PackView, lang: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._bookmarks, self._pack, self._lang = bookmarks, pack, lang
        self._questions: dict[str, str] = {}  # by entry: painting must not read from disk
        self._read_questions()

    def _read_questions(self) -> None:
        """Read the questions of all bookmarks, and of removed ones that can be restored."""
        pack_id, entries = self._pack.manifest.id, self._pack.entry_by_id
        own = {item.entry for item in self._bookmarks.items if item.pack == pack_id}
        self._questions = {
            entry_id: self._pack.text(entries[entry_id].question, self._lang)
            for entry_id in own | self._questions.keys()
            if entry_id in entries
        }

    def set_language(self, lang: str) -> None:
        """Show questions in `lang`, and own texts in the language of the program."""
        self._lang = lang
        self._read_questions()
        if last := self.rowCount():
            self.dataChanged.emit(self.index(0), self.index(last - 1))

    def remove(self, row: int) -> Bookmark:
        """Remove a bookmark and return it."""
        self.beginRemoveRows(ROOT, row, row)
        bookmark = self._bookmarks.remove(row)
        self.endRemoveRows()
        return bookmark

    def put_back(self, row: int, bookmark: Bookmark) -> None:
        """Restore a removed bookmark in its row, unless it exists again."""
        self.beginResetModel()  # a reset: no row is inserted if the entry has been bookmarked again
        self._bookmarks.add(bookmark, row)
        self._read_questions()
        self.endResetModel()

    def move(self, row: int, by: int) -> bool:
        """Move a bookmark down `by` rows, up if that is negative; False if it is at the end."""
        to = row + by
        if not by or not 0 <= to < self.rowCount():
            return False
        self.beginMoveRows(ROOT, row, row, ROOT, to + 1 if by > 0 else to)
        self._bookmarks.move(row, to)
        self.endMoveRows()
        return True

    def name_of(self, item: Bookmark) -> str:
        """Displayed name of a bookmark: its name, else its question, else its id in words."""
        return item.name or self._question(item) or plain_id(item.entry)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.isValid() else len(self._bookmarks.items)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.isValid() else flags

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See `BookmarkRole` for what each role gives."""
        if not index.isValid():
            return None
        item = self._bookmarks.items[index.row()]
        match role:
            case (
                Qt.ItemDataRole.DisplayRole
                | Qt.ItemDataRole.EditRole
                | Qt.ItemDataRole.AccessibleTextRole
            ):
                return self.name_of(item)
            case BookmarkRole.UNDER | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self._under(item)
            case BookmarkRole.ENTRY_ID:
                return item.entry if self._has(item) else ""
        return None

    def setData(  # noqa: N802
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Rename the bookmark; an empty name or the question restores the question."""
        if role != Qt.ItemDataRole.EditRole or not index.isValid():
            return False
        item = self._bookmarks.items[index.row()]
        name = tidy_name(str(value))
        shown = self._question(item) or plain_id(item.entry)
        name = "" if name == tidy_name(shown) else name
        if name != item.name:
            self._bookmarks.rename(index.row(), name)
            self.dataChanged.emit(index, index)
            self.renamed.emit()
        return True

    def _under(self, item: Bookmark) -> str:
        if not self._has(item):
            return self.tr("Not in this pack")
        return self._question(item) if item.name else ""

    def _question(self, item: Bookmark) -> str:
        return self._questions.get(item.entry, "") if self._has(item) else ""

    def _has(self, item: Bookmark) -> bool:
        return item.pack == self._pack.manifest.id and item.entry in self._questions
