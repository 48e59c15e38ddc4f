from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from desktop.kiosk.keyboard.typist import enter, erase, is_field, type_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot


class Keys(QObject):
    """Notes what a field receives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.seen: list[tuple[QEvent.Type, int, str, bool]] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() != QEvent.Type.ShortcutOverride:
            self.seen.append((event.type(), event.key(), event.text(), event.spontaneous()))
        return super().eventFilter(watched, event)


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[QLineEdit]:
    window = QWidget()
    qtbot.addWidget(window)
    field = QLineEdit()
    column = QVBoxLayout(window)
    column.addWidget(field)
    column.addWidget(QPushButton("other"))
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    yield field
    window.hide()


@pytest.mark.parametrize(
    ("text", "key"),
    [("a", 0x41), ("Q", 0x51), ("ñ", 0xD1), ("7", 0x37), ("€", 0)],
)
def test_a_character_is_pressed_and_released(field: QLineEdit, text: str, key: int) -> None:
    keys = Keys(field)
    field.installEventFilter(keys)
    type_text(text)
    assert [seen[0] for seen in keys.seen] == [QEvent.Type.KeyPress, QEvent.Type.KeyRelease]
    assert {seen[1:] for seen in keys.seen} == {(key, text, False)}
    assert field.text() == text


def test_the_field_goes_before_a_shortcut(field: QLineEdit, qtbot: QtBot) -> None:
    shortcut = QShortcut(QKeySequence("/"), field.window())
    with qtbot.assertNotEmitted(shortcut.activated):
        type_text("/")
    assert field.text() == "/"


def test_the_length_of_the_field_holds(field: QLineEdit) -> None:
    field.setMaxLength(2)
    for letter in "abc":
        type_text(letter)
    assert field.text() == "ab"


def test_backspace_erases_before_the_cursor(field: QLineEdit) -> None:
    field.setText("abc")
    field.setCursorPosition(2)
    erase()
    assert field.text() == "ac"


def test_enter_is_told_by_the_field(field: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.returnPressed):
        enter()


def test_a_button_with_the_focus_is_not_pressed(field: QLineEdit, qtbot: QtBot) -> None:
    button = field.window().findChild(QPushButton)
    button.setFocus()
    with qtbot.assertNotEmitted(button.pressed):
        type_text(" ")


def test_only_what_can_be_written_in_is_a_field(qtbot: QtBot) -> None:
    for thing, answer in ((QLineEdit(), True), (QTextBrowser(), False), (QPushButton(), False)):
        qtbot.addWidget(thing)
        thing.show()
        assert is_field(thing) is answer
    assert not is_field(None)


@pytest.mark.parametrize(
    "bar",
    [QLineEdit.hide, lambda field: field.setReadOnly(True), lambda field: field.setEnabled(False)],
)
def test_a_field_that_is_barred_is_none(field: QLineEdit, bar: Callable[[QLineEdit], None]) -> None:
    bar(field)
    assert not is_field(field)
