from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget

from desktop.base.files import StateFile
from desktop.desk.bookmarks.bookmarks import Bookmark, Bookmarks
from desktop.desk.bookmarks.bookmarks_page import BookmarksPage
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.translations import Translations

    MakePage = Callable[[Bookmarks], BookmarksPage]

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def make_page(pack: Pack, look: Look, speaker: Translations, qtbot: QtBot) -> MakePage:
    speaker.install("en")

    def make(bookmarks: Bookmarks) -> BookmarksPage:
        page = BookmarksPage(bookmarks, pack, "en")
        qtbot.addWidget(page)
        apply_look(page, look)
        page.resize(700, 500)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return make


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[Callable[[Look], None]]:
    yield lambda look: qapp.setStyleSheet(look.style_sheet())
    qapp.setStyleSheet("")


@pytest.fixture
def bookmarks() -> Bookmarks:
    bookmarks = Bookmarks(None)
    for entry in ("signs", "pay", "services"):
        bookmarks.add(Bookmark("small", entry))
    return bookmarks


@pytest.fixture
def page(bookmarks: Bookmarks, make_page: MakePage, qtbot: QtBot) -> BookmarksPage:
    page = make_page(bookmarks)
    page.list.setFocus()
    qtbot.waitUntil(page.list.hasFocus)
    return page


def press(page: BookmarksPage, *keys: str) -> None:
    for key in keys:
        QTest.keySequence(QApplication.focusWidget() or page, QKeySequence(key))


def click(page: BookmarksPage, name: str, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.findChild(QWidget, name), Left)


def click_row(page: BookmarksPage, row: int, qtbot: QtBot) -> None:
    place = page.list.visualRect(page.list.model().index(row, 0)).center()
    qtbot.mouseClick(page.list.viewport(), Left, pos=place)


def order(bookmarks: Bookmarks) -> list[str]:
    return [item.entry for item in bookmarks.items]


def told(page: BookmarksPage) -> str:
    label = page.findChild(QLabel, "bookmarkTold")
    return label.text() if label.isVisible() else ""


def test_enter_opens_the_chosen_one(page: BookmarksPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.entryChosen) as chosen:
        press(page, "Down", "Return")
    assert chosen.args == ["pay"]


def test_a_click_chooses_and_one_more_opens(page: BookmarksPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.entryChosen):
        click_row(page, 2, qtbot)
    with qtbot.waitSignal(page.entryChosen) as chosen:
        click_row(page, 2, qtbot)
    assert chosen.args == ["services"]


def test_a_double_click_opens_once(page: BookmarksPage, qtbot: QtBot) -> None:
    opened: list[str] = []
    page.entryChosen.connect(opened.append)
    place = page.list.visualRect(page.list.model().index(1, 0)).center()
    qtbot.mouseClick(page.list.viewport(), Left, pos=place)
    qtbot.mouseDClick(page.list.viewport(), Left, pos=place)
    assert opened == ["pay"]


def test_the_button_opens(page: BookmarksPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.entryChosen) as chosen:
        click(page, "bookmarkOpen", qtbot)
    assert chosen.args == ["signs"]


@pytest.mark.parametrize("way", ["F2", "bookmarkRename"])
def test_renaming_in_place(
    page: BookmarksPage, bookmarks: Bookmarks, qtbot: QtBot, way: str
) -> None:
    press(page, "Down")
    press(page, way) if way == "F2" else click(page, way, qtbot)
    qtbot.keyClicks(page.list.findChild(QLineEdit), "Money")
    with qtbot.waitSignal(page.changed), qtbot.assertNotEmitted(page.entryChosen):
        press(page, "Return")
    assert bookmarks.items[1] == Bookmark("small", "pay", "Money")


def test_keys_of_the_list_do_nothing_while_a_name_is_typed(
    page: BookmarksPage, bookmarks: Bookmarks, qtbot: QtBot
) -> None:
    press(page, "F2")
    press(page, "Alt+Down", "Del")
    assert order(bookmarks) == ["signs", "pay", "services"]


@pytest.mark.parametrize(
    ("way", "then"),
    [
        ("Alt+Down", ["signs", "services", "pay"]),
        ("bookmarkDown", ["signs", "services", "pay"]),
        ("Alt+Up", ["pay", "signs", "services"]),
        ("bookmarkUp", ["pay", "signs", "services"]),
        ("Del", ["signs", "services"]),
        ("bookmarkRemove", ["signs", "services"]),
    ],
)
def test_moving_and_removing(
    page: BookmarksPage, bookmarks: Bookmarks, qtbot: QtBot, way: str, then: list[str]
) -> None:
    press(page, "Down")
    with qtbot.waitSignal(page.changed):
        click(page, way, qtbot) if way.startswith("book") else press(page, way)
    assert order(bookmarks) == then


def test_the_first_moves_no_higher(page: BookmarksPage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.changed):
        press(page, "Alt+Up")


def test_the_moved_one_stays_the_chosen_one(
    page: BookmarksPage, bookmarks: Bookmarks, qtbot: QtBot
) -> None:
    press(page, "Alt+Down", "Alt+Down")
    assert order(bookmarks) == ["pay", "services", "signs"]


@pytest.mark.parametrize("way", ["Ctrl+Z", "bookmarkUndo"])
def test_what_was_removed_comes_back_one_by_one(
    page: BookmarksPage, bookmarks: Bookmarks, qtbot: QtBot, way: str
) -> None:
    press(page, "Del", "Del")
    assert told(page) == "“Who owes me wages?” was removed."
    for left in (["pay", "services"], ["signs", "pay", "services"]):
        press(page, way) if way == "Ctrl+Z" else click(page, way, qtbot)
        assert order(bookmarks) == left
    assert told(page) == ""
    assert page.list.hasFocus()


def test_an_empty_list_says_how_to_fill_it(make_page: MakePage) -> None:
    page = make_page(Bookmarks(None))
    assert "Ctrl+D" in page.findChild(QLabel, "bookmarkEmpty").text()
    assert page.findChild(QLabel, "bookmarkEmpty").isVisible()
    assert not page.list.isVisible()
    assert not page.findChild(QWidget, "bookmarkSave").isVisible()


def test_after_the_last_is_removed_the_focus_is_where_it_can_be_undone(
    page: BookmarksPage, bookmarks: Bookmarks, qtbot: QtBot
) -> None:
    press(page, "Del", "Del", "Del")
    qtbot.waitUntil(page.undo_button.hasFocus)
    press(page, "Space")
    assert order(bookmarks) == ["services"]
    assert page.list.isVisible()


def test_what_the_pack_lacks_is_told_not_opened(make_page: MakePage, qtbot: QtBot) -> None:
    bookmarks = Bookmarks(None)
    bookmarks.add(Bookmark("other", "signs"))
    page = make_page(bookmarks)
    with qtbot.assertNotEmitted(page.entryChosen):
        click(page, "bookmarkOpen", qtbot)
    assert told(page) == "This answer is not in this pack. You can keep it or remove it."


def test_saving_gives_out_the_text(page: BookmarksPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.exportRequested) as asked:
        click(page, "bookmarkSave", qtbot)
    assert asked.args[0].startswith("1. What are the signs?\n\nSomeone else holds")


def test_a_file_that_cannot_be_written_is_told(
    tmp_path: Path, make_page: MakePage, qtbot: QtBot
) -> None:
    (tmp_path / "file").touch()
    bookmarks = Bookmarks(None)
    bookmarks.toggle("small", "signs")
    bookmarks.toggle("small", "pay")
    bookmarks._file = StateFile(tmp_path / "file" / "bookmarks.json", 1000)
    page = make_page(bookmarks)
    click(page, "bookmarkDown", qtbot)
    assert "could not be saved in the file “bookmarks.json”" in told(page)


def test_language_changes_live(
    page: BookmarksPage, speaker: Translations, qapp: QApplication
) -> None:
    press(page, "Del")
    page.set_language("es")
    speaker.install("es")
    qapp.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.list.model().index(0, 0).data() == "¿Quién me debe el salario?"
    assert "“¿Cuáles son las señales?”" in told(page)


@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize("wide", [500, 900])
def test_every_button_is_whole_and_large_enough(
    page: BookmarksPage, styled: Callable[[Look], None], qtbot: QtBot, size: int, wide: int
) -> None:
    look = Look("light", size)
    styled(look)
    apply_look(page, look)
    page.resize(wide, 400)
    qtbot.waitUntil(lambda: page.content.width() <= wide)
    for button in page._buttons.values():
        assert button.height() >= 44
        assert button.geometry().right() <= page._bar.width()
        assert button._label.width() >= button._label.minimumSizeHint().width()


def test_every_control_has_a_name(page: BookmarksPage) -> None:
    press(page, "Del")
    parts = [part for part in page.findChildren(QWidget) if part.isVisible()]
    reached = [part for part in parts if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert {part.objectName() for part in reached} >= {"bookmarkList", "bookmarkUndo"}
    assert not [part for part in reached if not part.accessibleName() and part is not page.area]
