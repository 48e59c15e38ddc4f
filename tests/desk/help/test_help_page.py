from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QWidget

from desktop.desk.actions import ACTION_SPECS, Action, ActionCollection
from desktop.desk.help.help_page import HelpPage
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations

NO_VOICE = "There is <b>no</b> voice."


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def page(speaker: Translations, owner: QWidget, qtbot: QtBot) -> HelpPage:
    speaker.speak("en")
    page = HelpPage(ActionCollection(owner), (NO_VOICE, "There is no printer."))
    qtbot.addWidget(page)
    apply_look(page, Look())
    page.resize(560, 400)
    with qtbot.waitExposed(page):
        page.show()
    return page


def shown(page: HelpPage) -> list[str]:
    """The texts as people read them, hidden ones left out."""
    return [words(text) for text in page.findChildren(WrappingLabel) if text.isVisible()]


def words(label: WrappingLabel) -> str:
    if label.textFormat() == Qt.TextFormat.PlainText:
        return label.text()
    return QTextDocumentFragment.fromHtml(label.text()).toPlainText()


def headings(page: HelpPage) -> list[str]:
    return [one.text() for one in page.findChildren(Heading) if one.isVisible()]


def test_it_explains_how_and_what_not(page: HelpPage) -> None:
    assert page.title() == "Help"
    assert headings(page)[:6] == [
        "Find an answer",
        "Read",
        "Take it with you",
        "Leave quickly",
        "Text size, colors and language",
        "Keyboard",
    ]


@pytest.mark.parametrize("limit", ["cannot erase", "Bookmarks stay", "spy program"])
def test_leaving_quickly_has_stated_limits(page: HelpPage, limit: str) -> None:
    assert limit in " ".join(shown(page))


def test_it_promises_no_safety(page: HelpPage) -> None:
    assert not [text for text in shown(page) if " safe" in text or "private" in text.lower()]


def test_every_action_with_a_key_is_listed(page: HelpPage) -> None:
    assert {act for act in Action if ACTION_SPECS[act].keys} | {
        Action.LEAVE
    } <= page.keys.rows.keys()
    assert "Ctrl+K or /" in shown(page)


def test_what_is_missing_is_told_as_plain_words(page: HelpPage) -> None:
    assert shown(page)[-2:] == [NO_VOICE, "There is no printer."]
    assert headings(page)[-1] == "What is missing on this computer"


def test_nothing_missing_hides_the_section(page: HelpPage) -> None:
    page.set_missing(())
    assert "What is missing on this computer" not in headings(page)
    page.set_missing(("There is no tray.",))
    assert shown(page)[-1] == "There is no tray."


def test_keys_scroll_it_at_once(page: HelpPage, qtbot: QtBot) -> None:
    page.setFocus()
    qtbot.keyClick(page.area, Qt.Key.Key_PageDown)
    assert page.area.verticalScrollBar().value() > 0


def test_no_paragraph_is_lost_with_the_language(
    page: HelpPage, speaker: Translations, qtbot: QtBot
) -> None:
    before = len(shown(page))
    speaker.speak("es")
    assert all(shown(page))
    assert len(shown(page)) == before


@pytest.mark.parametrize("size", [100, 200, 300])
def test_it_fits_into_a_narrow_card(page: HelpPage, size: int) -> None:
    apply_look(page, Look("light", size))
    assert page.area.widget().minimumSizeHint().width() <= page.area.viewport().width()
