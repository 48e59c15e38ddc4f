from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel

from desktop.pack.markup import Block, BlockKind, Run
from desktop.ui.answer_parts import Brief, ContactCard, ListItem, Meta, Text
from desktop.ui.text import paragraph, rich
from desktop.ui.theme import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack

HOW = {"text": "text message", "call-or-text": "call or text", "tty": "TTY"}


def shown(widget: QWidget) -> list[str]:
    """What the labels of a widget say, plain."""
    labels = [label for label in widget.findChildren(QLabel) if label.text()]
    return [
        QTextDocumentFragment.fromHtml(label.text()).toPlainText()
        if label.textFormat() == Qt.TextFormat.RichText
        else label.text()
        for label in labels
    ]


@pytest.mark.parametrize("text", ["<p >a", "<b>a</b>", '<a href="entry:x">a</a>', "a & b"])
def test_plain_text_is_never_markup(text: str, qtbot: QtBot) -> None:
    label = Text(text)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse


def test_rich_text_is_what_the_program_made(qtbot: QtBot) -> None:
    label = Text(paragraph("a"), "small")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.RichText
    assert label.objectName() == "small"


def test_links_are_reached_by_key(qtbot: QtBot) -> None:
    label = Text(rich([Run("see", link="entry:x")]))
    qtbot.addWidget(label)
    label.show()
    label.setFocus()
    with qtbot.waitSignal(label.linkActivated) as followed:
        qtbot.keyClick(label, Qt.Key.Key_Tab)
        qtbot.keyClick(label, Qt.Key.Key_Return)
    assert followed.args == ["entry:x"]


def test_words_can_be_selected_and_have_no_menu(qtbot: QtBot) -> None:
    label = Text("a")
    qtbot.addWidget(label)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert label.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_long_words_do_not_widen_the_page(qtbot: QtBot) -> None:
    label = Text("word " * 100)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() <= 40
    assert label.heightForWidth(200) > 4 * label.heightForWidth(2000)


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
