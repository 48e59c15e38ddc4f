from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QToolButton

from desktop.content.answer import present_contacts
from desktop.pack.markup import Block, BlockKind, Run
from desktop.ui.answer.answer_parts import Brief, ContactCard, ListItem, Meta
from desktop.ui.look.theme import Look
from desktop.ui.widgets.wrapping import WrappingLabel
from tests.conftest import TODAY

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack


def shown(widget: QWidget) -> list[str]:
    """What the labels of a widget say, plain."""
    labels = [label for label in widget.findChildren(QLabel) if label.text()]
    return [
        QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        if label.textFormat() == Qt.TextFormat.RichText
        else label.text()
        for label in labels
    ]


@pytest.mark.parametrize(
    ("kind", "number"), [(BlockKind.BULLET, 0), (BlockKind.NUMBERED, 7), (BlockKind.NUMBERED, 100)]
)
def test_a_list_item_has_its_mark(kind: BlockKind, number: int, qtbot: QtBot) -> None:
    item = ListItem(Block(kind, (Run("first"),), 1, number), Look())
    qtbot.addWidget(item)
    assert shown(item) == ["first"]
    image = item.grab().toImage()
    ground = image.pixelColor(QPoint(0, 0))
    left = item.text.x()
    marks = [
        (x, y)
        for x in range(left)
        for y in range(image.height())
        if image.pixelColor(x, y) != ground
    ]
    assert marks


def test_the_brief_has_its_label(qtbot: QtBot) -> None:
    brief = Brief("In brief", "Yes <b>no</b>.", Look())
    qtbot.addWidget(brief)
    assert shown(brief) == ["IN BRIEF", "Yes <b>no</b>."]


def test_meta_has_words_and_a_picture(qtbot: QtBot) -> None:
    meta = Meta("clock", "1 min to read", Look())
    qtbot.addWidget(meta)
    assert shown(meta) == ["1 min to read"]
    assert any(not label.pixmap().isNull() for label in meta.findChildren(QLabel))


def made(
    pack: Pack, contact_id: str, lang: str, checked: str = "", *, calling: str = ""
) -> ContactCard:
    (contact,) = present_contacts(pack, [contact_id], lang, TODAY)
    return ContactCard(contact, checked, Look(), calling=calling)


HOTLINE = (
    "Línea estatal: 505-555-0100 (llamada o mensaje, 505-GET-HELP),"
    " 233733 (mensaje de texto), 711 (TTY y servicio de retransmisión)"
)


def test_a_contact_card_tells_all_it_knows(pack: Pack, qtbot: QtBot) -> None:
    card = made(pack, "hotline", "en", "Checked May 2024")
    qtbot.addWidget(card)
    assert shown(card) == [
        "State hotline, Santa Fe",
        "505-555-0100",
        "call or text · 505-GET-HELP",
        "233733",
        "text message",
        "711",
        "TTY and relay",
        "Day and night",
        "hotline.example",
        "Checked May 2024",
    ]


def test_a_number_says_whose_it_is(pack: Pack, qtbot: QtBot) -> None:
    card = made(pack, "emergency", "es")
    qtbot.addWidget(card)
    assert shown(card) == ["Policía <b>y</b> ambulancia", "911"]
    numbers = [t.accessibleName() for t in card.findChildren(WrappingLabel, "contactNumber")]
    assert numbers == ["Policía <b>y</b> ambulancia: 911"]


@pytest.fixture
def card(pack: Pack, qtbot: QtBot) -> ContactCard:
    card = made(pack, "hotline", "es")
    qtbot.addWidget(card)
    card.show()
    return card


def test_the_button_copies_name_and_numbers(card: ContactCard, qtbot: QtBot) -> None:
    button = card.findChild(QToolButton, "copyContact")
    assert button.accessibleName() == "Copy this contact: Línea estatal"
    with qtbot.waitSignal(card.copyRequested) as copied:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert copied.args == [HOTLINE]


def test_a_card_is_one_stop_of_the_tab_key_with_a_name(card: ContactCard) -> None:
    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert card.accessibleName() == HOTLINE


def test_a_number_to_call_may_say_so(pack: Pack, qtbot: QtBot) -> None:
    card = made(pack, "emergency", "en", calling="call")
    qtbot.addWidget(card)
    assert shown(card)[1:] == ["911", "call"]
