from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from desktop.kiosk.screens.listen_page import ListenPage
from desktop.ui.speech.player import Reader
from desktop.ui.speech.read_aloud import ReadAloud

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def voice(pack: Pack) -> Iterator[ReadAloud]:
    owner = QObject()
    yield ReadAloud(pack, owner, Reader(voices=(), parent=owner))  # noqa: PT022


def test_it_speaks_of_headphones_first(voice: ReadAloud, qtbot: QtBot) -> None:
    page = ListenPage(voice)
    qtbot.addWidget(page)
    assert "headphones" in page._first.text()


@pytest.mark.parametrize(
    ("button", "signal"), [("start", "listenRequested"), ("hide_screen", "curtainRequested")]
)
def test_its_buttons_tell_what_is_wanted(
    voice: ReadAloud, qtbot: QtBot, button: str, signal: str
) -> None:
    page = ListenPage(voice)
    qtbot.addWidget(page)
    page.show()
    with qtbot.waitSignal(getattr(page, signal)):
        qtbot.mouseClick(getattr(page, button), LEFT)


def test_opening_it_makes_no_sound(voice: ReadAloud, qtbot: QtBot) -> None:
    page = ListenPage(voice)
    qtbot.addWidget(page)
    page.show()
    assert not voice.speaks
