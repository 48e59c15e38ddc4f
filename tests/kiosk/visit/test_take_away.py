from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QStackedWidget

from desktop.kiosk.screens.reading import VisitorAction
from desktop.kiosk.screens.takeaway_pages import ListenPage, PrintPage
from desktop.kiosk.setup.config import Config
from desktop.kiosk.visit.take_away import TakeAway, offered
from desktop.ui.running.background import Background
from desktop.ui.speech.player import SpeechPlayer
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.takeaway.learn_page import LearnPage
from desktop.ui.takeaway.qr_page import QrPage
from desktop.ui.takeaway.sheet_pages import Subject
from desktop.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look


@pytest.fixture
def sheet(look: Look) -> Sheet:
    return Sheet(look)


@pytest.fixture
def taking(pack: Pack, sheet: Sheet, qtbot: QtBot) -> TakeAway:
    stage = QStackedWidget()
    qtbot.addWidget(stage)
    stage.addWidget(sheet)
    stage.show()
    voice = ReadAloud(pack, sheet, SpeechPlayer(voices=(), parent=sheet))
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
    assert set(VisitorAction) - offered(config, has_voice=has_voice) == lacking


@pytest.mark.parametrize(
    ("deed", "page"),
    [
        (VisitorAction.QR_CODE, QrPage),
        (VisitorAction.LEARN, LearnPage),
        (VisitorAction.LISTEN, ListenPage),
        (VisitorAction.PRINT, PrintPage),
    ],
)
def test_each_deed_opens_its_page(
    taking: TakeAway, sheet: Sheet, deed: VisitorAction, page: type[QObject]
) -> None:
    taking.open(deed, Subject("signs", "en"))
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
    assert taking.findChildren(Background)
    qtbot.waitUntil(lambda: not taking.findChildren(Background))
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
    qtbot.waitUntil(lambda: not taking.findChildren(Background))
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
    qtbot.waitUntil(lambda: not taking.findChildren(Background))
    assert asked == ["es"]
