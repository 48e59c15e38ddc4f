from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desktop.ui.look.changes import apply_look
from desktop.ui.look.text import paragraph
from desktop.ui.look.theme import Look
from desktop.ui.widgets.reading_column import WIDEST, ReadingColumn
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def column(qtbot: QtBot) -> ReadingColumn:
    column = ReadingColumn()
    qtbot.addWidget(column)
    fill(column)
    column.resize(1000, 300)
    with qtbot.waitExposed(column):
        column.show()
    return column


def fill(column: ReadingColumn) -> None:
    column.start()
    for at in range(60):
        column.add(WrappingLabel(paragraph(f"Line {at} of many words. " * 8)), 10)
    column.add(QPushButton("Last"))
    column.finish()


def test_keys_scroll_it(column: ReadingColumn, qtbot: QtBot) -> None:
    column.setFocus()
    qtbot.keyClick(column, Qt.Key.Key_PageDown)
    assert column.verticalScrollBar().value() > 200


def test_filling_again_keeps_the_place(column: ReadingColumn) -> None:
    column.verticalScrollBar().setValue(500)
    fill(column)
    assert column.verticalScrollBar().value() == 500


def test_the_focus_is_not_lost_with_what_had_it(column: ReadingColumn, qtbot: QtBot) -> None:
    column.activateWindow()
    column.findChild(QPushButton).setFocus()
    qtbot.waitUntil(column.findChild(QPushButton).hasFocus)
    fill(column)
    assert column.hasFocus()


@pytest.mark.parametrize("size", [100, 200, 300])
def test_lines_stay_readable_and_inside(column: ReadingColumn, size: int) -> None:
    look = Look("light", size)
    apply_look(column, look)
    column.ensurePolished()
    column.widget().layout().activate()
    widths = {text.width() for text in column.findChildren(WrappingLabel)}
    assert max(widths) <= min(look.px(WIDEST), column.viewport().width())
    assert min(widths) > 400
