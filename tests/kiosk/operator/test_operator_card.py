from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop.kiosk.operator.operator_card import OperatorCard
from desktop.ui.look.changes import apply_look
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(qtbot: QtBot) -> OperatorCard:
    card = OperatorCard("Status")
    qtbot.addWidget(card)
    card.fact("Edition:", "<b>3</b>")
    card.say("one\ntwo")
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
