from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from desktop.ui.answer.find_bar import FindBar, Finder
from desktop.ui.look.changes import apply_look
from desktop.ui.look.text import paragraph
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations


@pytest.fixture
def labels() -> list[WrappingLabel]:
    return [
        WrappingLabel("😀 Señal and senal"),
        WrappingLabel(paragraph("A <signal> & a SEÑAL")),
        WrappingLabel("nothing"),
    ]


@pytest.fixture
def area(labels: list[WrappingLabel], qtbot: QtBot) -> QScrollArea:
    area = QScrollArea()
    qtbot.addWidget(area)
    show_in(area, labels)
    return area


def show_in(area: QScrollArea, labels: list[WrappingLabel]) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    for label in labels:
        column.addWidget(label)
    area.setWidget(page)


@pytest.fixture
def bar(area: QScrollArea, look: Look, speaker: Translations, qtbot: QtBot) -> FindBar:
    speaker.install("en")
    bar = FindBar(area)
    qtbot.addWidget(bar)
    apply_look(bar, look)
    bar.open_bar()
    return bar


def told(bar: FindBar) -> str:
    count = bar.findChild(QLabel, "countLine")
    assert count is not None
    return count.text()


def test_places_are_found_as_the_words_are_typed(bar: FindBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar.edit, "SEN")
    assert told(bar) == "1 of 3"
    qtbot.keyClicks(bar.edit, "d")
    assert told(bar) == "not found"
    bar.edit.clear()
    assert told(bar) == ""


@pytest.mark.parametrize(
    ("modifier", "expected"),
    [
        (Qt.KeyboardModifier.NoModifier, "2 of 3"),
        (Qt.KeyboardModifier.ShiftModifier, "3 of 3"),
    ],
)
def test_enter_goes_on_and_with_shift_back(
    bar: FindBar, qtbot: QtBot, modifier: Qt.KeyboardModifier, expected: str
) -> None:
    bar.edit.setText("senal")
    qtbot.keyClick(bar.edit, Qt.Key.Key_Return, modifier)
    assert told(bar) == expected


@pytest.mark.parametrize(("name", "expected"), [("findBefore", "3 of 3"), ("findNext", "2 of 3")])
def test_buttons_step(bar: FindBar, qtbot: QtBot, name: str, expected: str) -> None:
    button = bar.findChild(QToolButton, name)
    assert button is not None
    bar.edit.setText("nothing")
    assert not button.isEnabled()
    bar.edit.setText("senal")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told(bar) == expected


def test_the_place_is_scrolled_to(area: QScrollArea, bar: FindBar) -> None:
    area.resize(200, 40)
    area.show()
    before = area.verticalScrollBar().value()
    bar.edit.setText("nothing")
    assert area.verticalScrollBar().value() > before


def test_words_are_found_in_a_new_text(area: QScrollArea, bar: FindBar) -> None:
    bar.edit.setText("senal")
    show_in(area, [WrappingLabel("one senal")])
    bar.restart()
    assert told(bar) == "1 of 1"


def test_escape_closes_and_forgets(bar: FindBar, qtbot: QtBot) -> None:
    bar.edit.setText("my secret")
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.edit, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert bar.edit.text() == ""
    assert not bar.edit.isUndoAvailable()


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
