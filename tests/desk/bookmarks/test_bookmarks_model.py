from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt

from desktop.base.flat_tables import FolderTables
from desktop.desk.bookmarks.bookmarks import Bookmark, Bookmarks
from desktop.desk.bookmarks.bookmarks_model import BookmarkRole, BookmarksModel
from desktop.pack import stored
from desktop.pack.stored import PackWriter, StoredPack

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.modeltest import ModelTester
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

Role = Qt.ItemDataRole


@pytest.fixture
def bookmarks() -> Bookmarks:
    bookmarks = Bookmarks(None)
    for each in (
        Bookmark("small", "signs"),
        Bookmark("small", "pay", "Money"),
        Bookmark("other", "labor-law"),
    ):
        bookmarks.add(each)
    return bookmarks


@pytest.fixture
def model(bookmarks: Bookmarks, pack: Pack) -> BookmarksModel:
    return BookmarksModel(bookmarks, pack, "en")


def names(model: BookmarksModel) -> list[str]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_qt_finds_no_fault(model: BookmarksModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)


def test_qt_finds_no_fault_in_changes(model: BookmarksModel, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(model)
    bookmark = model.remove(1)
    model.put_back(1, bookmark)
    assert model.move(0, 1)
    assert model.move(2, -2)
    assert names(model) == ["Labor law", "Money", "What are the signs?"]


def test_what_is_marked_again_does_not_come_back_twice(
    model: BookmarksModel, bookmarks: Bookmarks, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(model)
    removed = model.remove(0)
    bookmarks.add(removed)
    model.put_back(0, removed)
    assert names(model) == ["Money", "Labor law", "What are the signs?"]


@pytest.mark.parametrize(("row", "by"), [(0, -1), (2, 1), (1, 0)])
def test_nothing_moves_beyond_the_ends(model: BookmarksModel, row: int, by: int) -> None:
    assert not model.move(row, by)


@pytest.mark.parametrize(
    ("row", "role", "value"),
    [
        (0, Role.DisplayRole, "What are the signs?"),
        (0, BookmarkRole.UNDER, ""),
        (0, BookmarkRole.ENTRY_ID, "signs"),
        (1, Role.DisplayRole, "Money"),
        (1, Role.AccessibleTextRole, "Money"),
        (1, Role.EditRole, "Money"),
        (1, BookmarkRole.UNDER, "Who owes me wages?"),
        (1, Role.AccessibleDescriptionRole, "Who owes me wages?"),
        (2, Role.DisplayRole, "Labor law"),
        (2, BookmarkRole.UNDER, "Not in this pack"),
        (2, BookmarkRole.ENTRY_ID, ""),
        (2, Role.ToolTipRole, None),
        (3, Role.DisplayRole, None),
    ],
)
def test_roles(model: BookmarksModel, row: int, role: int, value: object) -> None:
    assert model.data(model.index(row), role) == value


def test_questions_change_with_the_language(model: BookmarksModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.dataChanged):
        model.set_language("es")
    assert names(model) == ["¿Cuáles son las señales?", "Money", "Labor law"]


@pytest.mark.parametrize(
    ("row", "typed", "name"),
    [
        (0, " My  question ", "My question"),
        (0, "What are the signs?", ""),
        (1, "", ""),
        (1, "Who owes me wages?", ""),
        (2, "Labor law", ""),
    ],
)
def test_renaming(
    model: BookmarksModel, bookmarks: Bookmarks, row: int, typed: str, name: str
) -> None:
    assert model.setData(model.index(row), typed)
    assert bookmarks.items[row].name == name


def test_the_same_name_again_is_no_change(model: BookmarksModel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(model.renamed):
        assert model.setData(model.index(1), "Money")
    with qtbot.waitSignal(model.renamed):
        model.setData(model.index(1), "Pay")


def test_other_data_cannot_be_set(model: BookmarksModel) -> None:
    assert not model.setData(model.index(0), "x", Role.ToolTipRole)
    assert not model.setData(model.index(9), "x")


def test_rows_are_plain_data(
    bookmarks: Bookmarks, pack: Pack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pack on disk is read when the model is made, and not when a view asks for a row."""
    tables = FolderTables(tmp_path)
    writer = PackWriter(tables, msgspec.structs.replace(pack, entries=()))
    list(writer.passing(pack.entries))
    writer.finish()
    model = BookmarksModel(bookmarks, StoredPack(tables), "en")
    shown = names(model)
    monkeypatch.delattr(stored._ById, "__getitem__")
    assert names(model) == shown
