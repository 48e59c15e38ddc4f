from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from shiboken6 import isValid

from desktop.kiosk.screens.print_page import PrintPage
from desktop.ui.printing.paper import CupsPrograms, Printers

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def printers(qtbot: QtBot) -> Printers:
    return Printers(CupsPrograms("", ""))


@pytest.fixture
def page(printers: Printers, qtbot: QtBot) -> PrintPage:
    page = PrintPage(printers)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    return page


@pytest.mark.parametrize(
    ("button", "wish"), [("card", "cardRequested"), ("answer", "answerRequested")]
)
def test_nothing_is_printed_before_it_is_asked_for(
    page: PrintPage, qtbot: QtBot, button: str, wish: str
) -> None:
    with qtbot.waitSignal(getattr(page, wish)):
        qtbot.mouseClick(getattr(page, button), LEFT)
    assert not page.card.isEnabled()
    assert not page.answer.isEnabled()


@pytest.mark.parametrize("signal", ["sent", "failed"])
def test_a_page_that_is_closed_hears_nothing_more(
    printers: Printers, signal: str, qtbot: QtBot
) -> None:
    page = PrintPage(printers)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    getattr(printers, signal).emit()  # an error in a slot fails the test
    assert not isValid(page)


@pytest.mark.parametrize(
    ("signal", "words"), [("sent", "wait for the paper"), ("failed", "could not be printed")]
)
def test_it_says_what_became_of_it(
    page: PrintPage, printers: Printers, qtbot: QtBot, signal: str, words: str
) -> None:
    qtbot.mouseClick(page.card, LEFT)
    getattr(printers, signal).emit()
    assert words in page._said.text()
    assert page.card.isEnabled()
