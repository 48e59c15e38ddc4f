from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from desktop.desk.actions import Act
from desktop.desk.usable_acts import COVERED, Situation, usable

if TYPE_CHECKING:
    from desktop.desk.window import Window

READING = Situation(covered=False, shown=True, reading=True, several=True, back=True, forward=True)


def test_while_an_entry_is_read_everything_can_be_used() -> None:
    assert usable(READING) == frozenset(Act)


@pytest.mark.parametrize(
    ("lacks", "acts"),
    [
        ("back", {Act.BACK}),
        ("forward", {Act.FORWARD}),
        ("reading", {Act.FIND, Act.BOOKMARK}),
        ("several", {Act.LANGUAGE, Act.BOTH_LANGUAGES}),
        (
            "shown",
            {Act.COPY, Act.READ_ALOUD, Act.QR_CODE, Act.TURN_AROUND, Act.BOTH_LANGUAGES},
        ),
    ],
)
def test_what_there_is_nothing_for_cannot_be_used(lacks: str, acts: set[Act]) -> None:
    assert frozenset(Act) - usable(replace(READING, **{lacks: False})) == acts


def test_under_the_cover_nothing_can_be_opened() -> None:
    assert usable(replace(READING, covered=True)) == COVERED


def test_the_actions_of_a_window_follow(window: Window) -> None:
    assert not window.acts[Act.COPY].isEnabled()
    window.open_entry("signs")
    assert window.acts[Act.COPY].isEnabled()
