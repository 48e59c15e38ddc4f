from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from shiboken6 import isValid

from desktop.kiosk.screens.takeaway_pages import ListenPage, PrintPage
from desktop.ui.printing.paper import CupsPrograms, Printers
from desktop.ui.speech.player import SpeechPlayer
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.speech.voices import SpeechEngine, Voice
from desktop.ui.takeaway.sheet_pages import Subject
from tests.conftest import our_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

LEFT = Qt.MouseButton.LeftButton


# Reading aloud ----------------------------------------------------------------------------


@pytest.fixture
def voice(pack: Pack) -> Iterator[ReadAloud]:
    owner = QObject()
    silent = Voice(SpeechEngine.ESPEAK, sys.executable)  # speaks no language, so it ends at once
    voice = ReadAloud(pack, owner, SpeechPlayer(voices=(silent,), parent=owner))
    yield voice
    voice.reader.close()


@pytest.fixture
def listening(voice: ReadAloud, qtbot: QtBot) -> ListenPage:
    page = ListenPage(voice, Subject("signs", "en"))
    qtbot.addWidget(page)
    page.show()
    return page


def test_it_speaks_of_headphones_first(listening: ListenPage) -> None:
    assert "headphones" in listening._first.text()


def test_the_curtain_can_be_drawn_from_here(listening: ListenPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(listening.curtainRequested):
        qtbot.mouseClick(listening.hide_screen, LEFT)


def test_opening_it_makes_no_sound(listening: ListenPage, voice: ReadAloud) -> None:
    assert not voice.speaks


def test_a_press_reaches_the_voice_in_three_calls(
    listening: ListenPage, voice: ReadAloud, qtbot: QtBot
) -> None:
    calls: list[str] = []
    voice.reader.started.connect(lambda: calls.extend(our_calls()))
    qtbot.mouseClick(listening.start, LEFT)
    assert calls == ["_toggle", "toggle", "start"]


def test_what_is_read_is_in_the_language_of_now(
    listening: ListenPage, voice: ReadAloud, qtbot: QtBot
) -> None:
    listening.set_language("es")
    qtbot.mouseClick(listening.start, LEFT)
    assert any("papeles" in sentence for sentence in voice.reader._sentences)


@pytest.mark.parametrize("details", [True, False])
def test_folded_details_are_not_read(voice: ReadAloud, qtbot: QtBot, *, details: bool) -> None:
    page = ListenPage(voice, Subject("signs", "en", details=details))
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.start, LEFT)
    assert any("closely" in sentence for sentence in voice.reader._sentences) is details


# Printing ---------------------------------------------------------------------------------


@pytest.fixture
def printers(qtbot: QtBot) -> Printers:
    return Printers(CupsPrograms("", ""))


@pytest.fixture
def printing(printers: Printers, qtbot: QtBot) -> PrintPage:
    page = PrintPage(printers)
    qtbot.addWidget(page)
    page.resize(600, 500)
    page.show()
    return page


@pytest.mark.parametrize(
    ("button", "wish"), [("card", "cardRequested"), ("answer", "answerRequested")]
)
def test_nothing_is_printed_before_it_is_asked_for(
    printing: PrintPage, qtbot: QtBot, button: str, wish: str
) -> None:
    with qtbot.waitSignal(getattr(printing, wish)):
        qtbot.mouseClick(getattr(printing, button), LEFT)
    assert not printing.card.isEnabled()
    assert not printing.answer.isEnabled()


@pytest.mark.parametrize("signal", ["sent", "failed"])
def test_a_page_that_is_closed_hears_nothing_more(
    printers: Printers, signal: str, qtbot: QtBot
) -> None:
    page = PrintPage(printers)
    with qtbot.waitSignal(page.destroyed):
        page.deleteLater()
    getattr(printers, signal).emit()  # an error in a slot fails the test
    assert not isValid(page)


@pytest.mark.parametrize(
    ("signal", "words"), [("sent", "wait for the paper"), ("failed", "could not be printed")]
)
def test_it_says_what_became_of_it(
    printing: PrintPage, printers: Printers, qtbot: QtBot, signal: str, words: str
) -> None:
    qtbot.mouseClick(printing.card, LEFT)
    getattr(printers, signal).emit()
    assert words in printing._said.text()
    assert printing.card.isEnabled()
