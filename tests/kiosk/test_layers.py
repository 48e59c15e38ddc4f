from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop.kiosk.layers import Layers, ScreenStack
from desktop.kiosk.screens.neutral_screens import Attract, Curtain
from desktop.ui.widgets.wrapping import WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def layers(qtbot: QtBot) -> Layers:
    made = Layers(Attract(["en"]), QPushButton("header"), ScreenStack(), [], Curtain(["en"]))
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    return made


def test_at_first_the_attract_screen_is_seen(layers: Layers) -> None:
    assert isinstance(layers.currentWidget(), Attract)
    assert not layers.page.isEnabled()


def test_the_page_can_be_used_only_while_it_is_seen(layers: Layers) -> None:
    layers.show_page()
    assert layers.page.isVisible()
    assert layers.page.isEnabled()
    layers.show_attract()
    assert isinstance(layers.currentWidget(), Attract)
    assert not layers.page.isEnabled()


def test_the_curtain_hides_the_page_until_it_is_opened(layers: Layers, qtbot: QtBot) -> None:
    layers.show_page()
    layers.draw_curtain()
    curtain = layers.findChild(Curtain)
    assert curtain.isVisible()
    assert not layers.page.isEnabled()
    qtbot.mouseClick(curtain.button, Qt.MouseButton.LeftButton)
    assert layers.page.isVisible()
    assert layers.page.isEnabled()


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
