from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QPushButton, QToolButton

from desktop.desk.actions import Action
from desktop.desk.settings import AFTER_LEAVING

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from pytestqt.qtbot import QtBot

    from desktop.desk.window import Window
    from desktop.search.engine import SearchEngine
    from desktop.search.results import Results
    from tests.conftest import Press


def shift(window: Window, times: int) -> None:
    for _ in range(times):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)


Left = Qt.MouseButton.LeftButton


class Paints(QObject):
    """Counts how often a widget is painted."""

    count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_the_button_hides_the_window_and_ends_the_program(window: Window, qtbot: QtBot) -> None:
    button = window.header.findChild(QToolButton, "leave")
    with qtbot.waitSignal(window.leaveRequested):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_shift_three_times_does_the_same(window: Window, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.leaveRequested):
        shift(window, 3)
    assert not window.isVisible()


def test_dots_count_the_presses(window: Window) -> None:
    shift(window, 2)
    assert window.leaving.dots.isVisible()
    assert "one more time" in window.leaving.dots.accessibleName()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
    assert not window.leaving.dots.isVisible()


@pytest.fixture
def covering(window: Window, press: Press) -> Window:
    press("Ctrl+Shift+E")
    return window


def test_what_leaving_does_is_remembered(covering: Window, store: QSettings) -> None:
    assert covering.window_actions[Action.COVER].isChecked()
    assert AFTER_LEAVING.read(store) == "cover"


def test_the_cover_takes_the_place_of_everything(covering: Window, qtbot: QtBot) -> None:
    covering.open_entry("signs")
    with qtbot.assertNotEmitted(covering.leaveRequested):
        shift(covering, 3)
    assert covering.leaving.cover.isVisible()
    assert covering.windowTitle() == "Calendar"
    for part in (covering.header, covering.answer, covering.search, covering.help_bar):
        assert not part.isVisible()


def test_the_cover_is_there_after_one_paint(covering: Window) -> None:
    covering.open_entry("signs")
    seen, paints = [], Paints()
    covering.leaving.cover.installEventFilter(paints)
    covering.leaving.traces.register({"test": lambda: seen.append(paints.count)})
    shift(covering, 3)
    assert seen == [1]  # painted before the forgetting has begun to end


def test_from_the_cover_the_way_leads_to_a_fresh_start(covering: Window, qtbot: QtBot) -> None:
    covering.open_entry("signs")
    shift(covering, 3)
    cover = covering.leaving.cover
    qtbot.mouseClick(cover.findChild(QPushButton, "coverOpen"), Qt.MouseButton.LeftButton)
    assert covering.windowTitle() == "Luminaria"
    assert covering.answer.isVisible()
    assert covering.answer.entry_id == ""
    qtbot.waitUntil(covering.search.box.edit.hasFocus)


def test_leaving_from_the_cover_ends_the_program(covering: Window, qtbot: QtBot) -> None:
    shift(covering, 3)
    with qtbot.waitSignal(covering.leaveRequested):
        shift(covering, 3)
    assert not covering.isVisible()


def test_an_open_menu_goes_too(window: Window, qtbot: QtBot) -> None:
    menu = window.header.menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    submenu = menu.findChildren(QMenu)[0]
    submenu.popup(menu.geometry().topRight())
    qtbot.waitUntil(submenu.isVisible)
    with qtbot.waitSignal(window.leaveRequested):
        for _ in range(3):
            QTest.keyClick(submenu.windowHandle(), Qt.Key.Key_Shift)
    assert not menu.isVisible()
    assert not submenu.isVisible()


def test_a_page_and_a_question_go_too(window: Window, qtbot: QtBot, press: Press) -> None:
    press("F1")
    press("Ctrl+Shift+K")
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QFileDialog)))
    window.window_actions[Action.LEAVE].trigger()
    assert window.sheet.page is None
    assert not [d for d in window.findChildren(QFileDialog) if d.isVisible()]


def test_under_the_cover_no_key_and_no_letter_reaches_what_was_there(
    covering: Window, press: Press, qtbot: QtBot
) -> None:
    press("F1")
    shift(covering, 3)
    for keys in ("F1", "Ctrl+P", "Ctrl+K", "Ctrl+B", "Ctrl+Shift+K"):
        press(keys)
    qtbot.keyClicks(QApplication.focusWidget() or covering, "secret")
    qtbot.mouseClick(covering.leaving.cover.findChild(QPushButton, "coverOpen"), Left)
    assert covering.sheet.page is None
    assert covering.search.box.edit.text() == ""
    press("F1")
    assert covering.sheet.isVisible()


def test_a_second_start_lifts_the_cover(covering: Window) -> None:
    shift(covering, 3)
    covering.present("signs", "")
    assert not covering.frame.is_covered
    assert covering.search.list.isVisible()


def test_a_hidden_window_is_wiped_without_a_cover(covering: Window) -> None:
    covering.open_entry("signs")
    covering.close()
    covering.leaving.leave()
    assert not covering.frame.is_covered
    assert covering.answer.entry_id == ""


def test_closed_but_kept_ready_it_forgets_the_visit(
    window: Window, press: Press, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.search.box.edit, "signs")
    press("Return")
    press("Ctrl+Shift+C")
    QApplication.setQuitOnLastWindowClosed(False)
    window.close()
    QApplication.setQuitOnLastWindowClosed(True)
    assert (window.answer.entry_id, window.search.box.edit.text()) == ("", "")
    assert QGuiApplication.clipboard().text()  # it was copied to be used


def test_while_all_is_forgotten_nothing_is_searched_or_opened(
    window: Window, press: Press, qtbot: QtBot, engine: SearchEngine
) -> None:
    asked: list[str] = []

    def search(text: str, lang: str) -> Results:
        asked.append(text)
        return engine.search(text, lang=lang)

    window.set_search(search)
    qtbot.keyClicks(window.search.box.edit, "signs")
    press("Return")
    press("F1")
    with qtbot.assertNotEmitted(window.sheet.closed):
        asked.clear()
        window.window_actions[Action.LEAVE].trigger()
    assert not asked
    assert window.search.tree.isVisibleTo(window)
    assert not window.search.hits.rowCount()
    assert window.answer.isVisibleTo(window)
