from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.desk.notice import Notice
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.language import Translations
    from desktop.ui.look.theme import Look


@pytest.fixture
def notice(look: Look, qtbot: QtBot) -> Notice:
    notice = Notice()
    qtbot.addWidget(notice)
    apply_look(notice, look)
    return notice


def test_there_is_nothing_to_see_at_first(notice: Notice) -> None:
    assert notice.isHidden()


def test_the_words_are_shown_as_they_are(notice: Notice) -> None:
    notice.show_text("a.json: <b>broken</b>")
    assert notice.isVisible()
    assert notice._text.text() == "a.json: <b>broken</b>"
    assert notice._text.textFormat() == Qt.TextFormat.PlainText


def test_the_button_dismisses_it(notice: Notice, qtbot: QtBot) -> None:
    notice.show_text("broken")
    qtbot.mouseClick(notice._done, Qt.MouseButton.LeftButton)
    assert notice.isHidden()


def test_the_button_follows_the_language(
    notice: Notice, speaker: Translations, qtbot: QtBot
) -> None:
    speaker.speak("es")
    qtbot.waitUntil(lambda: notice._done.text() == "Entendido")


def test_a_long_complaint_is_cut(notice: Notice) -> None:
    notice.show_text("\n".join(f"fault {n}" for n in range(50)))
    assert notice._text.text().splitlines() == ["fault 0", "fault 1", "fault 2", "…"]


def test_its_words_are_forgotten(qtbot: QtBot) -> None:
    notice = Notice()
    qtbot.addWidget(notice)
    notice.show_text("“letter.pdf” was not saved.")
    notice.clear_text()
    assert notice.isHidden()
    assert not [label for label in notice.findChildren(QLabel) if "letter" in label.text()]
