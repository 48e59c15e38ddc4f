from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from desktop.base.resources import asset, flagship_pack
from desktop.desk.actions import Action
from desktop.pack import reader
from desktop.pack.model import walk
from desktop.ui.look.icons import icon, pixmap

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

BUNDLED = sorted(path.stem for path in asset("icons").glob("*.svg"))


def colours(picture: QPixmap) -> set[str]:
    """Colours of the fully covered pixels."""
    image = picture.toImage()
    points = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {point.name() for point in points if point.alpha() == 255}


@pytest.mark.parametrize("name", BUNDLED)
def test_each_bundled_icon_can_be_drawn(name: str) -> None:
    picture = pixmap(name, "teal", 24)
    assert (picture.width(), picture.height()) == (24, 24)
    assert colours(picture)


def test_an_icon_takes_its_colour() -> None:
    assert colours(pixmap("menu", "teal", 48)) == {QColor("teal").name()}


def test_a_dense_screen_gets_more_pixels() -> None:
    picture = pixmap("search", "teal", 20, 2.0)
    assert (picture.width(), picture.deviceIndependentSize().width()) == (40, 20)


@pytest.mark.parametrize("name", ["", "unknown", "../icons/search", "search.svg", "a/b"])
def test_an_unknown_icon_is_empty(name: str) -> None:
    assert pixmap(name, "teal", 24).isNull()
    assert icon(name, "teal").isNull()


def test_the_icons_of_actions_are_bundled() -> None:
    assert {act.value.icon for act in Action if act.value.icon} <= set(BUNDLED)


def test_the_icons_of_the_shipped_topics_are_bundled() -> None:
    topics = walk(reader.read(flagship_pack()).topics)
    assert {topic.icon for topic in topics if topic.icon} <= set(BUNDLED)
