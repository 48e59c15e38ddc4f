from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.ui.look.changes import apply_look
from desktop.ui.widgets.search_box import MAX_INPUT_LENGTH, SearchBox

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

Key = Qt.Key


@pytest.fixture
def box(look: Look, qtbot: QtBot) -> SearchBox:
    box = SearchBox()
    qtbot.addWidget(box)
    apply_look(box, look)
    box.resize(400, 52)
    with qtbot.waitActive(box):
        box.show()
        box.activateWindow()
    box.setFocus()
    qtbot.waitUntil(box.edit.hasFocus)
    return box


def test_each_key_is_told(box: SearchBox, qtbot: QtBot) -> None:
    told: list[str] = []
    box.queryChanged.connect(told.append)
    qtbot.keyClicks(box.edit, "sig")
    assert told == ["s", "si", "sig"]


@pytest.mark.parametrize("key", [Key.Key_Up, Key.Key_Down, Key.Key_PageUp, Key.Key_PageDown])
def test_keys_that_move_are_told_on(box: SearchBox, qtbot: QtBot, key: Key) -> None:
    with qtbot.waitSignal(box.moved) as moved:
        qtbot.keyClick(box.edit, key)
    assert moved.args == [key]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter])
def test_enter_is_told_on(box: SearchBox, qtbot: QtBot, key: Key) -> None:
    with qtbot.waitSignal(box.entered):
        qtbot.keyClick(box.edit, key)


def test_escape_is_told_on(box: SearchBox, qtbot: QtBot) -> None:
    with qtbot.waitSignal(box.escaped):
        qtbot.keyClick(box.edit, Key.Key_Escape)


def test_other_keys_edit(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.edit, "ab")
    qtbot.keyClick(box.edit, Key.Key_Left)
    qtbot.keyClick(box.edit, Key.Key_Backspace)
    assert box.edit.text() == "b"


def test_clear_empties_and_keeps_the_focus(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box.edit, "ab")
    assert box._clear.isVisible()
    qtbot.mouseClick(box._clear, Qt.MouseButton.LeftButton)
    assert box.edit.text() == ""
    assert box.edit.hasFocus()
    assert not box._clear.isVisible()


def test_the_frame_shows_the_focus(box: SearchBox) -> None:
    assert box.property("focused") is True
    box.edit.clearFocus()
    assert box.property("focused") is False


def test_a_long_paste_is_cut(box: SearchBox) -> None:
    box.edit.setText("x" * 100_000)
    assert len(box.edit.text()) == MAX_INPUT_LENGTH


def test_a_narrow_box_invites_with_one_word(box: SearchBox) -> None:
    assert box.edit.placeholderText() == "Ask a question or type a word"
    box.resize(150, 52)
    assert box.edit.placeholderText() == "Search"


def test_the_words_follow_the_language(box: SearchBox, speaker: Translations, qtbot: QtBot) -> None:
    speaker.install("es")
    qtbot.waitUntil(lambda: box.edit.accessibleName() == "Buscar")
    assert box._clear.accessibleName()
