from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QStackedWidget
from shiboken6 import isValid

from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.kiosk.setup.config import Config
from desktop.kiosk.visit.take_away import ListenPage, PrintPage, TakeAway, available_actions
from desktop.ui.printing.paper import CupsPrograms, Printers
from desktop.ui.running.background import BackgroundTask
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.speech.voices import SpeechEngine, Voice
from desktop.ui.takeaway.learn_page import LearnPage
from desktop.ui.takeaway.qr_page import QrPage
from desktop.ui.takeaway.sheet_pages import Subject
from desktop.ui.widgets.sheet import Sheet
from tests.conftest import our_calls

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def sheet(look: Look) -> Sheet:
    return Sheet(look)


@pytest.fixture
def taking(pack: Pack, sheet: Sheet, qtbot: QtBot) -> TakeAway:
    stage = QStackedWidget()
    qtbot.addWidget(stage)
    stage.addWidget(sheet)
    stage.show()
    voice = ReadAloud(pack, sheet, voices=())
    return TakeAway(pack, Config(printer="Lobby", name="Help desk"), voice, stage, sheet)


@pytest.mark.parametrize(
    ("config", "has_voice", "lacking"),
    [
        (Config(), True, {VisitorAction.PRINT}),
        (Config(printer="Lobby"), True, set()),
        (Config(printer="Lobby"), False, {VisitorAction.LISTEN}),
        (Config(read_aloud=False), True, {VisitorAction.PRINT, VisitorAction.LISTEN}),
    ],
)
def test_what_a_kiosk_lacks_is_not_offered(
    config: Config, has_voice: bool, lacking: set[VisitorAction]
) -> None:
    assert set(VisitorAction) - available_actions(config, has_voice=has_voice) == lacking


@pytest.mark.parametrize(
    ("action", "page"),
    [
        (VisitorAction.QR_CODE, QrPage),
        (VisitorAction.LEARN, LearnPage),
        (VisitorAction.LISTEN, ListenPage),
        (VisitorAction.PRINT, PrintPage),
    ],
)
def test_each_action_opens_its_page(
    taking: TakeAway, sheet: Sheet, action: VisitorAction, page: type[QObject]
) -> None:
    taking.open(action, Subject("signs", "en"))
    assert isinstance(sheet.page, page)


def test_a_number_can_be_learned_without_an_answer(taking: TakeAway, sheet: Sheet) -> None:
    taking.open(VisitorAction.LEARN, Subject("", "en"))
    assert isinstance(sheet.page, LearnPage)


@pytest.mark.parametrize("wish", ["cardRequested", "answerRequested"])
def test_paper_goes_to_the_named_printer_under_the_discreet_name(
    taking: TakeAway, sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, wish: str
) -> None:
    jobs: list[tuple[bytes, str, str]] = []
    monkeypatch.setattr(  # there is no printer here
        taking.printers, "send", lambda pdf, *, title, printer: jobs.append((pdf, title, printer))
    )
    taking.open(VisitorAction.PRINT, Subject("signs", "en"))
    getattr(sheet.page, wish).emit()
    qtbot.waitUntil(lambda: bool(jobs))
    assert jobs[0][0].startswith(b"%PDF")
    assert jobs[0][1:] == ("Help desk", "Lobby")


def test_nothing_is_kept_of_what_was_printed(
    taking: TakeAway, sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking.printers, "send", lambda *_args, **_options: None)
    taking.open(VisitorAction.PRINT, Subject("signs", "en"))
    sheet.page.answerRequested.emit()
    assert taking.findChildren(BackgroundTask)
    qtbot.waitUntil(lambda: not taking.findChildren(BackgroundTask))
    assert not taking._making


def test_what_is_on_its_way_to_the_printer_is_taken_back(
    taking: TakeAway, sheet: Sheet, qtbot: QtBot
) -> None:
    taking.open(VisitorAction.PRINT, Subject("signs", "en"))
    with qtbot.assertNotEmitted(taking.printers.failed, wait=1500):
        sheet.page.answerRequested.emit()
        taking.forget()


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_is_made_after_the_end_of_a_visit_is_not_printed(
    taking: TakeAway, sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    sent: list[bytes] = []
    monkeypatch.setattr(taking.printers, "send", lambda pdf, **_: sent.append(pdf))
    for _ in range(jobs):
        taking.open(VisitorAction.PRINT, Subject("signs", "en"))
        sheet.page.answerRequested.emit()
    taking.forget()
    qtbot.waitUntil(lambda: not taking.findChildren(BackgroundTask))
    assert not sent


def test_an_answer_is_printed_in_the_language_of_now(
    taking: TakeAway, sheet: Sheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def answer(subject: Subject) -> bytes:
        asked.append(subject.lang)
        return b"%PDF"

    monkeypatch.setattr(taking, "_answer", answer)
    monkeypatch.setattr(taking.printers, "send", lambda *_args, **_options: None)
    taking.open(VisitorAction.PRINT, Subject("signs", "en"))
    taking.set_language("es")
    sheet.page.answerRequested.emit()
    qtbot.waitUntil(lambda: not taking.findChildren(BackgroundTask))
    assert asked == ["es"]


# Reading aloud ----------------------------------------------------------------------------


@pytest.fixture
def voice(pack: Pack) -> Iterator[ReadAloud]:
    owner = QObject()
    silent = Voice(SpeechEngine.ESPEAK, sys.executable)  # speaks no language, so it ends at once
    voice = ReadAloud(pack, owner, [silent])
    yield voice
    voice.close()


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
    assert not voice.is_speaking


def test_a_press_reaches_the_voice_in_three_calls(
    listening: ListenPage, voice: ReadAloud, qtbot: QtBot
) -> None:
    calls: list[str] = []
    voice.started.connect(lambda: calls.extend(our_calls()))
    qtbot.mouseClick(listening.start, LEFT)
    assert calls == ["_toggle", "toggle", "start"]


def test_what_is_read_is_in_the_language_of_now(
    listening: ListenPage, voice: ReadAloud, qtbot: QtBot
) -> None:
    listening.set_language("es")
    qtbot.mouseClick(listening.start, LEFT)
    assert any("papeles" in sentence for sentence in voice._sentences)


@pytest.mark.parametrize("details", [True, False])
def test_folded_details_are_not_read(voice: ReadAloud, qtbot: QtBot, *, details: bool) -> None:
    page = ListenPage(voice, Subject("signs", "en", details=details))
    qtbot.addWidget(page)
    page.show()
    qtbot.mouseClick(page.start, LEFT)
    assert any("closely" in sentence for sentence in voice._sentences) is details


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
    assert words in printing._status.text()
    assert printing.card.isEnabled()
