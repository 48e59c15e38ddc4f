from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment

from desktop.pack.model import Phone
from desktop.ui.look.changes import apply_look
from desktop.ui.results.help_card import HelpCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations


@pytest.fixture
def card(pack: Pack, look: Look, qtbot: QtBot) -> HelpCard:
    card = HelpCard(pack, "en")
    qtbot.addWidget(card)
    apply_look(card, look)
    return card


def shown(card: HelpCard) -> list[str]:
    text = QTextDocumentFragment.fromHtml(card._text.text()).toPlainText()
    return [line.strip() for line in text.splitlines()]


def test_contacts_keep_their_order(card: HelpCard) -> None:
    card.show_contacts(("hotline", "emergency"))
    assert card.isVisible()
    assert shown(card) == ["Hotline: 505-555-0100 call or text", "In <b>danger</b>: 911"]


def test_no_contacts_hide_the_card(card: HelpCard) -> None:
    card.show_contacts(("emergency",))
    card.show_contacts(())
    assert not card.isVisible()


def test_unknown_contacts_are_left_out(card: HelpCard) -> None:
    card.show_contacts(("nobody", "emergency"))
    assert shown(card) == ["In <b>danger</b>: 911"]


def test_the_card_follows_the_language(card: HelpCard, speaker: Translations, qtbot: QtBot) -> None:
    card.show_contacts(("hotline",))
    card.set_language("es")
    speaker.install("es")
    qtbot.waitUntil(lambda: shown(card)[0].endswith("llamada o mensaje"))
    assert shown(card)[0].startswith("Línea:")
    assert card._title.text() == "Puede hablar con alguien ahora"


def test_a_contact_without_numbers_is_no_help(card: HelpCard, pack: Pack, qtbot: QtBot) -> None:
    silent = tuple(msgspec.structs.replace(contact, phones=()) for contact in pack.contacts)
    other = HelpCard(msgspec.structs.replace(pack, contacts=silent), "en")
    qtbot.addWidget(other)
    other.show_contacts(("hotline",))
    assert other._text.text() == ""


def test_the_help_bar_stands_in_for_contacts_without_numbers(card: HelpCard) -> None:
    card.show_contacts(("nobody",))
    assert card.isVisible()
    assert [line.partition(":")[0] for line in shown(card)] == ["In <b>danger</b>", "Hotline"]


def test_a_number_to_text_says_so(pack: Pack, qtbot: QtBot) -> None:
    phones = (
        Phone(number="711", kind="tty"),
        Phone(number="233733", kind="text", note={"en": "Send <HELP>"}),
    )
    contacts = tuple(msgspec.structs.replace(contact, phones=phones) for contact in pack.contacts)
    card = HelpCard(msgspec.structs.replace(pack, contacts=contacts), "en")
    qtbot.addWidget(card)
    card.show_contacts(("hotline",))
    assert shown(card) == ["Hotline: text 233733 Send <HELP>"]


def test_a_tap_tells_whom_the_card_is_about(card: HelpCard, qtbot: QtBot) -> None:
    card.show_contacts(("hotline",))
    with qtbot.waitSignal(card.tapped) as tapped:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert tapped.args == [("hotline",)]


def test_where_there_is_no_room_the_title_has_the_numbers(card: HelpCard) -> None:
    card.show_contacts(("emergency", "hotline"))
    card.set_room(0)
    assert card._title.text() == "You can talk to someone now: 911 · 505-555-0100"
