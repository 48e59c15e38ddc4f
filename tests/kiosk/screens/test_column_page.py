from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.kiosk.looks import kiosk_look
from desktop.kiosk.screens.column_page import WIDEST, ColumnPage
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def page(qtbot: QtBot) -> ColumnPage:
    page = ColumnPage()
    qtbot.addWidget(page)
    page.resize(2000, 300)
    page.show()
    return page


def test_parts_stand_below_each_other(page: ColumnPage, qtbot: QtBot) -> None:
    first, second = QLabel("one"), QLabel("two")
    page.add(first)
    page.add(second)
    apply_look(page, kiosk_look("light", 100, 110))
    assert page.parts == (first, second)
    qtbot.waitUntil(lambda: second.y() > 0)
    assert first.geometry().bottom() < second.geometry().top()


def test_the_column_is_no_wider_than_reads_well(page: ColumnPage) -> None:
    look = kiosk_look("light", 100, 110)
    part = QLabel("one")
    page.add(part)
    apply_look(page, look)
    page.area.widget().layout().activate()
    assert part.width() <= look.px(WIDEST)


def test_cleared_it_is_empty(page: ColumnPage, qtbot: QtBot) -> None:
    part = QLabel("one")
    page.add(part)
    with qtbot.waitSignal(part.destroyed):
        page.clear()
    assert page.parts == ()
