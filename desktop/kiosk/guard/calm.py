"""Switches off what Qt's widgets offer a hand and a kiosk must not: marking, menus, drops."""

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


def calm(widget: QWidget) -> None:
    """No marking of words, no menu, no drop, no scrolling by itself; links stay links.

    For each widget as it is shown, see `Touch`; doing so again changes nothing.
    """
    widget.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    if widget.acceptDrops():
        widget.setAcceptDrops(False)
    if isinstance(widget, QLineEdit):
        widget.setDragEnabled(False)
    elif isinstance(widget, QLabel | QTextEdit | QPlainTextEdit):
        _make_unselectable(widget)
    elif isinstance(widget, QAbstractItemView):
        _calm_view(widget)


def _make_unselectable(widget: QLabel | QTextEdit | QPlainTextEdit) -> None:
    flags = widget.textInteractionFlags()
    if flags & Qt.TextInteractionFlag.TextEditable:
        return  # what can be written must be deleted as well
    if flags & SELECTABLE:  # else left alone: setting them lays the text out again
        widget.setTextInteractionFlags(flags & ~SELECTABLE)


def _calm_view(view: QAbstractItemView) -> None:
    view.setDragEnabled(False)
    view.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
    view.setAutoScroll(False)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
