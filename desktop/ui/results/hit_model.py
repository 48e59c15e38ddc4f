"""Item model of the hits of a search."""

from __future__ import annotations

from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from desktop.search.results import Hit

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class HitRole(IntEnum):
    """Item roles besides the text."""

    ENTRY_ID = Qt.ItemDataRole.UserRole + 1  # str
    LANG = auto()  # str, language tag of question and passage
    QUESTION_SPANS = auto()  # tuple[Span, ...]
    PASSAGE = auto()  # str
    PASSAGE_SPANS = auto()  # tuple[Span, ...]
    HIT = auto()  # Hit, all of the above at once


class HitModel(QAbstractListModel):
    """Hits of the last search, best first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()

    def set_hits(self, hits: tuple[Hit, ...]) -> None:
        """Replace the hits."""
        self.beginResetModel()
        self._hits = hits
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        """Number of hits."""
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See `HitRole` for what each role gives."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return hit.question
            case Qt.ItemDataRole.AccessibleDescriptionRole | HitRole.PASSAGE:
                return hit.why.passage
            case HitRole.ENTRY_ID:
                return hit.entry_id
            case HitRole.LANG:
                return hit.lang
            case HitRole.QUESTION_SPANS:
                return hit.why.question_spans
            case HitRole.PASSAGE_SPANS:
                return hit.why.passage_spans
            case HitRole.HIT:
                return hit
        return None
