from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pack.markup import Run
from desktop.ui.look.text import paragraph, rich
from desktop.ui.widgets.wrapping import Heading, WrappingButton, WrappingLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    for part in (Heading("Rights"), WrappingLabel("You have some."), Heading("Duties", "heading3")):
        column.addWidget(part)
    return page


def tree(page: QWidget) -> list[tuple[QAccessible.Role, str]]:
    """What assistive technology is told, in order."""
    top = QAccessible.queryAccessibleInterface(page)
    children = [top.child(at) for at in range(top.childCount())]
    return [(child.role(), child.text(QAccessible.Text.Name)) for child in children]


def test_headings_are_headings_and_texts_are_not(page: QWidget) -> None:
    heading, text = QAccessible.Role.Heading, QAccessible.Role.StaticText
    assert tree(page) == [(heading, "Rights"), (text, "You have some."), (heading, "Duties")]


def test_the_name_follows_the_words(page: QWidget) -> None:
    assert tree(page)[0][1] == "Rights"
    page.findChild(Heading).setText("Derechos")
    assert tree(page)[0][1] == "Derechos"


def test_rich_words_have_a_plain_name(page: QWidget) -> None:
    page.layout().addWidget(Heading(rich((Run("At "), Run("work", bold=True)))))
    assert tree(page)[-1] == (QAccessible.Role.Heading, "At work")


def test_the_object_name_decides_on_the_size(page: QWidget) -> None:
    assert [one.objectName() for one in page.findChildren(Heading)] == ["heading2", "heading3"]


@pytest.fixture
def button(qtbot: QtBot) -> WrappingButton:
    button = WrappingButton("A long question with many words & <b>signs</b>, is it not?")
    qtbot.addWidget(button)
    button.show()
    return button


def test_less_width_makes_more_lines(button: WrappingButton) -> None:
    assert button.hasHeightForWidth()
    assert button.heightForWidth(150) > 1.8 * button.heightForWidth(600)


def test_a_long_word_does_not_widen_the_page(button: WrappingButton) -> None:
    assert button.minimumSizeHint().width() < 100 < button.sizeHint().width()


def test_the_words_are_its_name(button: WrappingButton) -> None:
    assert button.accessibleName() == "A long question with many words & <b>signs</b>, is it not?"
    assert button._label.textFormat() == Qt.TextFormat.PlainText


def test_a_click_on_the_words_is_a_click_on_the_button(
    button: WrappingButton, qtbot: QtBot
) -> None:
    on_words = button._label.geometry().center()
    assert button.childAt(on_words) is None
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton, pos=on_words)
