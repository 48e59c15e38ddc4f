from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.desk.reading.answer_actions import AnswerActions
    from desktop.desk.window import Window


@pytest.fixture
def acts(window: Window) -> AnswerActions:
    window.open_entry("signs")
    return window.for_answer


def test_the_entry_is_copied_in_the_language_that_is_on(acts: AnswerActions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(acts.copied) as copied:
        acts.copy()
    assert copied.args == [""]
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("What are the signs?")
    assert data.hasHtml()


def test_what_a_contact_says_is_copied_and_told(acts: AnswerActions, qtbot: QtBot) -> None:
    with qtbot.waitSignal(acts.copied) as copied:
        acts.copy_contact("1-888-373-7888")
    assert copied.args == ["1-888-373-7888"]
    assert QGuiApplication.clipboard().text() == "1-888-373-7888"


def test_a_bookmark_comes_and_goes(acts: AnswerActions, qtbot: QtBot) -> None:
    assert not acts.is_bookmarked
    with qtbot.waitSignal(acts.bookmarked) as first:
        acts.toggle_bookmark()
    assert acts.is_bookmarked
    with qtbot.waitSignal(acts.bookmarked) as second:
        acts.toggle_bookmark()
    assert not acts.is_bookmarked
    assert first.args != second.args


def test_it_is_told_whether_the_voice_reads(
    acts: AnswerActions, window: Window, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(acts.speaking) as speaking:
        window.voice.changed.emit()
    assert speaking.args == [False]
