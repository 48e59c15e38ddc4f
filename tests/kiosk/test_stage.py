from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.kiosk.stage import ScreenStack
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_words_that_need_more_room_do_not_take_it(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    stage, bar = ScreenStack(), QWidget()
    bar.setFixedHeight(100)
    page = QWidget()
    QVBoxLayout(page).addWidget(WrappingLabel("words " * 2000))
    stage.addWidget(page)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(stage, 1)
    column.addWidget(bar)
    window.resize(300, 300)
    window.show()
    qtbot.waitUntil(lambda: stage.height() > 0)
    assert (window.height(), stage.height(), bar.height()) == (300, 200, 100)
