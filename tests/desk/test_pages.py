from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from desktop.desk.actions import Action
from tests.screens import PAGES

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.desk.window import Window
    from tests.conftest import Press

Left = Qt.MouseButton.LeftButton


def title(window: Window) -> str:
    return window.sheet.findChild(QLabel, "sheetTitle").text()


@pytest.mark.parametrize("act", PAGES)
def test_a_key_opens_the_page_and_escape_leads_back(
    window: Window, press: Press, qtbot: QtBot, act: Action
) -> None:
    window.open_entry("signs")
    press(act.value.keys[0])
    assert window.sheet.isVisible()
    assert not window.answer.isVisible()
    assert title(window)
    press("Esc")
    assert window.answer.isVisible()
    assert window.answer.entry_id == "signs"


@pytest.mark.parametrize("act", PAGES)
def test_a_page_follows_the_language_and_the_look(
    window: Window, press: Press, qtbot: QtBot, act: Action
) -> None:
    window.open_entry("signs")
    press(act.value.keys[0])
    before = title(window)
    press("Ctrl+L")
    press("Ctrl++")
    press("Ctrl+T")
    assert window.sheet.isVisible()
    qtbot.waitUntil(lambda: title(window) != before)


def test_search_closes_a_page(window: Window, press: Press, qtbot: QtBot) -> None:
    press("F1")
    press("Ctrl+K")
    assert not window.sheet.isVisible()
    qtbot.waitUntil(window.search.box.edit.hasFocus)


def test_without_an_answer_there_is_nothing_to_hand_over(window: Window, press: Press) -> None:
    for act in (Action.QR_CODE, Action.TURN_AROUND, Action.BOTH_LANGUAGES):
        press(act.value.keys[0])
        assert not window.sheet.isVisible()


def test_a_number_can_be_learnt_instead_of_a_code(
    window: Window, press: Press, qtbot: QtBot
) -> None:
    window.open_entry("signs")
    press("Ctrl+R")
    learn = [b for b in window.sheet.findChildren(QPushButton) if "Learn" in b.accessibleName()]
    qtbot.mouseClick(learn[0], Left)
    assert title(window) == "Learn a number"


def test_the_wallet_card_is_saved_where_it_is_asked_for(
    window: Window, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    press("Ctrl+Shift+K")
    qtbot.waitUntil(lambda: bool(window.findChildren(QFileDialog)))
    dialog = window.findChildren(QFileDialog)[0]
    dialog.findChild(QLineEdit, "fileNameEdit").setText(str(tmp_path / "mine.pdf"))
    with qtbot.waitSignal(window.saver.saved):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert (tmp_path / "mine.pdf").read_bytes().startswith(b"%PDF")
    qtbot.waitUntil(window.toast.isVisible)
    assert "mine.pdf" in window.toast.text()


@pytest.mark.parametrize("again", [False, True])
def test_a_mistake_of_the_program_is_told(window: Window, qtbot: QtBot, *, again: bool) -> None:
    window.pages.open_error_page("", again=again)
    end = window.sheet.findChild(QWidget, "end")
    wanted = window.quitRequested if again else window.restartRequested
    with qtbot.waitSignal(wanted):
        qtbot.mouseClick(end, Left)
    qtbot.mouseClick(window.sheet.findChild(QWidget, "goOn"), Left)
    assert not window.sheet.isVisible()


@pytest.mark.parametrize("act", PAGES)
def test_after_a_page_the_window_goes_on(window: Window, press: Press, act: Action) -> None:
    window.open_entry("signs")
    for _ in range(2):
        press(act.value.keys[0])
        press("Esc")
        press("Ctrl+L")
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.answer.isVisible()


def test_back_closes_a_page(window: Window, press: Press) -> None:
    window.open_entry("signs")
    window.open_entry("pay")
    press("F1")
    press("Alt+Left")
    assert window.answer.isVisible()
    assert window.answer.entry_id == "signs"


def test_a_bookmark_is_not_changed_behind_its_list(window: Window, press: Press) -> None:
    window.open_entry("signs")
    press("Ctrl+D")
    press("Ctrl+B")
    press("Ctrl+D")
    press("Esc")
    assert window.window_actions[Action.BOOKMARK].isChecked()
