"""Item models of the topic tree and of the hits of a search."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from desktop.ui.look import icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pack.model import Entry, Topic
    from desktop.pack.view import PackView
    from desktop.search.results import Hit

AnyIndex = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()


class TopicRole(IntEnum):
    """Roles of a topic or entry besides the text."""

    ENTRY_ID = Qt.ItemDataRole.UserRole + 1  # str; "" for a topic
    TOPIC_ID = auto()  # str; "" for an entry
    ICON = auto()  # str, name of a bundled icon; "" for an entry
    COUNT = auto()  # int, entries below a topic at every depth; 0 for an entry
    LEVEL = auto()  # int, topics above this row


STEP = 200  # entries of a long topic that are fetched at a time
_AT_ONCE = 200  # entries of a pack that are listed before a topic is expanded
_FAR = 2000  # entries of a topic that are searched to show one of them


@dataclass(slots=True)
class _Node:
    text: dict[str, str]  # title of a topic or question of an entry, by language
    topic_id: str = ""
    entry_id: str = ""
    icon: str = ""
    parent: _Node | None = None
    level: int = -1  # of the root
    row: int = 0
    children: list[_Node] = field(default_factory=list)
    entries: Sequence[Entry] = ()
    listed: int = 0  # number of `entries` among the children, which begin with topics
    count: int = 0

    def add(self, child: _Node) -> None:
        child.parent, child.level, child.row = self, self.level + 1, len(self.children)
        self.children.append(child)


class TopicModel(QAbstractItemModel):
    """Tree of a pack in one language: topics, their subtopics, and the entries below them."""

    def __init__(self, pack: PackView, lang: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._lang = lang
        self._root = _Node({})
        self._of_entry: dict[str, _Node] = {}
        self._of_topic: dict[str, _Node] = {}
        self._grow(self._root, pack.topics)

    def _grow(self, node: _Node, topics: tuple[Topic, ...]) -> None:
        for topic in topics:
            icon = next(filter(icons.exists, (topic.icon, "folder")))
            child = self._of_topic[topic.id] = _Node(topic.title, topic_id=topic.id, icon=icon)
            node.add(child)
            self._grow(child, topic.children)
            child.entries = self._pack.entries_by_topic.get(topic.id, ())
            child.count = len(child.entries) + sum(inner.count for inner in child.children)
            if len(self._pack.entries) <= _AT_ONCE:  # reading those of a long pack takes long
                self._list_more(child)

    def _list_more(self, node: _Node) -> None:
        for entry in node.entries[node.listed : node.listed + STEP]:
            leaf = self._of_entry[entry.id] = _Node(entry.question, entry_id=entry.id)
            node.add(leaf)
            node.listed += 1

    def hasChildren(self, parent: AnyIndex = ROOT) -> bool:
        """Whether a topic has children, fetched yet or not."""
        node = self._node(parent)
        return parent.column() <= 0 and bool(node.children or node.entries)

    def canFetchMore(self, parent: AnyIndex) -> bool:
        """Whether a long topic has entries that are not fetched yet."""
        node = self._node(parent)
        return node.listed < len(node.entries)

    def fetchMore(self, parent: AnyIndex) -> None:
        node = self._node(parent)
        first = len(node.children)
        more = min(STEP, len(node.entries) - node.listed)
        if more > 0:
            self.beginInsertRows(self._index_of(node), first, first + more - 1)
            self._list_more(node)
            self.endInsertRows()

    def set_language(self, lang: str) -> None:
        """Show the tree in `lang`; expanded and selected rows stay as they are."""
        self._lang = lang
        for node in (self._root, *self._of_topic.values()):
            if node.children:
                first, last = self._index_of(node.children[0]), self._index_of(node.children[-1])
                self.dataChanged.emit(first, last)

    def index_of_entry(self, entry_id: str) -> QModelIndex:
        """Index of an entry; invalid if the pack lacks it, or far down in a long topic."""
        if entry_id not in self._of_entry and entry_id in self._pack.entry_by_id:
            topic = self._of_topic[self._pack.entry_by_id[entry_id].topic]
            while topic.listed < min(len(topic.entries), _FAR) and entry_id not in self._of_entry:
                self.fetchMore(self._index_of(topic))
        return self._index_of(self._of_entry.get(entry_id))

    def index_of_topic(self, topic_id: str) -> QModelIndex:
        """Index of a topic; invalid if the pack lacks it."""
        return self._index_of(self._of_topic.get(topic_id))

    def _index_of(self, node: _Node | None) -> QModelIndex:
        if node is None or node is self._root:
            return QModelIndex()
        return self.createIndex(node.row, 0, node)

    def _node(self, index: AnyIndex) -> _Node:
        node = index.internalPointer() if index.isValid() else None
        return node if isinstance(node, _Node) else self._root

    def index(self, row: int, column: int, parent: AnyIndex = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, self._node(parent).children[row])

    def parent(self, index: AnyIndex) -> QModelIndex:  # type: ignore[override]
        return self._index_of(self._node(index).parent)

    def rowCount(self, parent: AnyIndex = ROOT) -> int:
        return 0 if parent.column() > 0 else len(self._node(parent).children)

    def columnCount(self, parent: AnyIndex = ROOT) -> int:  # noqa: ARG002
        return 1

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See `TopicRole` for what each role gives."""
        node = self._node(index)
        if node is self._root:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._pack.text(node.text, self._lang)
            case TopicRole.ENTRY_ID:
                return node.entry_id
            case TopicRole.TOPIC_ID:
                return node.topic_id
            case TopicRole.ICON:
                return node.icon
            case TopicRole.COUNT:
                return node.count
            case TopicRole.LEVEL:
                return node.level
        return None


class HitRole(IntEnum):
    """Roles of a hit besides the text."""

    ENTRY_ID = Qt.ItemDataRole.UserRole + 1  # str
    LANG = auto()  # str, language tag of question and passage
    HIT = auto()  # Hit


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
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """See `HitRole` for what each role gives."""
        if not self.checkIndex(index, self.CheckIndexOption.IndexIsValid):
            return None
        hit = self._hits[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return hit.question
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return hit.explanation.passage
            case HitRole.ENTRY_ID:
                return hit.entry_id
            case HitRole.LANG:
                return hit.lang
            case HitRole.HIT:
                return hit
        return None
