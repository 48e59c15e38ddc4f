from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from desktop.kiosk.appearance import kiosk_look
from desktop.kiosk.screens.home import Home

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.search.engine import SearchEngine


@pytest.fixture
def home(pack: Pack, qtbot: QtBot) -> Home:
    home = Home(pack, "en", kiosk_look("light", 100, 110))
    qtbot.addWidget(home)
    home.resize(1000, 600)
    home.show()
    return home


def test_it_asks_and_shows_the_tiles(home: Home) -> None:
    assert home.findChild(QLabel, "kioskQuestion").isVisible()
    assert home.tiles.isVisible()


def test_results_take_the_place_of_the_tiles(home: Home, engine: SearchEngine) -> None:
    home.box.edit.setText("wages")
    home.results.show_results(engine.search("wages", lang="en"))
    assert home.results.list.isVisible()
    assert not home.tiles.isVisible()


def test_an_emptied_field_brings_the_tiles_back(home: Home, engine: SearchEngine) -> None:
    home.box.edit.setText("wages")
    home.results.show_results(engine.search("wages", lang="en"))
    home.box.edit.setText("")
    assert home.tiles.isVisible()


def test_where_the_keys_take_the_room_the_question_gives_way(home: Home) -> None:
    home.resize(1000, 250)
    assert not home.findChild(QLabel, "kioskQuestion").isVisible()
    assert home.box.height() >= home.box.sizeHint().height()


def test_back_at_the_start_nothing_is_typed(home: Home) -> None:
    home.box.edit.setText("wages")
    home.go_to_start()
    assert not home.box.edit.text()
    assert home.tiles.isVisible()
