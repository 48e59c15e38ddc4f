from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.ui.look.changes import Adaptive, apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Key = Qt.Key


class Page(Adaptive, QWidget):
    """A label, and a button that the keyboard reaches."""

    def __init__(self, name: str, *, button: bool = True) -> None:
        super().__init__()
        self.name = name
        self.looks: list[Look] = []
        column = QVBoxLayout(self)
        column.addWidget(QLabel(name))
        self.button = QPushButton(name)
        column.addWidget(self.button)
        self.button.setEnabled(button)

    def title(self) -> str:
        return self.name

    def _restyle(self) -> None:
        self.looks.append(self._look)


@pytest.fixture
def sheet(qtbot: QtBot) -> Sheet:
    sheet = Sheet(Look())
    qtbot.addWidget(sheet)
    sheet.resize(700, 500)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    return sheet


def shown_title(sheet: Sheet) -> str:
    return sheet.findChild(QLabel, "sheetTitle").text()


def test_a_page_is_shown_with_its_title_and_gets_the_focus(sheet: Sheet, qtbot: QtBot) -> None:
    page = Page("Help")
    sheet.show_page(page)
    assert shown_title(sheet) == "Help"
    assert page.isVisible()
    qtbot.waitUntil(page.button.hasFocus)


def test_a_page_without_controls_leaves_the_focus_to_the_close_button(
    sheet: Sheet, qtbot: QtBot
) -> None:
    sheet.show_page(Page("About", button=False))
    qtbot.waitUntil(sheet.findChild(QToolButton, "sheetClose").hasFocus)


def test_another_page_takes_the_place_of_the_first(sheet: Sheet, qtbot: QtBot) -> None:
    first, second = Page("Help"), Page("About")
    sheet.show_page(first)
    with qtbot.waitSignal(first.destroyed):
        sheet.show_page(second)
    assert sheet.page is second
    assert shown_title(sheet) == "About"


def test_escape_closes(sheet: Sheet, qtbot: QtBot) -> None:
    page = Page("Help")
    sheet.show_page(page)
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(page.button, Key.Key_Escape)
    assert sheet.page is None


def test_the_button_closes(sheet: Sheet, qtbot: QtBot) -> None:
    sheet.show_page(Page("Help"))
    close = sheet.findChild(QToolButton, "sheetClose")
    assert close.accessibleName()
    with qtbot.waitSignal(sheet.closed):
        qtbot.mouseClick(close, Qt.MouseButton.LeftButton)


def test_nothing_open_nothing_to_close(sheet: Sheet, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(sheet.closed):
        sheet.close_page()


def test_a_page_hears_of_another_look(sheet: Sheet) -> None:
    page = Page("Help")
    sheet.show_page(page)
    apply_look(sheet, Look("dark", 200))
    assert page.looks == [Look(), Look("dark", 200)]
