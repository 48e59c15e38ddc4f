from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.ui.answer.answer_parts import WrappingLabel
from desktop.ui.answer.finder import Finder
from desktop.ui.look.text import paragraph

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
