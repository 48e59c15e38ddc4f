from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from desktop.ui.answer.answer_parts import Text
from desktop.ui.answer.contact_card import ContactCard
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

HOW = {"text": "text message", "call-or-text": "call or text", "tty": "TTY"}


def shown(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(Text)]


def test_a_contact_card_tells_all_it_knows(pack: Pack, qtbot: QtBot) -> None:
    hotline = pack.contact_by_id["hotline"]
    card = ContactCard(pack, hotline, "en", HOW, "Checked May 2024", Look())
    qtbot.addWidget(card)
    assert shown(card) == [
        "State hotline, Santa Fe",
        "505-555-0100",
        "call or text · 505-GET-HELP",
        "233733",
        "text message",
        "711",
        "TTY",
        "Day and night",
        "hotline.example",
        "Checked May 2024",
    ]


def test_a_number_says_whose_it_is(pack: Pack, qtbot: QtBot) -> None:
    card = ContactCard(pack, pack.contact_by_id["emergency"], "es", HOW, "", Look())
    qtbot.addWidget(card)
    assert shown(card) == ["Policía <b>y</b> ambulancia", "911"]
    numbers = [t.accessibleName() for t in card.findChildren(Text, "contactNumber")]
    assert numbers == ["Policía <b>y</b> ambulancia: 911"]


@pytest.fixture
def card(pack: Pack, qtbot: QtBot) -> ContactCard:
    card = ContactCard(pack, pack.contact_by_id["hotline"], "es", HOW, "", Look())
    qtbot.addWidget(card)
    card.show()
    return card


def test_the_button_copies_name_and_numbers(card: ContactCard, qtbot: QtBot) -> None:
    button = card.findChild(QToolButton, "copyContact")
    assert button.accessibleName() == "Copy this contact: Línea estatal"
    with qtbot.waitSignal(card.copyRequested) as copied:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert copied.args == ["Línea estatal: 505-555-0100, 233733, 711"]


def test_a_card_is_one_stop_of_the_tab_key_with_a_name(card: ContactCard) -> None:
    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert card.accessibleName() == "Línea estatal: 505-555-0100, 233733, 711"
