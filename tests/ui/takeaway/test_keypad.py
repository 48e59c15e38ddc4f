from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.look.changes import apply_look
from desktop.ui.takeaway.keypad import Keypad

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations
    from desktop.ui.look.theme import Look


@pytest.fixture
def keypad(qtbot: QtBot, speaker: Translations, look: Look) -> Keypad:
    speaker.speak("en")
    keypad = Keypad()
    qtbot.addWidget(keypad)
    apply_look(keypad, look)
    return keypad


def test_every_digit_can_be_pressed(keypad: Keypad, qtbot: QtBot) -> None:
    heard: list[str] = []
    keypad.digitChosen.connect(heard.append)
    for key in keypad.findChildren(QPushButton, "digit"):
        qtbot.mouseClick(key, Qt.MouseButton.LeftButton)
    assert heard == list("1234567890")


def test_the_last_digit_can_be_taken_back(keypad: Keypad, qtbot: QtBot) -> None:
    erase = keypad.findChild(QPushButton, "erase")
    assert erase.accessibleName() == "Erase the last digit"
    with qtbot.waitSignal(keypad.eraseRequested):
        qtbot.mouseClick(erase, Qt.MouseButton.LeftButton)


def test_keys_leave_the_focus_where_it_is(keypad: Keypad) -> None:
    policies = {key.focusPolicy() for key in keypad.findChildren(QPushButton)}
    assert policies == {Qt.FocusPolicy.NoFocus}
