from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.announce import Toast, announce

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def read_out(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What a listening screen reader would read; it must be told as long as the event lives."""
    heard: list[str] = []

    def hear(event: QAccessibleAnnouncementEvent) -> None:
        heard.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return heard


@pytest.mark.parametrize(("listens", "heard"), [(True, ["3 answers"]), (False, [])])
def test_words_are_read_to_who_listens(
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    read_out: list[str],
    listens: bool,
    heard: list[str],
) -> None:
    monkeypatch.setattr(QAccessible, "isActive", lambda: listens)
    edit = QLineEdit()
    qtbot.addWidget(edit)
    announce(edit, "3 answers")
    announce(edit, "")
    assert read_out == heard


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)
    ground.show()
    return ground


@pytest.mark.parametrize("words", ["Copied", "A long line of words. " * 30])
def test_the_words_are_seen_whole_inside_the_ground(ground: QWidget, words: str) -> None:
    toast = Toast(ground)
    apply_look(toast, Look("light", 200))
    toast.show_message(words)
    assert toast.isVisible()
    assert toast.text() == words
    assert ground.rect().contains(toast.geometry())


def test_it_goes_by_itself(ground: QWidget, qtbot: QtBot) -> None:
    toast = Toast(ground, shown_ms=1)
    toast.show_message("Copied")
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_clicks_go_to_what_lies_below(ground: QWidget) -> None:
    toast = Toast(ground)
    toast.show_message("Copied")
    assert toast.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    assert toast.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_it_stays_in_place_when_the_window_grows(ground: QWidget, qtbot: QtBot) -> None:
    toast = Toast(ground)
    toast.show_message("Copied")
    before = toast.y()
    ground.resize(600, 600)
    qtbot.waitUntil(lambda: toast.y() > before)


def test_words_are_forgotten(ground: QWidget) -> None:
    toast = Toast(ground)
    toast.show_message("Copied: State hotline")
    toast.clear_words()
    assert (toast.text(), toast.isVisible()) == ("", False)
