from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from desktop.ui.takeaway.learn_page import LearnPage
from desktop.ui.takeaway.qr_page import QrPage
from desktop.ui.takeaway.sheet_pages import SheetPages, Subject
from desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look

SIGNS = Subject("signs", "en")


class Key(Enum):
    CODE = auto()
    WORDS = auto()


class Words(QWidget):
    """A page with a button, about what it is told."""

    def __init__(self, subject: Subject) -> None:
        super().__init__()
        self.button, self.lang = QPushButton("words"), subject.lang
        QVBoxLayout(self).addWidget(self.button)

    def title(self) -> str:
        return "Words"

    def apply_look(self, look: Look) -> None:
        pass

    def set_language(self, lang: str) -> None:
        self.lang = lang


class Some(SheetPages[Key]):
    """Two pages on a stage, over an answer."""

    def __init__(self, pack: Pack, look: Look) -> None:
        self.stage, self.sheet, self.answer = QStackedWidget(), Sheet(look), QLabel("answer")
        makers = {Key.CODE: self.make_qr_code, Key.WORDS: lambda: Words(self._subject)}
        super().__init__(pack, self.stage, self.sheet, makers)
        for widget in (self.answer, self.sheet):
            self.stage.addWidget(widget)


@pytest.fixture
def pages(pack: Pack, look: Look, qtbot: QtBot) -> Some:
    pages = Some(pack, look)
    qtbot.addWidget(pages.stage)
    with qtbot.waitActive(pages.stage):
        pages.stage.show()
        pages.stage.activateWindow()
    return pages


def test_a_page_takes_the_stage_and_the_focus(pages: Some, qtbot: QtBot) -> None:
    with qtbot.waitSignal(pages.opened):
        pages.open(Key.WORDS, SIGNS)
    assert pages.stage.currentWidget() is pages.sheet
    assert isinstance(pages.sheet.page, Words)
    assert pages.sheet.page.button.hasFocus()


def test_one_page_follows_another(pages: Some) -> None:
    for key in pages.keys:
        pages.open(key, SIGNS)
    assert isinstance(pages.sheet.page, Words)
    pages.sheet.close_page()
    assert pages.sheet.page is None


def test_the_open_page_follows_the_language(pages: Some) -> None:
    pages.set_language("es")  # none is open
    pages.open(Key.WORDS, SIGNS)
    pages.set_language("es")
    assert isinstance(pages.sheet.page, Words)
    assert pages.sheet.page.lang == "es"


def test_a_code_leads_on_to_learning_in_the_language_of_now(pages: Some, qtbot: QtBot) -> None:
    pages.open(Key.CODE, SIGNS)
    assert isinstance(pages.sheet.page, QrPage)
    pages.set_language("es")
    learn = [b for b in pages.sheet.findChildren(QPushButton) if "Learn" in b.accessibleName()]
    qtbot.mouseClick(learn[0], Qt.MouseButton.LeftButton)
    assert isinstance(pages.sheet.page, LearnPage)
    assert pages.sheet.page._lang == "es"


def test_printers_are_looked_for_only_where_something_is_printed(pages: Some) -> None:
    pages.forget()
    assert pages._printers is None
    assert pages.printers is pages.printers


def test_what_a_page_was_about_is_forgotten(pages: Some) -> None:
    pages.open(Key.WORDS, SIGNS)
    pages.forget()
    assert pages._subject == Subject()
