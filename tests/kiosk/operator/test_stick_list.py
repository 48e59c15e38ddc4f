from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.base.files import WriteError
from desktop.kiosk.operator.removable import Stick
from desktop.kiosk.operator.stick_list import StickList
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

KEYS = Stick(Path("/media/KEYS"), "KEYS")


@pytest.fixture
def plugged() -> list[Stick]:
    """The sticks; a test plugs and pulls them."""
    return [KEYS]


@pytest.fixture
def sticks(plugged: list[Stick], qtbot: QtBot) -> StickList:
    sticks = StickList(lambda: tuple(plugged))
    qtbot.addWidget(sticks)
    apply_look(sticks, Look("light", 150))
    sticks.resize(600, 500)
    with qtbot.waitExposed(sticks):
        sticks.show()
    return sticks


def search(sticks: StickList, qtbot: QtBot) -> None:
    qtbot.mouseClick(sticks.search, Qt.MouseButton.LeftButton)


def said(sticks: StickList) -> str:
    return sticks.findChild(QLabel, "operatorStatus").text()


def test_each_stick_is_a_button(sticks: StickList, plugged: list[Stick], qtbot: QtBot) -> None:
    plugged.append(Stick(Path("/media/b"), "b & c"))
    search(sticks, qtbot)
    assert [button.words for button in sticks.sticks] == ["Save on “KEYS”", "Save on “b & c”"]
    qtbot.waitUntil(lambda: all(button.height() >= 60 for button in sticks.sticks))


def test_the_chosen_stick_is_told_once(sticks: StickList, qtbot: QtBot) -> None:
    search(sticks, qtbot)
    told: list[str] = []
    button = sticks.sticks[0]
    sticks.chosen.connect(told.append)
    for _ in range(2):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert told == [str(KEYS.folder)]
    assert "Leave the stick in" in said(sticks)
    assert not sticks.search.isEnabled()


def test_without_a_stick_one_can_look_again(
    sticks: StickList, plugged: list[Stick], qtbot: QtBot
) -> None:
    plugged.clear()
    search(sticks, qtbot)
    assert "No USB stick" in said(sticks)
    assert sticks.search.words == "Look again"
    plugged.append(KEYS)
    search(sticks, qtbot)
    assert len(sticks.sticks) == 1


def test_it_says_when_it_is_saved(sticks: StickList, qtbot: QtBot) -> None:
    search(sticks, qtbot)
    qtbot.mouseClick(sticks.sticks[0], Qt.MouseButton.LeftButton)
    sticks.show_outcome("tallies-2026-03-09.csv", None)
    assert said(sticks) == "“tallies-2026-03-09.csv” is saved. You can take the stick out now."
    assert sticks.search.isEnabled()


@pytest.mark.parametrize(
    ("fault", "words"),
    [(WriteError.FULL, "full"), (WriteError.NOT_ALLOWED, "cannot"), (WriteError.OTHER, "cannot")],
)
def test_it_says_when_it_is_not(sticks: StickList, fault: WriteError, words: str) -> None:
    sticks.show_outcome("tallies.csv", fault)
    assert words in said(sticks)
    assert sticks.search.isEnabled()
