"""Removal and deletion of layout items.

In Qt the caller deletes an item taken out of a layout; PySide never does that for items that Qt
created, which would leak memory for each removed widget.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shiboken6 import delete, isValid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

QWIDGETSIZE_MAX: Final = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX, which PySide lacks


def take_widgets(layout: QLayout) -> Iterator[QWidget]:
    """Empty `layout` during the iteration, and yield its widgets, which are not deleted."""
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
