from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.reading.history import History


@pytest.fixture
def three() -> History:
    return of("a", "b", "c")


def of(*ids: str) -> History:
    history = History()
    for entry_id in ids:
        history.open(entry_id)
    return history


def test_back_and_forward(three: History) -> None:
    assert [three.back(), three.back(), three.forward()] == ["b", "a", "b"]


def test_opening_drops_what_lies_ahead(three: History) -> None:
    three.back()
    three.open("d")
    assert not three.can_go_forward
    assert three.back() == "b"


def test_opening_the_current_entry_again_changes_nothing() -> None:
    assert not of("a", "a").can_go_back


def test_opening_the_current_entry_again_keeps_what_lies_ahead(three: History) -> None:
    three.back()
    three.open("b")
    assert three.can_go_forward


@pytest.mark.parametrize("history", [History(), of("a")], ids=["empty", "one"])
def test_there_is_nowhere_to_go(history: History) -> None:
    assert not history.can_go_back
    assert not history.can_go_forward
    with pytest.raises(IndexError):
        history.back()
    with pytest.raises(IndexError):
        history.forward()


def test_clearing_forgets(three: History) -> None:
    three.clear()
    assert not three.can_go_back
    three.open("a")
    assert not three.can_go_back


@given(st.lists(st.sampled_from("abc")))
def test_all_the_way_back_and_forward_again(ids: list[str]) -> None:
    history = of(*ids)
    there = []
    while history.can_go_back:
        there.append(history.back())
    again = []
    while history.can_go_forward:
        again.append(history.forward())
    kept = [new for old, new in zip(["", *ids], ids, strict=False) if old != new]
    assert again == kept[1:]
    assert there == kept[-2::-1]


def test_the_current_entry(three: History) -> None:
    assert History().current == ""
    assert three.current == "c"
    three.back()
    assert three.current == "b"
    three.clear()
    assert three.current == ""
