from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from desktop.kiosk.appearance import kiosk_look
from desktop.kiosk.screens.column_page import WIDEST, ColumnPage, HelpNow, TopicPage
from desktop.ui.look.changes import apply_look
from desktop.ui.widgets.wrapping import MOST, WrappingButton

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def page(qtbot: QtBot) -> ColumnPage:
    page = ColumnPage()
    qtbot.addWidget(page)
    page.resize(2000, 300)
    page.show()
    return page


def test_parts_stand_below_each_other(page: ColumnPage, qtbot: QtBot) -> None:
    first, second = QLabel("one"), QLabel("two")
    page.add(first)
    page.add(second)
    apply_look(page, kiosk_look("light", 100, 110))
    assert page.parts == [first, second]
    qtbot.waitUntil(lambda: second.y() > 0)
    assert first.geometry().bottom() < second.geometry().top()


def test_the_column_is_no_wider_than_reads_well(page: ColumnPage) -> None:
    look = kiosk_look("light", 100, 110)
    part = QLabel("one")
    page.add(part)
    apply_look(page, look)
    page.area.widget().layout().activate()
    assert part.width() <= look.px(WIDEST)


def test_cleared_it_is_empty(page: ColumnPage, qtbot: QtBot) -> None:
    part = QLabel("one")
    page.add(part)
    with qtbot.waitSignal(part.destroyed):
        page.clear()
    assert page.parts == []


# Help now ---------------------------------------------------------------------------------


def words(page: HelpNow) -> str:
    return " ".join(
        label.text()
        for part in page.parts
        for label in (part, *part.findChildren(QLabel))
        if isinstance(label, QLabel)
    )


def test_it_shows_the_contacts_of_the_help_bar_in_order(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    shown = words(page)
    assert 0 < shown.index("911") < shown.index("505-555-0100")


def test_it_follows_language_and_look(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    page.set_language("es")
    apply_look(page, kiosk_look("dark", 200, 110))
    assert "Línea estatal" in words(page)


def test_nothing_can_be_copied(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    assert not page.findChildren(QToolButton, "copyContact")


def test_those_that_a_search_calls_for_come_first_and_once(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    page.show_contacts(("hotline", "nobody"))
    assert 0 < words(page).index("505-555-0100") < words(page).index("911")
    assert len(page.parts) == 3


def test_afterwards_those_of_the_help_bar_come_first_again(pack: Pack, qtbot: QtBot) -> None:
    page = HelpNow(pack, "en")
    qtbot.addWidget(page)
    page.show_contacts(("hotline",))
    page.show_contacts(())
    assert words(page).index("911") < words(page).index("505-555-0100")


# A topic ----------------------------------------------------------------------------------


@pytest.fixture
def topic(pack: Pack, qtbot: QtBot) -> TopicPage:
    topic = TopicPage(pack, "en")
    qtbot.addWidget(topic)
    apply_look(topic, kiosk_look("light", 100, 127))
    topic.resize(900, 600)
    topic.show()
    topic.show_topic("knowing")
    return topic


def buttons(topic: TopicPage) -> list[WrappingButton]:
    return [part for part in topic.parts if isinstance(part, WrappingButton)]


def test_subtopics_come_before_questions(topic: TopicPage) -> None:
    assert [b.accessibleName() for b in buttons(topic)] == ["Law & courts", "Who owes me wages?"]


def test_a_question_is_chosen(topic: TopicPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(topic.entryChosen) as chosen:
        qtbot.mouseClick(buttons(topic)[1], LEFT)
    assert chosen.args == ["pay"]


def test_a_subtopic_is_chosen(topic: TopicPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(topic.topicChosen) as chosen:
        qtbot.mouseClick(buttons(topic)[0], LEFT)
    assert chosen.args == ["law"]


def test_it_follows_the_language(topic: TopicPage) -> None:
    topic.set_language("es")
    assert buttons(topic)[1].accessibleName() == "¿Quién me debe el salario?"


def test_forgotten_it_shows_nothing(topic: TopicPage) -> None:
    topic.forget()
    assert (topic.topic_id, topic.parts) == ("", [])


def test_an_unknown_topic_shows_nothing(topic: TopicPage) -> None:
    topic.show_topic("nowhere")
    assert not [label for label in topic.findChildren(QLabel) if label.isVisible()]


def test_of_many_subtopics_the_first_are_shown(many_topics: Pack, qtbot: QtBot) -> None:
    topic = TopicPage(many_topics, "en")
    qtbot.addWidget(topic)
    topic.show_topic("beside-0")
    assert len(buttons(topic)) == MOST
    last = topic.parts[-1]
    assert isinstance(last, QLabel)
    assert "Search for them" in last.text()
