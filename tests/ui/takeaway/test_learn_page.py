from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desktop.ui.takeaway.learn_page import LearnPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from tests.conftest import Opened


@pytest.fixture
def page(flagship: Pack, opened: Opened[LearnPage]) -> LearnPage:
    return opened(LearnPage(flagship, "signs", "en"))


def visible(page: LearnPage) -> str:
    return "\n".join(part.text() for part in page.findChildren(QLabel) if part.isVisible())


def choose(page: LearnPage, qtbot: QtBot, at: int) -> None:
    choices = page.numbers.findChildren(QPushButton, "choice")
    qtbot.mouseClick(choices[at], Qt.MouseButton.LeftButton)


def test_the_first_number_is_one_worth_learning(page: LearnPage) -> None:
    assert page.number.text() == "505 438 3733"
    shown = visible(page)
    assert "As a word: 505-GET-FREE" in shown
    assert "Who answers: The Life Link" in shown


def test_another_number_can_be_learned(page: LearnPage, qtbot: QtBot) -> None:
    choose(page, qtbot, 3)
    assert page.number.text() == "233 733"
    assert "Send the word HELP or INFO." in visible(page)


def test_the_number_is_hidden_while_it_is_tried(page: LearnPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.try_it, Qt.MouseButton.LeftButton)
    shown = visible(page)
    assert "505" not in shown
    assert "New Mexico hotline" in shown


def test_a_whole_round_by_keys(page: LearnPage, qtbot: QtBot, qapp: QApplication) -> None:
    qtbot.keyClick(page.try_it, Qt.Key.Key_Space)
    qtbot.waitUntil(page.form.edit.hasFocus)
    qtbot.keyClicks(qapp.focusWidget(), "5054383733")
    qtbot.keyClick(qapp.focusWidget(), Qt.Key.Key_Return)
    assert page.form.feedback.text().startswith("Yes, that is it.")
    qtbot.keyClick(page.form.again, Qt.Key.Key_Space)
    assert "505 438 3733" in visible(page)
    qtbot.waitUntil(page.try_it.hasFocus)


def test_wipe_forgets_everything(page: LearnPage, qtbot: QtBot) -> None:
    choose(page, qtbot, 3)
    qtbot.mouseClick(page.try_it, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(page.form.edit, "23")
    page.wipe()
    assert page.form.edit.text() == ""
    assert not page.form.edit.isUndoAvailable()
    assert page.number.text() == "505 438 3733"
    assert page.numbers.index == 1
    assert page.form.isHidden()


def test_another_language_keeps_the_number(page: LearnPage, qtbot: QtBot) -> None:
    choose(page, qtbot, 2)
    page.set_language("es")
    assert page.number.text() == "1 888 373 7888"
    assert "Línea nacional" in visible(page)


def test_another_language_does_not_betray_the_number(page: LearnPage, qtbot: QtBot) -> None:
    qtbot.mouseClick(page.try_it, Qt.MouseButton.LeftButton)
    page.set_language("es")
    assert page.numbers.isHidden()
    assert "505" not in visible(page)


def test_without_an_entry_the_help_bar_is_learned(
    flagship: Pack, opened: Opened[LearnPage]
) -> None:
    page = opened(LearnPage(flagship, "", "es"))
    assert len(page.numbers.findChildren(QPushButton, "choice")) == 4


def test_a_pack_without_numbers_says_so(pack: Pack, opened: Opened[LearnPage]) -> None:
    manifest = msgspec.structs.replace(pack.manifest, help=())
    page = opened(LearnPage(msgspec.structs.replace(pack, manifest=manifest), "", "en"))
    assert visible(page).strip() == "There is no number to learn here."
    assert page.try_it.isHidden()
