from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.kiosk.appearance import kiosk_look
from desktop.kiosk.screens.screen_with_actions import ScreenWithActions, VisitorAction
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Words(QLabel):
    """Something to read."""


def reading(
    qtbot: QtBot, offered: frozenset[VisitorAction] = frozenset(VisitorAction)
) -> ScreenWithActions:
    reading = ScreenWithActions(Words("words"), offered)
    qtbot.addWidget(reading)
    apply_look(reading, kiosk_look("light", 100, 127))
    reading.show()
    return reading


@pytest.mark.parametrize("action", VisitorAction)
def test_a_button_tells_its_action(qtbot: QtBot, action: VisitorAction) -> None:
    shown = reading(qtbot)
    with qtbot.waitSignal(shown.action_bar.chosen) as chosen:
        qtbot.mouseClick(shown.action_bar.buttons[action], Qt.MouseButton.LeftButton)
    assert chosen.args == [action]


def test_only_what_is_offered_has_a_button(qtbot: QtBot) -> None:
    assert set(reading(qtbot, frozenset({VisitorAction.BACK})).action_bar.buttons) == {
        VisitorAction.BACK
    }


def test_on_a_wide_screen_the_buttons_stand_beside(qtbot: QtBot) -> None:
    shown = reading(qtbot)
    shown.resize(1400, 600)
    shown.layout().activate()
    assert shown.action_bar.geometry().right() < shown.findChild(Words).geometry().left()


def test_on_a_narrow_screen_they_stand_below(qtbot: QtBot) -> None:
    shown = reading(qtbot)
    shown.resize(600, 900)
    shown.layout().activate()
    assert shown.action_bar.geometry().top() > shown.findChild(Words).geometry().bottom()
