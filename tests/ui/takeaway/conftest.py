"""The shipped pack, a page in a visible window, and a camera for codes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import pytest
import zxingcpp
from PySide6.QtGui import QImage

from desktop.base.resources import flagship_pack
from desktop.pack import reader
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.language import Speaker
    from desktop.ui.widgets.page import Page

P = TypeVar("P", bound="Page")
Opened = Callable[[P], P]
Scan = Callable[[QImage], str]


@pytest.fixture(scope="session")
def flagship() -> Pack:
    return reader.read(flagship_pack())


@pytest.fixture(scope="session")
def scan() -> Scan:
    """Reads the code in a picture as a phone does; "" where it sees none."""

    def read(picture: QImage) -> str:
        grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
        seen = zxingcpp.read_barcode(grey, text_mode=zxingcpp.TextMode.Plain)
        return seen.text if seen else ""

    return read


@pytest.fixture
def opened(qtbot: QtBot, speaker: Speaker) -> Callable[[P], P]:
    """Shows a page as a sheet would: 712 by 480 pixels, active."""

    def show(page: P) -> P:
        speaker.speak("en")
        qtbot.addWidget(page)
        page.apply_look(Look())
        page.resize(712, 480)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show
