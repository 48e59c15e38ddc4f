from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from desktop.kiosk.guard.disable_interactions import SELECTABLE, disable_interactions

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FLAG = Qt.TextInteractionFlag


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    page = QWidget()
    qtbot.addWidget(page)
    rows = QVBoxLayout(page)
    label = QLabel('<a href="entry:signs">signs</a>')
    label.setTextInteractionFlags(FLAG.TextBrowserInteraction)
    listed = QListWidget()
    listed.setDragEnabled(True)
    for widget in (label, QLineEdit(), listed, QTextBrowser(), QPlainTextEdit()):
        widget.setAcceptDrops(True)
        rows.addWidget(widget)
    for part in (page, *page.findChildren(QWidget)):
        disable_interactions(part)
    return page


def test_nothing_takes_drops_or_has_a_menu(page: QWidget) -> None:
    for widget in (page, *page.findChildren(QWidget)):
        assert not widget.acceptDrops()
        assert widget.contextMenuPolicy() == Qt.ContextMenuPolicy.NoContextMenu


@pytest.mark.parametrize("kind", [QLabel, QTextBrowser])
def test_words_cannot_be_marked_but_links_work(
    page: QWidget, kind: type[QLabel | QTextEdit]
) -> None:
    flags = page.findChild(kind).textInteractionFlags()
    assert not flags & SELECTABLE
    assert flags & FLAG.LinksAccessibleByMouse
    assert flags & FLAG.LinksAccessibleByKeyboard


def test_fields_still_take_text(page: QWidget) -> None:
    assert page.findChild(QPlainTextEdit).textInteractionFlags() & FLAG.TextEditable


def test_lists_stay_where_they_are(page: QWidget) -> None:
    view = page.findChild(QListWidget)
    assert not view.dragEnabled()
    assert not view.hasAutoScroll()
    assert view.verticalScrollMode() == QAbstractItemView.ScrollMode.ScrollPerPixel
