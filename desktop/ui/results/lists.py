"""Views of the topic tree and of the results."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QTreeView, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent


class TopicTree(QTreeView):
    """Tree that expands and collapses by one click, with rows as high as their wrapped text."""

    used = Signal(QModelIndex)  # clicked, or Enter on it
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)  # the delegate indents, so that a selection spans the row
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        _calm(self)
        self.clicked.connect(self.used)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not by `activated`, which some desktops send for a click as well."""
        if not _use_key(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class HitList(QListView):
    """Results, one card each."""

    used = Signal(QModelIndex)  # clicked, or Enter on it
    escaped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        _calm(self)
        self.clicked.connect(self.used)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not by `activated`, which some desktops send for a click as well."""
        if not _use_key(self, event):
            super().keyPressEvent(event)


def _use_key(view: TopicTree | HitList, event: QKeyEvent) -> bool:
    """Handle Enter and Esc in a list; return whether the key was one of them."""
    match event.key():
        case Qt.Key.Key_Return | Qt.Key.Key_Enter if view.currentIndex().isValid():
            view.used.emit(view.currentIndex())
        case Qt.Key.Key_Escape:
            view.escaped.emit()
        case _:
            return False
    return True


def _calm(view: QAbstractItemView) -> None:
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setMouseTracking(True)
    view.setFrameShape(QAbstractItemView.Shape.NoFrame)
    view.setAutoScroll(False)
