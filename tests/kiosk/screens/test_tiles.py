from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.kiosk.appearance import kiosk_look
from desktop.kiosk.screens.tiles import Tiles
from desktop.ui.look.changes import apply_look
from desktop.ui.widgets.wrapping import MOST

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def tiles(pack: Pack, qtbot: QtBot) -> Tiles:
    tiles = Tiles(pack, "en")
    qtbot.addWidget(tiles)
    apply_look(tiles, kiosk_look("light", 100, 127))
    tiles.resize(1200, 600)
    tiles.show()
    return tiles


def names(tiles: Tiles) -> list[str]:
    return [tile.accessibleName() for tile in tiles.all]


def test_help_comes_before_the_topics(tiles: Tiles) -> None:
    assert names(tiles) == ["Help now", "Getting help", "Knowing your rights", "How it was"]


def test_a_tile_tells_its_topic(tiles: Tiles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tiles.topicChosen) as chosen:
        qtbot.mouseClick(tiles.all[2], LEFT)
    assert chosen.args == ["knowing"]


def test_the_first_tile_asks_for_help(tiles: Tiles, qtbot: QtBot) -> None:
    with qtbot.waitSignal(tiles.helpRequested):
        qtbot.mouseClick(tiles.all[0], LEFT)


def test_topics_follow_the_language(tiles: Tiles) -> None:
    tiles.set_language("es")
    assert names(tiles)[1:3] == ["Cómo recibir ayuda", "Conocer sus derechos"]


@pytest.mark.parametrize(("width", "columns"), [(1200, 3), (700, 2), (300, 1)])
def test_there_are_as_many_columns_as_fit(tiles: Tiles, width: int, columns: int) -> None:
    tiles.resize(width, 900)
    tiles.layout().activate()
    assert len({tile.x() for tile in tiles.all}) == columns


def test_no_tile_is_lower_than_its_words(tiles: Tiles) -> None:
    tiles.resize(700, 900)
    tiles.layout().activate()
    assert all(tile.height() >= tile.heightForWidth(tile.width()) for tile in tiles.all)


def test_of_many_topics_the_first_are_shown_and_the_search_is_named(
    many_topics: Pack, qtbot: QtBot
) -> None:
    tiles = Tiles(many_topics, "en")
    qtbot.addWidget(tiles)
    apply_look(tiles, kiosk_look("light", 100, 127))
    tiles.resize(1200, 600)
    tiles.show()
    assert len(tiles.all) == 1 + MOST
    assert tiles._more.isVisible()
    assert tiles._more.y() > tiles.all[-1].y()
