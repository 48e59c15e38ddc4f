"""Layout that continues in further rows, and removal of the widgets of a layout."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget
from shiboken6 import delete, isValid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

QWIDGETSIZE_MAX: Final = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX, which PySide lacks


def take_widgets(layout: QLayout) -> Iterator[QWidget]:
    """Empty `layout` during the iteration, and yield its widgets, which are not deleted.

    In Qt the caller deletes an item taken out of a layout; PySide never does that for items that Qt
    created, which would leak memory for each removed widget.
    """
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        delete(item)
        if widget is not None:
            yield widget


def delete_items(items: Iterable[QLayoutItem]) -> None:
    """Delete items of a deleted layout; those that PySide has released are skipped."""
    for item in items:
        if isValid(item):
            delete(item)


class FlowLayout(QLayout):
    """Places items left to right, then in the next row, each centred vertically in its row.

    After the flow layout example of the Qt documentation. It must be set on a widget before items
    are added: otherwise PySide releases its items too early for them to be deleted.
    """

    def __init__(self, gap: int = 8, row_gap: int = 4, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = items = list[QLayoutItem]()
        # Qt's own layouts delete their items in the destructor; this one has to do it itself.
        self.destroyed.connect(lambda: delete_items(items))  # without `self`, which is deleted then
        self._gap = gap
        self._row_gap = row_gap
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, gap: int, row_gap: int) -> None:
        """Set the space between widgets and between rows, in pixels."""
        self._gap, self._row_gap = gap, row_gap
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns need more rows."""
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        """Everything in one row."""
        sizes = [item.sizeHint() for item in self._seen()]
        wide = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        tall = max((size.height() for size in sizes), default=0)
        return QSize(wide, tall).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:
        """The widest widget."""
        size = QSize()
        for item in self._seen():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def _seen(self) -> list[QLayoutItem]:
        """Items that take up space.

        During the deletion of a window, Qt still requests sizes of items that PySide has released.
        """
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Place the rows; return the height they need."""
        edge = self.contentsMargins()
        room = rect.marginsRemoved(edge)
        y, used = room.y(), 0
        row: list[tuple[QLayoutItem, QSize]] = []
        for item in self._seen():
            size = _size_in_row(item, room.width())
            if row and used + self._gap + size.width() > room.width():
                y += self._place_row(row, room.x(), y, moving=moving) + self._row_gap
                row, used = [], 0
            used += size.width() + (self._gap if row else 0)
            row.append((item, size))
        y += self._place_row(row, room.x(), y, moving=moving)
        return y - rect.y() + edge.bottom()

    def _place_row(
        self, row: list[tuple[QLayoutItem, QSize]], x: int, y: int, *, moving: bool
    ) -> int:
        tall = max((size.height() for _, size in row), default=0)
        for item, size in row:
            if moving:
                item.setGeometry(QRect(QPoint(x, y + (tall - size.height()) // 2), size))
            x += size.width() + self._gap
        return tall


def _size_in_row(item: QLayoutItem, room: int) -> QSize:
    """Size of `item` in a row that is `room` pixels wide."""
    size = item.sizeHint()
    wide = min(size.width(), room)
    return QSize(wide, item.heightForWidth(wide) if item.hasHeightForWidth() else size.height())
