from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt

from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.page import Page, PlainButton, make_label, set_text_or_hide

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


class Example(Page):
    told = 0

    def _retranslate(self) -> None:
        self.told += 1


def test_a_page_hears_of_a_new_language(qtbot: QtBot, qapp: QApplication) -> None:
    page = Example()
    qtbot.addWidget(page)
    qapp.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert page.told == 1


def test_a_page_grows_with_the_text(qtbot: QtBot) -> None:
    page = Example()
    qtbot.addWidget(page)
    apply_look(page, Look(text_size=100))
    before = page.column.spacing()
    apply_look(page, Look(text_size=200))
    assert page.column.spacing() == 2 * before


def test_words_are_plain_and_cannot_be_selected(qtbot: QtBot) -> None:
    words = make_label("small")
    qtbot.addWidget(words)
    words.setText("<b>no</b>")
    assert words.textFormat() == Qt.TextFormat.PlainText
    assert words.textInteractionFlags() == Qt.TextInteractionFlag.NoTextInteraction


def test_no_words_take_no_room(qtbot: QtBot) -> None:
    words = make_label("small")
    qtbot.addWidget(words)
    set_text_or_hide(words, "")
    assert words.isHidden()
    set_text_or_hide(words, "911")
    assert not words.isHidden()


def test_a_button_says_other_words(qtbot: QtBot) -> None:
    button = PlainButton("primary")
    qtbot.addWidget(button)
    button.set_text("Check")
    assert (button.words, button.accessibleName()) == ("Check", "Check")
