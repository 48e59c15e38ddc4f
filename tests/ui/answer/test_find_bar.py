from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from desktop.ui.answer.find_bar import FindBar, Finder
from desktop.ui.look.changes import apply_look
from desktop.ui.look.text import paragraph
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations
    from desktop.ui.look.theme import Look


@pytest.fixture
def bar(look: Look, speaker: Translations, qtbot: QtBot) -> FindBar:
    speaker.speak("en")
    bar = FindBar()
    qtbot.addWidget(bar)
    apply_look(bar, look)
    bar.open_bar()
    return bar


def told(bar: FindBar) -> str:
    count = bar.findChild(QLabel, "countLine")
    assert count is not None
    return count.text()


def test_words_are_told_as_they_are_typed(bar: FindBar, qtbot: QtBot) -> None:
    heard: list[str] = []
    bar.wordsChanged.connect(heard.append)
    qtbot.keyClicks(bar.edit, "pay")
    assert heard == ["p", "pa", "pay"]


@pytest.mark.parametrize(
    ("modifier", "step"),
    [(Qt.KeyboardModifier.NoModifier, 1), (Qt.KeyboardModifier.ShiftModifier, -1)],
)
def test_enter_goes_on_and_with_shift_back(
    bar: FindBar, qtbot: QtBot, modifier: Qt.KeyboardModifier, step: int
) -> None:
    with qtbot.waitSignal(bar.stepped) as stepped:
        qtbot.keyClick(bar.edit, Qt.Key.Key_Return, modifier)
    assert stepped.args == [step]


@pytest.mark.parametrize(("name", "step"), [("findBefore", -1), ("findNext", 1)])
def test_buttons_step(bar: FindBar, qtbot: QtBot, name: str, step: int) -> None:
    bar.tell(1, 2)
    button = bar.findChild(QToolButton, name)
    assert button is not None
    with qtbot.waitSignal(bar.stepped) as stepped:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert stepped.args == [step]


def test_the_count_is_told(bar: FindBar) -> None:
    bar.edit.setText("pay")
    bar.tell(2, 7)
    assert told(bar) == "2 of 7"
    bar.tell(0, 0)
    assert told(bar) == "not found"
    bar.edit.clear()
    bar.tell(0, 0)
    assert told(bar) == ""


def test_escape_closes_and_forgets(bar: FindBar, qtbot: QtBot) -> None:
    bar.edit.setText("my secret")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert bar.edit.text() == ""
    assert not bar.edit.isUndoAvailable()


@pytest.fixture
def labels(qtbot: QtBot) -> list[WrappingLabel]:
    found = [
        WrappingLabel("😀 Señal and senal"),
        WrappingLabel(paragraph("A <signal> & a SEÑAL")),
        WrappingLabel("nothing"),
    ]
    for label in found:
        qtbot.addWidget(label)
    return found


def test_places_come_in_order_and_round(labels: list[WrappingLabel]) -> None:
    finder = Finder()
    finder.find(labels, " senal ")
    assert (finder.count, finder.place) == (3, 0)
    seen = [label.selectedText() for _ in range(4) if (label := finder.step(1))]
    assert seen == ["Señal", "senal", "SEÑAL", "Señal"]
    assert finder.place == 1
    assert finder.step(-1) is labels[1]
    assert (finder.place, labels[0].selectedText()) == (3, "")


@pytest.mark.parametrize("words", ["", "  ", "absent"])
def test_nothing_found_marks_nothing(labels: list[WrappingLabel], words: str) -> None:
    finder = Finder()
    finder.find(labels, words)
    assert finder.step(1) is None
    assert (finder.count, finder.place) == (0, 0)


def test_marks_in_rich_text_count_what_is_seen(labels: list[WrappingLabel]) -> None:
    finder = Finder()
    finder.find(labels, "<signal>")
    finder.step(1)
    assert labels[1].selectedText() == "<signal>"
    finder.unmark()
    assert labels[1].selectedText() == ""
