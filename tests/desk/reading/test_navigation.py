from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.actions import Action

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
    window.acts[Action.HELP].trigger()
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
