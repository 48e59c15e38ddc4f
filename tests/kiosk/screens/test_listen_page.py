from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt

from desktop.kiosk.screens.listen_page import ListenPage
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.speech.voices import SpeechEngine, Voice
from desktop.ui.takeaway.sheet_pages import Subject
from tests.conftest import our_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def voice(pack: Pack) -> Iterator[ReadAloud]:
    owner = QObject()
    silent = Voice(SpeechEngine.ESPEAK, sys.executable)  # speaks no language, so it ends at once
    voice = ReadAloud(pack, owner, [silent])
    yield voice
    voice.close()


@pytest.fixture
def page(voice: ReadAloud, qtbot: QtBot) -> ListenPage:
    page = ListenPage(voice, Subject("signs", "en"))
    qtbot.addWidget(page)
    page.show()
    return page


def test_it_speaks_of_headphones_first(page: ListenPage) -> None:
    assert "headphones" in page._first.text()


def test_the_curtain_can_be_drawn_from_here(page: ListenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.curtainRequested):
        qtbot.mouseClick(page.hide_screen, LEFT)


def test_opening_it_makes_no_sound(page: ListenPage, voice: ReadAloud) -> None:
    assert not voice.speaks


def test_a_press_reaches_the_voice_in_three_calls(
    page: ListenPage, voice: ReadAloud, qtbot: QtBot
) -> None:
    calls: list[str] = []
    voice.started.connect(lambda: calls.extend(our_calls()))
    qtbot.mouseClick(page.start, LEFT)
    assert calls == ["_toggle", "toggle", "start"]


def test_what_is_read_is_in_the_language_of_now(
    page: ListenPage, voice: ReadAloud, qtbot: QtBot
) -> None:
    page.set_language("es")
    qtbot.mouseClick(page.start, LEFT)
    assert any("papeles" in sentence for sentence in voice._sentences)


@pytest.mark.parametrize("details", [True, False])
def test_folded_details_are_not_read(voice: ReadAloud, qtbot: QtBot, *, details: bool) -> None:
    page = ListenPage(voice, Subject("signs", "en", details=details))
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.start, LEFT)
    assert any("closely" in sentence for sentence in voice._sentences) is details
