from __future__ import annotations

import re
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QDate, QDateTime, QLocale, Qt, QTime
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCalendarWidget,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableView,
    QToolButton,
    QWidget,
)

from desktop.base.resources import flagship_pack
from desktop.desk.leaving.cover import CalendarCover
from desktop.pack import reader
from desktop.ui.leaving.wipers import wipe_widgets
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import THEMES, Look
from tests.text_fields import unregistered_text_fields

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations

W = TypeVar("W", bound=QWidget)
NOON = QDateTime(QDate(2026, 9, 16), QTime(14, 27, 59, 990))


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> QDateTime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def cover(
    qtbot: QtBot, qapp: QApplication, speaker: Translations, look: Look, clock: Clock
) -> CalendarCover:
    speaker.install("en")
    cover = CalendarCover(now=clock)
    qtbot.addWidget(cover)
    apply_look(cover, look)
    cover.resize(1024, 600)
    show(cover, qtbot)
    return cover


def show(cover: CalendarCover, qtbot: QtBot) -> None:
    with qtbot.waitActive(cover):
        cover.show()
        cover.activateWindow()
    cover.take_focus()


def part(cover: CalendarCover, kind: type[W], name: str = "") -> W:
    found = cover.findChild(kind, name) if name else cover.findChild(kind)
    assert isinstance(found, kind)
    return found


def words(cover: CalendarCover) -> list[str]:
    """Everything on the page that is not a day."""
    texts = [label.text() for label in cover.findChildren(QLabel)]
    buttons = cover.findChildren(QAbstractButton)
    texts += [text for b in buttons for text in (b.text(), b.toolTip(), b.accessibleName())]
    texts += [w.accessibleName() for w in cover.findChildren(QWidget)]
    return [cover.title(), *filter(None, texts)]


@pytest.mark.parametrize(
    ("lang", "time", "date", "month"),
    [
        ("en", "2:27", "Wednesday, September 16, 2026", "September 2026"),
        ("es", "2:27", "Miércoles, 16 de septiembre de 2026", "Septiembre 2026"),
    ],
)
def test_time_date_and_month_in_the_language_of_the_program(
    cover: CalendarCover,
    speaker: Translations,
    qtbot: QtBot,
    lang: str,
    time: str,
    date: str,
    month: str,
) -> None:
    speaker.install(lang)
    qtbot.waitUntil(lambda: part(cover, QLabel, "coverDate").text() == date)
    assert part(cover, QLabel, "coverTime").text().startswith(time)
    assert part(cover, QLabel, "coverMonth").text() == month
    assert part(cover, QCalendarWidget).locale().language() == QLocale(lang).language()


def test_the_clock_goes_on(cover: CalendarCover, clock: Clock, qtbot: QtBot) -> None:
    clock.now = NOON.addSecs(1)  # ten milliseconds later the timer asks
    qtbot.waitUntil(lambda: part(cover, QLabel, "coverTime").text().startswith("2:28"))


def test_nobody_wakes_up_for_a_hidden_clock(cover: CalendarCover) -> None:
    assert cover._minute.isActive()
    cover.hide()
    assert not cover._minute.isActive()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_no_word_of_the_pack(cover: CalendarCover, speaker: Translations, lang: str) -> None:
    speaker.install(lang)
    pack = reader.read(flagship_pack())
    told = [pack.manifest.title, *(topic.title for topic in pack.topics)]
    told += [entry.question for entry in pack.entries]
    every = " ".join(pack.text(text, tag) for text in told for tag in pack.languages)
    long = {word for word in re.findall(r"\w+", every.casefold()) if len(word) > 3}
    assert not long & set(re.findall(r"\w+", " ".join(words(cover)).casefold()))


def test_arrow_keys_and_buttons_move(cover: CalendarCover, qtbot: QtBot) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    calendar = part(cover, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2026, 9, 17)
    back, onward = (part(cover, QToolButton, name) for name in ("coverBefore", "coverNext"))
    qtbot.mouseClick(onward, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(onward, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert part(cover, QLabel, "coverMonth").text() == "October 2026"


def test_it_comes_back_at_today(cover: CalendarCover, qtbot: QtBot) -> None:
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    cover.hide()
    show(cover, qtbot)
    assert part(cover, QCalendarWidget).selectedDate() == NOON.date()
    assert part(cover, QLabel, "coverMonth").text() == "September 2026"


def test_wiping_leaves_it_as_it_is(cover: CalendarCover) -> None:
    wipe_widgets(cover)
    calendar = part(cover, QCalendarWidget)
    assert calendar.selectedDate() == NOON.date()
    assert part(cover, QTableView).currentIndex().data() == NOON.date().day()


def test_nothing_can_be_written_on_it(cover: CalendarCover) -> None:
    assert unregistered_text_fields(cover) == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, None])
def test_open_leads_back(cover: CalendarCover, qtbot: QtBot, key: Qt.Key | None) -> None:
    button = part(cover, QPushButton)
    with qtbot.waitSignal(cover.openRequested):
        if key:
            qtbot.keyClick(button, key)
        else:
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_tab_goes_round(cover: CalendarCover) -> None:
    stops = [QApplication.focusWidget()]
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        stops.append(QApplication.focusWidget())
    assert stops[0] is stops[-1]
    names = {QAccessible.queryAccessibleInterface(s).text(QAccessible.Text.Name) for s in stops}
    assert names == {"Calendar", "Open", "Previous month", "Next month"}


def test_it_is_announced_as_a_calendar(
    cover: CalendarCover, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    cover.hide()
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    cover.show()
    assert heard == ["Calendar"]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [100, 200, 300])
def test_it_fits_its_width(cover: CalendarCover, qtbot: QtBot, theme: str, size: int) -> None:
    apply_look(cover, Look(theme, size))
    area = part(cover, QScrollArea)
    qtbot.waitUntil(lambda: area.widget().width() == area.viewport().width())
    assert area.widget().minimumSizeHint().width() <= area.viewport().width()


def test_the_day_that_the_keys_lead_to_is_in_sight(cover: CalendarCover, qtbot: QtBot) -> None:
    apply_look(cover, Look("light", 300))
    area, days = part(cover, QScrollArea), part(cover, QTableView)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    day = days.visualRect(days.currentIndex()).center()
    assert area.viewport().rect().contains(days.viewport().mapTo(area.viewport(), day))
