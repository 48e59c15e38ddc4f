from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView

from desktop.desk.bookmarks.bookmark_delegate import BookmarkDelegate
from desktop.desk.bookmarks.bookmarks import LONGEST_NAME, Bookmark, Bookmarks
from desktop.desk.bookmarks.bookmarks_model import BookmarksModel
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack


@pytest.fixture
def bookmarks() -> Bookmarks:
    bookmarks = Bookmarks(None)
    bookmarks.add(Bookmark("small", "signs"))
    bookmarks.add(Bookmark("small", "pay", "Money " * 20))
    return bookmarks


@pytest.fixture
def view(bookmarks: Bookmarks, pack: Pack, look: Look, qtbot: QtBot) -> QListView:
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(BookmarksModel(bookmarks, pack, "en", view))
    view.setItemDelegate(BookmarkDelegate(look, view))
    view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
    view.resize(400, 300)
    with qtbot.waitActive(view):
        view.show()
        view.activateWindow()
    view.setCurrentIndex(view.model().index(0, 0))
    return view


def draw(view: QListView, look: Look) -> None:
    delegate = view.itemDelegate()
    assert isinstance(delegate, BookmarkDelegate)
    delegate.set_look(look)
    view.doItemsLayout()


def edit(view: QListView) -> QLineEdit:
    view.edit(view.currentIndex())
    field = view.findChild(QLineEdit, "bookmarkName")
    assert field is not None
    return field


def high(view: QListView, row: int) -> int:
    return view.visualRect(view.model().index(row, 0)).height()


@pytest.mark.parametrize("size", [100, 200, 300])
def test_rows_are_as_high_as_a_target_and_as_their_words(view: QListView, size: int) -> None:
    draw(view, Look("light", size))
    assert high(view, 0) >= 44 * size / 100
    assert high(view, 1) > 1.5 * high(view, 0)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_chosen_row_looks_different_with_and_without_the_focus(
    view: QListView, qtbot: QtBot, theme: str
) -> None:
    draw(view, Look(theme))
    view.setFocus()
    qtbot.waitUntil(view.hasFocus)
    focused = view.viewport().grab().toImage()
    view.clearFocus()
    chosen = view.viewport().grab().toImage()
    view.clearSelection()
    assert focused != chosen != view.viewport().grab().toImage()


def test_the_field_has_the_name_in_it_and_a_limit(view: QListView) -> None:
    field = edit(view)
    assert (field.text(), field.maxLength()) == ("What are the signs?", LONGEST_NAME)
    assert field.accessibleName() == "Name of the bookmark"
    assert field.height() >= 40


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_these_keys_end_the_renaming(
    view: QListView, bookmarks: Bookmarks, qtbot: QtBot, key: Qt.Key
) -> None:
    field = edit(view)
    qtbot.keyClicks(field, "Mine")
    qtbot.keyClick(field, key)
    qtbot.waitUntil(lambda: view.findChild(QLineEdit) is None)
    assert bookmarks.items[0].name == "Mine"
    assert view.hasFocus()


def test_escape_leaves_the_name_as_it_was(
    view: QListView, bookmarks: Bookmarks, qtbot: QtBot
) -> None:
    field = edit(view)
    qtbot.keyClicks(field, "Mine")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: view.findChild(QLineEdit) is None)
    assert bookmarks.items[0].name == ""


@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageDown])
def test_these_keys_do_not_leave_the_field(view: QListView, qtbot: QtBot, key: Qt.Key) -> None:
    field = edit(view)
    qtbot.keyClick(field, key)
    assert field.hasFocus()
    assert view.currentIndex().row() == 0
