from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.desk.actions import Action
from desktop.desk.usable_actions import COVERED, usable

if TYPE_CHECKING:
    from desktop.desk.window import Window

READING = {"covered": False} | dict.fromkeys(
    ("shown", "reading", "several", "back", "forward"), True
)


def test_while_an_entry_is_read_everything_can_be_used() -> None:
    assert usable(**READING) == frozenset(Action)


@pytest.mark.parametrize(
    ("lacks", "acts"),
    [
        ("back", {Action.BACK}),
        ("forward", {Action.FORWARD}),
        ("reading", {Action.FIND, Action.BOOKMARK}),
        ("several", {Action.LANGUAGE, Action.BOTH_LANGUAGES}),
        (
            "shown",
            {
                Action.COPY,
                Action.READ_ALOUD,
                Action.QR_CODE,
                Action.TURN_AROUND,
                Action.BOTH_LANGUAGES,
            },
        ),
    ],
)
def test_what_there_is_nothing_for_cannot_be_used(lacks: str, acts: set[Action]) -> None:
    assert frozenset(Action) - usable(**READING | {lacks: False}) == acts


def test_under_the_cover_nothing_can_be_opened() -> None:
    assert usable(**READING | {"covered": True}) == COVERED


def test_the_actions_of_a_window_follow(window: Window) -> None:
    assert not window.window_actions[Action.COPY].isEnabled()
    window.open_entry("signs")
    assert window.window_actions[Action.COPY].isEnabled()
