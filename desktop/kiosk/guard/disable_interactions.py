"""Switch off what a kiosk must not offer: selection of text, context menus and drops."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

SELECTABLE = (
    Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
)


def disable_interactions(widget: QWidget) -> None:
    """Disable selection of text, context menus, drops and automatic scrolling; links stay active.

    Called for each widget when it is shown, see `TouchFilter`. Idempotent.
    """
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    if widget.acceptDrops():
        widget.setAcceptDrops(False)
    if isinstance(widget, QLineEdit):
        widget.setDragEnabled(False)
    elif isinstance(widget, QLabel | QTextEdit | QPlainTextEdit):
        _make_unselectable(widget)
    elif isinstance(widget, QAbstractItemView):
        _disable_view_interactions(widget)


def _make_unselectable(widget: QLabel | QTextEdit | QPlainTextEdit) -> None:
    flags = widget.textInteractionFlags()
    if flags & Qt.TextInteractionFlag.TextEditable:
        return  # editable text must be selectable, to be deleted
    if flags & SELECTABLE:  # only then, since setting flags lays the text out again
        widget.setTextInteractionFlags(flags & ~SELECTABLE)


def _disable_view_interactions(view: QAbstractItemView) -> None:
    view.setDragEnabled(False)
    view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
    view.setAutoScroll(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
