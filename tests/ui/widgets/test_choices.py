from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from desktop.ui.widgets.choices import ChoiceButtons, LanguageButtons

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def choices(qtbot: QtBot) -> ChoiceButtons:
    choices = ChoiceButtons()
    qtbot.addWidget(choices)
    choices.set_choices(["Answer", "Call", "Text"])
    with qtbot.waitActive(choices):
        choices.show()
        choices.activateWindow()
    return choices


def shown(choices: ChoiceButtons) -> list[QPushButton]:
    return choices.findChildren(QPushButton, "choice")


def test_the_first_is_chosen(choices: ChoiceButtons) -> None:
    assert choices.index == 0
    assert [button.isChecked() for button in shown(choices)] == [True, False, False]


def test_a_click_chooses(choices: ChoiceButtons, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choices.chosen) as chosen:
        qtbot.mouseClick(shown(choices)[2], Qt.MouseButton.LeftButton)
    assert chosen.args == [2]
    assert choices.index == 2


def test_the_chosen_one_stays_chosen(choices: ChoiceButtons, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(choices.chosen):
        qtbot.mouseClick(shown(choices)[0], Qt.MouseButton.LeftButton)
    assert choices.index == 0


def test_keys_choose(choices: ChoiceButtons, qtbot: QtBot) -> None:
    shown(choices)[0].setFocus()
    qtbot.keyClick(shown(choices)[0], Qt.Key.Key_Right)
    qtbot.keyClick(shown(choices)[1], Qt.Key.Key_Space)
    assert choices.index == 1


def test_other_choices_take_their_place(choices: ChoiceButtons) -> None:
    choices.set_choices(["One", "Two"], 1)
    assert [button.accessibleName() for button in shown(choices)] == ["One", "Two"]
    assert choices.index == 1


@pytest.mark.parametrize("words", [[], ["Only"]])
def test_there_is_no_choice_without_two(choices: ChoiceButtons, words: list[str]) -> None:
    choices.set_choices(words)
    assert choices.isHidden()


def buttons(row: LanguageButtons) -> dict[str, QToolButton]:
    return {button.text(): button for button in row.findChildren(QToolButton)}


def test_each_language_is_named_in_itself(qtbot: QtBot) -> None:
    row = LanguageButtons(("en", "es"))
    qtbot.addWidget(row)
    assert list(buttons(row)) == ["English", "Español"]


def test_a_click_tells_the_language(qtbot: QtBot) -> None:
    row = LanguageButtons(("en", "es"))
    qtbot.addWidget(row)
    row.show()
    with qtbot.waitSignal(row.languageChosen) as chosen:
        qtbot.mouseClick(buttons(row)["Español"], Qt.MouseButton.LeftButton)
    assert chosen.args == ["es"]


def test_only_the_language_that_is_on_is_checked(qtbot: QtBot) -> None:
    row = LanguageButtons(("en", "es"))
    qtbot.addWidget(row)
    row.choose("en")
    row.choose("es")
    assert [name for name, button in buttons(row).items() if button.isChecked()] == ["Español"]


def test_one_language_needs_no_button(qtbot: QtBot) -> None:
    row = LanguageButtons(("en",))
    qtbot.addWidget(row)
    assert row.isHidden()
