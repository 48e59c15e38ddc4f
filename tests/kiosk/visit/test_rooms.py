from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.visit.rooms import (
    HOME_LOCATION,
    MAX_HISTORY,
    NavigationHistory,
    VisitLocation,
    VisitScreen,
)

PLACES = st.builds(VisitLocation, st.sampled_from(VisitScreen), st.sampled_from(["", "a", "b"]))


def test_the_way_back_is_the_way_there() -> None:
    trail = NavigationHistory()
    topic, answer = (
        VisitLocation(VisitScreen.TOPIC, "law"),
        VisitLocation(VisitScreen.ANSWER, "pay"),
    )
    trail.go(topic)
    trail.go(answer)
    assert [trail.back(), trail.back(), trail.back()] == [topic, HOME_LOCATION, HOME_LOCATION]


def test_the_same_place_twice_is_one_step() -> None:
    trail = NavigationHistory()
    trail.go(VisitLocation(VisitScreen.ANSWER, "pay"))
    trail.go(VisitLocation(VisitScreen.ANSWER, "pay"))
    assert trail.back() == HOME_LOCATION


def test_the_start_page_begins_anew() -> None:
    trail = NavigationHistory()
    trail.go(VisitLocation(VisitScreen.TOPIC, "law"))
    trail.go(HOME_LOCATION)
    assert trail.back() == HOME_LOCATION


@given(st.lists(PLACES, max_size=300))
def test_one_is_where_one_went(places: list[VisitLocation]) -> None:
    trail = NavigationHistory()
    for place in places:
        trail.go(place)
        assert trail.here == place


@given(st.lists(PLACES, min_size=1, max_size=300))
def test_the_way_back_ends_at_the_start(places: list[VisitLocation]) -> None:
    trail = NavigationHistory()
    for place in places:
        trail.go(place)
    steps = 0
    while trail.here != HOME_LOCATION:
        trail.back()
        steps += 1
    assert steps <= MAX_HISTORY


def test_a_cleared_trail_has_no_way_back() -> None:
    trail = NavigationHistory()
    trail.go(VisitLocation(VisitScreen.ANSWER, "pay"))
    trail.clear()
    assert (trail.here, trail.back()) == (HOME_LOCATION, HOME_LOCATION)
