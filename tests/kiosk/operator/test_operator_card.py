from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.kiosk.operator.operator_card import ConfirmButton, OperatorCard
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.widgets.page import PlainButton


@pytest.fixture
def card(qtbot: QtBot) -> OperatorCard:
    card = OperatorCard("Status")
    qtbot.addWidget(card)
    card.fact("Edition:", "<b>3</b>")
    card.set_text("one\ntwo")
    card.warn("To be fixed")
    apply_look(card, Look("light", 150))
    return card


def test_parts_stand_below_each_other(card: OperatorCard) -> None:
    card.resize(500, 400)
    card.show()
    texts = card.findChildren(WrappingLabel)
    assert isinstance(texts[0], Heading)
    assert [text.y() for text in texts] == sorted({text.y() for text in texts})


def test_values_are_text_and_nothing_more(card: OperatorCard) -> None:
    assert "&lt;b&gt;3&lt;/b&gt;" in card.findChildren(WrappingLabel)[1].text()


def test_nothing_can_be_selected(card: OperatorCard) -> None:
    flags = {text.textInteractionFlags() for text in card.findChildren(WrappingLabel)}
    assert flags == {Qt.TextInteractionFlag.NoTextInteraction}


def test_warnings_look_different(card: OperatorCard) -> None:
    warnings = card.findChildren(WrappingLabel, "operatorWarning")
    assert [warning.text() for warning in warnings] == ["To be fixed"]


@pytest.fixture
def ask(qtbot: QtBot) -> ConfirmButton:
    ask = ConfirmButton(action="Clear", question="For good?", yes="Clear them", no="Keep them")
    qtbot.addWidget(ask)
    apply_look(ask, Look("light", 150))
    with qtbot.waitActive(ask):
        ask.show()
        ask.activateWindow()
    return ask


def press(ask: ConfirmButton, button: PlainButton, qtbot: QtBot) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_acts_after_yes_only(ask: ConfirmButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(ask.confirmed):
        press(ask, ask.action, qtbot)
    assert not ask.action.isVisible()
    with qtbot.waitSignal(ask.confirmed):
        press(ask, ask.yes, qtbot)
    assert ask.action.isVisible()


def test_no_takes_it_back(ask: ConfirmButton, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(ask.confirmed):
        press(ask, ask.action, qtbot)
        press(ask, ask.no, qtbot)
    assert ask.action.isVisible()
    assert not ask.yes.isVisible()


def test_by_keyboard_the_first_answer_is_no(ask: ConfirmButton, qtbot: QtBot) -> None:
    ask.action.setFocus()
    qtbot.keyClick(ask.action, Qt.Key.Key_Space)
    assert ask.no.hasFocus()
    qtbot.keyClick(ask.no, Qt.Key.Key_Space)
    assert ask.action.hasFocus()


def test_its_buttons_are_as_large_as_a_finger_and_have_names(
    ask: ConfirmButton, qtbot: QtBot
) -> None:
    press(ask, ask.action, qtbot)
    qtbot.waitUntil(lambda: ask.no.height() >= 60)
    assert ask.yes.height() >= 60
    assert [b.accessibleName() for b in (ask.action, ask.yes, ask.no)] == [
        "Clear",
        "Clear them",
        "Keep them",
    ]
