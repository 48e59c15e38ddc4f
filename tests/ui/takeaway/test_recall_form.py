from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from desktop.ui.look.changes import apply_look
from desktop.ui.takeaway.recall_form import Keypad, RecallForm

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations


@pytest.fixture
def form(qtbot: QtBot, speaker: Translations, look: Look) -> RecallForm:
    speaker.install("en")
    outer = QWidget()
    form = RecallForm()
    QVBoxLayout(outer).addWidget(form)
    qtbot.addWidget(outer)
    apply_look(form, look)
    form._outer = outer  # type: ignore[attr-defined]  # or Python would forget it
    with qtbot.waitActive(outer):
        outer.show()
        outer.activateWindow()
    form.ask("1-888-373-7888")
    return form


def answer(form: RecallForm, qtbot: QtBot, keys: str) -> str:
    qtbot.keyClicks(form.edit, keys)
    qtbot.keyClick(form.edit, Qt.Key.Key_Return)
    return form.feedback.text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("18883737888", "Yes, that is it."),
        ("888 373 7888", "Yes, that is it."),
        ("8883", "Almost. The first 4 digit"),
        ("88899", "Almost. The first 3 digit"),
        ("555", "Not yet."),
        ("", "Type the number first."),
    ],
)
def test_what_is_typed_is_answered_kindly(
    form: RecallForm, qtbot: QtBot, typed: str, said: str
) -> None:
    assert answer(form, qtbot, typed).startswith(said)
    assert form.feedback.isVisible()


def test_the_field_has_the_focus_from_the_start(form: RecallForm, qtbot: QtBot) -> None:
    qtbot.waitUntil(form.edit.hasFocus)


def test_digit_buttons_type(form: RecallForm, qtbot: QtBot) -> None:
    keys = {key.text(): key for key in form.keypad.findChildren(QPushButton)}
    for digit in "8883":
        qtbot.mouseClick(keys[digit], Qt.MouseButton.LeftButton)
    assert form.edit.text() == "8883"
    qtbot.mouseClick(form.keypad.findChild(QPushButton, "erase"), Qt.MouseButton.LeftButton)
    assert form.edit.text() == "888"


def test_only_digits_get_in(form: RecallForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.edit, "my name is 8")
    assert form.edit.text().strip() == "8"


def test_the_right_number_is_wiped_at_once(form: RecallForm, qtbot: QtBot) -> None:
    answer(form, qtbot, "18883737888")
    assert form.edit.text() == ""
    assert not form.edit.isUndoAvailable()


def test_the_check_button_checks(form: RecallForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.edit, "8883737888")
    with qtbot.waitSignal(form.answered):
        qtbot.mouseClick(form.check, Qt.MouseButton.LeftButton)
    assert form.feedback.text().startswith("Yes")


def test_typing_on_takes_the_answer_away(form: RecallForm, qtbot: QtBot) -> None:
    answer(form, qtbot, "555")
    qtbot.keyClicks(form.edit, "1")
    assert form.feedback.isHidden()


def test_nothing_is_kept_when_it_is_hidden(form: RecallForm, qtbot: QtBot) -> None:
    qtbot.keyClicks(form.edit, "555")
    form.hide()
    form.show()
    qtbot.keyClick(form.edit, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert form.edit.text() == ""
    assert form.edit.completer() is None


def test_what_is_typed_does_not_reach_a_clipboard(
    form: RecallForm, qtbot: QtBot, qapp: QApplication
) -> None:
    clipboard = qapp.clipboard()
    clipboard.setText("before")
    qtbot.keyClicks(form.edit, "555")
    for key in (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_X):
        qtbot.keyClick(form.edit, key, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"


def test_the_number_can_be_asked_for(form: RecallForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.showRequested):
        qtbot.mouseClick(form.again, Qt.MouseButton.LeftButton)


# The digit buttons ------------------------------------------------------------------------


@pytest.fixture
def keypad(qtbot: QtBot, speaker: Translations, look: Look) -> Keypad:
    speaker.install("en")
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
