from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.kiosk.looks import kiosk_look
from desktop.kiosk.screens.topic_page import TopicPage
from desktop.ui.look.changes import apply_look
from desktop.ui.widgets.wrapping import MOST, WrappingButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(pack: Pack, qtbot: QtBot) -> TopicPage:
    page = TopicPage(pack, "en")
    qtbot.addWidget(page)
    apply_look(page, kiosk_look("light", 100, 127))
    page.resize(900, 600)
    page.show()
    page.show_topic("knowing")
    return page


def buttons(page: TopicPage) -> list[WrappingButton]:
    return [part for part in page.parts if isinstance(part, WrappingButton)]


def test_subtopics_come_before_questions(page: TopicPage) -> None:
    assert [b.accessibleName() for b in buttons(page)] == ["Law & courts", "Who owes me wages?"]


def test_a_question_is_chosen(page: TopicPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.entryChosen) as chosen:
        qtbot.mouseClick(buttons(page)[1], LEFT)
    assert chosen.args == ["pay"]


def test_a_subtopic_is_chosen(page: TopicPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.topicChosen) as chosen:
        qtbot.mouseClick(buttons(page)[0], LEFT)
    assert chosen.args == ["law"]


def test_it_follows_the_language(page: TopicPage) -> None:
    page.set_language("es")
    assert buttons(page)[1].accessibleName() == "¿Quién me debe el salario?"


def test_forgotten_it_shows_nothing(page: TopicPage) -> None:
    page.forget()
    assert (page.topic_id, page.parts) == ("", ())


def test_an_unknown_topic_shows_nothing(page: TopicPage) -> None:
    page.show_topic("nowhere")
    assert not [label for label in page.findChildren(QLabel) if label.isVisible()]


def test_of_many_subtopics_the_first_are_shown(many_topics: Pack, qtbot: QtBot) -> None:
    page = TopicPage(many_topics, "en")
    qtbot.addWidget(page)
    page.show_topic("beside-0")
    assert len(buttons(page)) == MOST
    last = page.parts[-1]
    assert isinstance(last, QLabel)
    assert "Search for them" in last.text()
