from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QLabel

from desktop.pack.markup import Block, BlockKind, Run
from desktop.ui.answer.answer_parts import Brief, ListItem, Meta, WrappingLabel
from desktop.ui.look.text import paragraph, rich
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot


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
    label = WrappingLabel(text)
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not label.textInteractionFlags() & Qt.TextInteractionFlag.LinksAccessibleByMouse


def test_rich_text_is_what_the_program_made(qtbot: QtBot) -> None:
    label = WrappingLabel(paragraph("a"), "small")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.RichText
    assert label.objectName() == "small"


def test_links_are_reached_by_key(qtbot: QtBot) -> None:
    label = WrappingLabel(rich([Run("see", link="entry:x")]))
    qtbot.addWidget(label)
    label.show()
    label.setFocus()
    with qtbot.waitSignal(label.linkActivated) as followed:
        qtbot.keyClick(label, Qt.Key.Key_Tab)
        qtbot.keyClick(label, Qt.Key.Key_Return)
    assert followed.args == ["entry:x"]


def test_words_can_be_selected_and_have_no_menu(qtbot: QtBot) -> None:
    label = WrappingLabel("a")
    qtbot.addWidget(label)
    assert label.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse
    assert label.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


def test_long_words_do_not_widen_the_page(qtbot: QtBot) -> None:
    label = WrappingLabel("word " * 100)
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
