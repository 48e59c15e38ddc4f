from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.pack.markup import Run
from desktop.ui.answer.answer_parts import WrappingLabel
from desktop.ui.look.text import rich
from desktop.ui.widgets.heading import Heading

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


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
