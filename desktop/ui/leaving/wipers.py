"""Deletes what a person typed, selected or viewed from Qt's own widgets.

The functions process all widgets below a root, so that new fields are included.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QApplication,
    QCalendarWidget,
    QCompleter,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QTextEdit,
    QTreeView,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

W = TypeVar("W", bound=QWidget)


def wipe_widgets(root: QWidget) -> None:
    """Reset all below `root`: texts, undo, completers, selections, lists, scroll positions."""
    wipe_texts(root)
    clear_selections(root)
    wipe_views(root)
    for area in _below(root, QScrollArea):
        _scroll_up(area)


def wipe_texts(root: QWidget) -> None:
    """Empty the text fields below `root`, with undo, redo, selections and completers.

    Read-only fields are emptied too: they may show what was read.
    """
    for edit in _below(root, QLineEdit):
        if completer := edit.completer():
            _wipe_completer(completer)
        edit.setText("")  # unlike clear(), leaves nothing to undo
    for plain in _below(root, QPlainTextEdit):
        plain.setPlainText("")
    for rich in _below(root, QTextEdit):
        rich.setPlainText("")


def clear_selections(root: QWidget) -> None:
    """Clear the selections in labels below `root`."""
    for label in _below(root, QLabel):
        if label.hasSelectedText():
            label.setSelection(0, 0)


def wipe_views(root: QWidget) -> None:
    """Reset lists and trees below `root`: no selection, nothing expanded."""
    for view in _below(root, QAbstractItemView):
        if isinstance(view, QHeaderView) or isinstance(view.parent(), QCalendarWidget):
            continue  # has no own selection; always has a current day
        view.clearSelection()
        view.setCurrentIndex(QModelIndex())
        if isinstance(view, QTreeView):
            view.collapseAll()
        _scroll_up(view)


def drop_editors(root: QWidget) -> None:
    """Close the editors in lists below `root` and discard their text.

    Must be called before a window is hidden: Qt keeps the text of a hidden editor.
    """
    for view in _below(root, QAbstractItemView):
        for edit in view.viewport().findChildren(QLineEdit):
            view.itemDelegate().closeEditor.emit(
                edit, QAbstractItemDelegate.EndEditHint.RevertModelCache
            )


def wipe_focus(root: QWidget) -> None:
    """Delete the remembered focus of all widgets below `root`, which Qt would restore.

    It would show the next person which button was used last.
    """
    for widget in _all_of(root):
        if last := widget.focusWidget():
            last.clearFocus()


def wipe_hover(root: QWidget) -> None:
    """Clear the hover state of all widgets below `root`.

    Qt sends no leave event to a widget if the release of a held button is filtered out.
    """
    for widget in _all_of(root):
        if widget.underMouse():
            QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))


def _below(root: QWidget, kind: type[W]) -> Iterator[W]:
    if isinstance(root, kind):
        yield root
    yield from root.findChildren(kind)


def _all_of(root: QWidget) -> Iterator[QWidget]:
    """`root` and all widgets below it.

    Not by `findChildren`: PySide would keep wrappers of Qt's own children, such as scroll bars, for
    as long as `root` lives.
    """
    for widget in QApplication.allWidgets():
        if widget is root or root.isAncestorOf(widget):
            yield widget


def _wipe_completer(completer: QCompleter) -> None:
    if popup := completer.popup():
        popup.hide()
    completer.setCompletionPrefix("")
    model = completer.model()
    model.removeRows(0, model.rowCount())


def _scroll_up(area: QAbstractItemView | QScrollArea) -> None:
    for bar in (area.verticalScrollBar(), area.horizontalScrollBar()):
        bar.setValue(bar.minimum())
