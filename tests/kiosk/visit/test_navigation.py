from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.kiosk.visit.navigation import (
    HOME_LOCATION,
    MAX_HISTORY,
    NavigationHistory,
    VisitLocation,
    VisitScreen,
)
from tests.kiosk.conftest import texts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.kiosk.shell import Shell
    from desktop.kiosk.visit.navigation import Navigator

PAY = VisitLocation(VisitScreen.ANSWER, "pay")
SIGNS = VisitLocation(VisitScreen.ANSWER, "signs")
TOPIC = VisitLocation(VisitScreen.TOPIC, "knowing")
HELP = VisitLocation(VisitScreen.HELP)
PLACES = st.builds(VisitLocation, st.sampled_from(VisitScreen), st.sampled_from(["", "a", "b"]))


# The history ------------------------------------------------------------------------------


def test_the_way_back_is_the_way_there() -> None:
    trail = NavigationHistory()
    topic, answer = (
        VisitLocation(VisitScreen.TOPIC, "law"),
        VisitLocation(VisitScreen.ANSWER, "pay"),
    )
    trail.push(topic)
    trail.push(answer)
    assert [trail.pop(), trail.pop(), trail.pop()] == [topic, HOME_LOCATION, HOME_LOCATION]


def test_the_same_place_twice_is_one_step() -> None:
    trail = NavigationHistory()
    trail.push(VisitLocation(VisitScreen.ANSWER, "pay"))
    trail.push(VisitLocation(VisitScreen.ANSWER, "pay"))
    assert trail.pop() == HOME_LOCATION


def test_the_start_page_begins_anew() -> None:
    trail = NavigationHistory()
    trail.push(VisitLocation(VisitScreen.TOPIC, "law"))
    trail.push(HOME_LOCATION)
    assert trail.pop() == HOME_LOCATION


@given(st.lists(PLACES, max_size=300))
def test_one_is_where_one_went(places: list[VisitLocation]) -> None:
    trail = NavigationHistory()
    for place in places:
        trail.push(place)
        assert trail.current == place


@given(st.lists(PLACES, min_size=1, max_size=300))
def test_the_way_back_ends_at_the_start(places: list[VisitLocation]) -> None:
    trail = NavigationHistory()
    for place in places:
        trail.push(place)
    steps = 0
    while trail.current != HOME_LOCATION:
        trail.pop()
        steps += 1
    assert steps <= MAX_HISTORY


def test_a_cleared_trail_has_no_way_back() -> None:
    trail = NavigationHistory()
    trail.push(VisitLocation(VisitScreen.ANSWER, "pay"))
    trail.clear()
    assert (trail.current, trail.pop()) == (HOME_LOCATION, HOME_LOCATION)


# Navigation -------------------------------------------------------------------------------


@pytest.fixture
def way(shell: Shell) -> Navigator:
    shell.begin("en")
    return shell.way


def test_it_begins_on_the_start_page(way: Navigator) -> None:
    assert way.current == HOME_LOCATION
    assert way.is_at_start


@pytest.mark.parametrize(
    ("place", "name"),
    [(HOME_LOCATION, "home"), (HELP, "help_now"), (TOPIC, "topic"), (PAY, "answer")],
    ids=lambda what: what if isinstance(what, str) else "",
)
def test_each_room_shows_its_content_and_nothing_else(
    shell: Shell, way: Navigator, place: VisitLocation, name: str
) -> None:
    way.go(place)
    contents = {n: getattr(shell, n) for n in ("home", "help_now", "topic", "answer")}
    assert {n for n, widget in contents.items() if widget.isVisible()} == {name}


def test_an_entry_is_told_when_it_is_opened_not_when_it_is_seen_again(way: Navigator) -> None:
    opened: list[str] = []
    way.entryOpened.connect(opened.append)
    way.go(PAY)
    way.run_action(VisitorAction.LEARN, "en")
    way.go_back()
    way.go(SIGNS)
    assert opened == ["pay", "signs"]


@pytest.mark.parametrize("place", [HOME_LOCATION, HELP, TOPIC, SIGNS])
def test_another_place_closes_the_answer(
    way: Navigator, qtbot: QtBot, place: VisitLocation
) -> None:
    way.go(PAY)
    with qtbot.waitSignal(way.answerClosed):
        way.go(place)


def test_a_page_on_top_does_not_close_it(way: Navigator, qtbot: QtBot) -> None:
    way.go(PAY)
    with qtbot.assertNotEmitted(way.answerClosed):
        way.run_action(VisitorAction.LEARN, "en")
        way.go_back()


def test_a_page_on_top_goes_with_the_place(shell: Shell, way: Navigator) -> None:
    way.go(PAY)
    way.run_action(VisitorAction.LEARN, "en")
    assert shell.sheet.isVisible()
    way.go(TOPIC)
    assert shell.sheet.page is None
    assert shell.topic.isVisible()


@pytest.mark.parametrize("place", [HOME_LOCATION, HELP, TOPIC, SIGNS, PAY])
def test_the_way_to_another_place_does_not_lead_over_the_old_one(
    shell: Shell, way: Navigator, place: VisitLocation
) -> None:
    way.go(VisitLocation(VisitScreen.TOPIC, "past"))
    way.go(PAY)
    way.run_action(VisitorAction.LEARN, "en")
    shown: list[QWidget] = []
    shell.stage.currentChanged.connect(lambda at: shown.append(shell.stage.widget(at)))
    way.go(place)
    assert shown == [shell.stage.currentWidget()]
    assert shown[0].isAncestorOf(shell.answer) is (place.room is VisitScreen.ANSWER)
    assert shell.answer.entry_id == (place.what if place.room is VisitScreen.ANSWER else "pay")
    assert shell.sheet.page is None


def test_help_shows_first_whom_the_words_call_for(
    shell: Shell, way: Navigator, qtbot: QtBot
) -> None:
    way.go_to_help(("hotline",))
    assert texts(shell.help_now).index("505-555-0100") < texts(shell.help_now).index("911")
    way.go_to_help()
    qtbot.waitUntil(lambda: "911" in texts(shell.help_now))  # new cards show themselves later
    assert texts(shell.help_now).index("911") < texts(shell.help_now).index("505-555-0100")


def test_what_is_typed_is_not_the_start_any_more(shell: Shell, way: Navigator) -> None:
    shell.home.box.edit.setText("pay")
    assert not way.is_at_start
    way.go_back()
    assert way.is_at_start


def test_a_page_on_the_start_page_is_not_the_start(way: Navigator) -> None:
    way.run_action(VisitorAction.LEARN, "en")
    assert way.current == HOME_LOCATION
    assert not way.is_at_start


def test_a_forgotten_way_has_no_way_back(shell: Shell, way: Navigator) -> None:
    way.go(TOPIC)
    way.go(PAY)
    way.forget()
    way.show_here()
    assert shell.home.isVisible()
    way.go_back()
    assert shell.home.isVisible()
