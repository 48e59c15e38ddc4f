from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.ui.leaving.leave_dots import LeaveDots
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import THEMES, Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations


@pytest.fixture
def page(qtbot: QtBot, speaker: Translations) -> QWidget:
    """A page with a button at its top right."""
    speaker.install("en")
    page = QWidget()
    qtbot.addWidget(page)
    page.resize(1000, 600)
    button = QPushButton("Leave", page)
    button.setGeometry(800, 10, 180, 50)
    page.show()
    return page


@pytest.fixture
def dots(page: QWidget) -> LeaveDots:
    button = page.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    return LeaveDots(page, below=button)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a listening screen reader would read."""
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        if isinstance(event.object(), LeaveDots):  # others may still have something to say
            heard.append(event.message())

    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


def test_hidden_until_the_first_press(dots: LeaveDots) -> None:
    assert dots.isHidden()


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, "Press Shift two more times to leave."),
        (2, "Press Shift one more time to leave."),
    ],
)
def test_progress_is_shown_and_said(
    dots: LeaveDots, heard: list[str], count: int, words: str
) -> None:
    dots.show_progress(count)
    assert dots.isVisible()
    assert dots.accessibleName() == words
    assert heard == [words]


def test_at_nothing_they_go_without_a_word(dots: LeaveDots, heard: list[str]) -> None:
    dots.show_progress(1)
    heard.clear()
    dots.show_progress(0)
    assert dots.isHidden()
    assert heard == []


def test_what_expired_is_said(dots: LeaveDots, heard: list[str]) -> None:
    dots.announce_expired()
    assert heard == ["Leave quickly was canceled."]


def middles(dots: LeaveDots) -> list[QColor]:
    """The colour in the middle of each dot."""
    picture = dots.grab().toImage()
    step = dots.width() // 6
    first = dots._look.chrome.px(19)
    places = [first + at * dots._look.chrome.px(24) for at in range(3)]
    assert places[-1] < picture.width() - step // 2
    return [picture.pixelColor(x, dots.height() // 2) for x in places]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("size", [100, 200, 300])
@pytest.mark.parametrize("count", [1, 2])
def test_a_press_fills_a_ring(dots: LeaveDots, theme: str, size: int, count: int) -> None:
    look = Look(theme, size)
    apply_look(dots, look)
    dots.show_progress(count)
    filled = [colour == QColor(look.tokens.on_leave) for colour in middles(dots)]
    assert filled == [at < count for at in range(3)]


@pytest.mark.parametrize("size", [100, 200, 300])
def test_they_stand_under_the_right_end_of_the_button(dots: LeaveDots, size: int) -> None:
    apply_look(dots, Look("light", size))
    dots.show_progress(1)
    assert QRect(0, 0, 1000, 600).contains(dots.geometry())
    assert dots.geometry().right() + 1 == 980
    assert dots.y() > 60


def test_they_follow_the_button(dots: LeaveDots, page: QWidget) -> None:
    dots.show_progress(1)
    page.findChild(QPushButton).move(500, 10)
    dots.show_progress(2)
    assert dots.geometry().right() + 1 == 680


def test_clicks_go_through(dots: LeaveDots, page: QWidget, qtbot: QtBot) -> None:
    button = page.findChild(QPushButton)
    button.setGeometry(0, 0, 1000, 600)
    dots.show_progress(1)
    dots.move(QPoint(100, 100))
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(page.childAt(110, 110), Qt.MouseButton.LeftButton)


def test_the_words_follow_the_language(
    dots: LeaveDots, speaker: Translations, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    dots.show_progress(2)
    monkeypatch.setattr(dots, "tr", lambda text: f"es: {text}")
    speaker.install("es")
    qtbot.waitUntil(lambda: dots.accessibleName() == "es: Press Shift one more time to leave.")
