"""What a layout keeps its widgets in, and how to be rid of it.

Whoever takes an item out of a layout has to delete it, says Qt; PySide never does that for an item
that Qt made. So many bytes stayed for every widget that was ever taken out that way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from shiboken6 import delete, isValid

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

QWIDGETSIZE_MAX: Final = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX, which PySide does not know


def take_widgets(layout: QLayout) -> Iterator[QWidget]:
    """Empty `layout` as it is iterated over, and pass on the widgets, which live on."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        delete(item)
        if widget is not None:
            yield widget


def delete_items(items: Iterable[QLayoutItem]) -> None:
    """Delete items of a layout that is gone; what PySide has let go of already is left alone."""
    for item in items:
        if isValid(item):
            delete(item)
