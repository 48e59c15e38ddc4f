from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.actions import Action
from desktop.desk.reading.navigation import History

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.desk.reading.navigation import Navigation
    from desktop.desk.window import Window


@pytest.fixture
def reading(window: Window) -> Navigation:
    return window.reading


def test_an_opened_entry_is_shown_and_marked(reading: Navigation, window: Window) -> None:
    reading.open("signs")
    assert reading.shows_entry
    assert window.search.tree.currentIndex() == window.search.topics.index_of_entry("signs")
    assert not reading.can_go_back


def test_a_preview_is_no_step_and_back_leads_from_it(reading: Navigation, window: Window) -> None:
    reading.open("signs")
    reading.preview("pay")
    assert reading.is_previewing
    assert reading.can_go_back
    reading.go_back()
    assert window.answer.entry_id == "signs"
    assert not reading.can_go_back


def test_back_and_forward(reading: Navigation, window: Window) -> None:
    reading.open("signs")
    reading.open("pay")
    reading.go_back()
    assert (window.answer.entry_id, reading.can_go_forward) == ("signs", True)
    reading.go_forward()
    assert (window.answer.entry_id, reading.can_go_forward) == ("pay", False)


def test_opening_closes_a_page(reading: Navigation, window: Window) -> None:
    window.window_actions[Action.HELP].trigger()
    reading.open("signs")
    assert window.sheet.page is None


def test_leaving_an_entry_is_told_once(reading: Navigation, qtbot: QtBot) -> None:
    reading.open("signs")
    with qtbot.waitSignals([reading.left, reading.moved]):
        reading.open("pay")
    with qtbot.assertNotEmitted(reading.left):
        reading.preview("pay")


def test_a_hit_in_another_language_is_followed(reading: Navigation, window: Window) -> None:
    reading.open_hit("signs", "es")
    assert window.language.lang == "es"
    assert window.answer.area.hasFocus()


def test_a_preview_in_another_language_waits_for_the_choice(
    reading: Navigation, window: Window
) -> None:
    reading.preview_hit("signs", "es")
    assert not reading.shows_entry
    assert window.language.lang == "en"


@pytest.fixture
def three() -> History:
    return of("a", "b", "c")


def of(*ids: str) -> History:
    history = History()
    for entry_id in ids:
        history.open(entry_id)
    return history


def test_the_history_leads_back_and_forward(three: History) -> None:
    assert [three.step(-1), three.step(-1), three.step(1)] == ["b", "a", "b"]


def test_opening_drops_what_lies_ahead(three: History) -> None:
    three.step(-1)
    three.open("d")
    assert not three.can_go_forward
    assert three.step(-1) == "b"


def test_opening_the_current_entry_again_changes_nothing() -> None:
    assert not of("a", "a").can_go_back


def test_opening_the_current_entry_again_keeps_what_lies_ahead(three: History) -> None:
    three.step(-1)
    three.open("b")
    assert three.can_go_forward


@pytest.mark.parametrize("history", [History(), of("a")], ids=["empty", "one"])
def test_there_is_nowhere_to_go(history: History) -> None:
    assert not history.can_go_back
    assert not history.can_go_forward
    with pytest.raises(IndexError):
        history.step(-1)
    with pytest.raises(IndexError):
        history.step(1)


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
        there.append(history.step(-1))
    again = []
    while history.can_go_forward:
        again.append(history.step(1))
    kept = [new for old, new in zip(["", *ids], ids, strict=False) if old != new]
    assert again == kept[1:]
    assert there == kept[-2::-1]


def test_the_current_entry(three: History) -> None:
    assert History().current == ""
    assert three.current == "c"
    three.step(-1)
    assert three.current == "b"
    three.clear()
    assert three.current == ""
