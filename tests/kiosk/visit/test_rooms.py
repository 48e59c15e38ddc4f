from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.visit.rooms import MOST, START, Place, Room, Trail

PLACES = st.builds(Place, st.sampled_from(Room), st.sampled_from(["", "a", "b"]))


def test_the_way_back_is_the_way_there() -> None:
    trail = Trail()
    topic, answer = Place(Room.TOPIC, "law"), Place(Room.ANSWER, "pay")
    trail.go(topic)
    trail.go(answer)
    assert [trail.back(), trail.back(), trail.back()] == [topic, START, START]


def test_the_same_place_twice_is_one_step() -> None:
    trail = Trail()
    trail.go(Place(Room.ANSWER, "pay"))
    trail.go(Place(Room.ANSWER, "pay"))
    assert trail.back() == START


def test_the_start_page_begins_anew() -> None:
    trail = Trail()
    trail.go(Place(Room.TOPIC, "law"))
    trail.go(START)
    assert trail.back() == START


@given(st.lists(PLACES, max_size=300))
def test_one_is_where_one_went(places: list[Place]) -> None:
    trail = Trail()
    for place in places:
        trail.go(place)
        assert trail.here == place


@given(st.lists(PLACES, min_size=1, max_size=300))
def test_the_way_back_ends_at_the_start(places: list[Place]) -> None:
    trail = Trail()
    for place in places:
        trail.go(place)
    steps = 0
    while trail.here != START:
        trail.back()
        steps += 1
    assert steps <= MOST


def test_a_cleared_trail_has_no_way_back() -> None:
    trail = Trail()
    trail.go(Place(Room.ANSWER, "pay"))
    trail.clear()
    assert (trail.here, trail.back()) == (START, START)
