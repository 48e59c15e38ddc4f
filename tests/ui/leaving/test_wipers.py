from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QModelIndex, QPointF, QStringListModel, Qt
from PySide6.QtGui import QEnterEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QCompleter,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QScrollArea,
    QSpinBox,
    QTextEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.ui.leaving import wipers
from tests.text_fields import unregistered_text_fields

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

FIELDS = [QLineEdit, QPlainTextEdit, QTextEdit]
Field = QLineEdit | QPlainTextEdit | QTextEdit
WORDS = "my boss took it"


@pytest.fixture
def root(qtbot: QtBot) -> QWidget:
    root = QWidget()
    qtbot.addWidget(root)
    root.setLayout(QVBoxLayout())
    return root


@pytest.fixture
def shown(root: QWidget, qtbot: QtBot) -> Callable[[QWidget], None]:
    """Puts a widget on the page and gives it the focus."""

    def show(widget: QWidget) -> None:
        root.layout().addWidget(widget)
        with qtbot.waitActive(root):
            root.show()
            root.activateWindow()
        widget.setFocus()
        qtbot.waitUntil(widget.hasFocus)

    return show


def text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


@pytest.mark.parametrize("kind", FIELDS)
@pytest.mark.parametrize("keys", ["", "Ctrl+Z", "Ctrl+Shift+Z"])
def test_no_text_and_nothing_to_undo(
    root: QWidget, shown: Callable[[QWidget], None], kind: type[Field], keys: str
) -> None:
    field = kind()
    shown(field)
    QTest.keyClicks(field, WORDS)
    if keys == "Ctrl+Shift+Z":  # something to do again
        QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    wipers.wipe_widgets(root)
    QTest.keySequence(field, QKeySequence(keys))
    assert text_of(field) == ""


@pytest.mark.parametrize("kind", FIELDS)
def test_an_empty_field_with_something_to_undo(
    root: QWidget, shown: Callable[[QWidget], None], kind: type[Field]
) -> None:
    field = kind()
    shown(field)
    QTest.keyClicks(field, WORDS)
    QTest.keySequence(field, QKeySequence("Ctrl+A"))
    QTest.keyClick(field, Qt.Key.Key_Delete)
    wipers.wipe_texts(root)
    QTest.keySequence(field, QKeySequence("Ctrl+Z"))
    assert text_of(field) == ""


def test_whoever_follows_the_text_is_told(root: QWidget, qtbot: QtBot) -> None:
    field = QLineEdit(WORDS, root)
    with qtbot.waitSignal(field.textChanged) as changed:
        wipers.wipe_texts(root)
    assert changed.args == [""]


@pytest.mark.parametrize("kind", FIELDS)
def test_texts_that_can_only_be_read_go_too(root: QWidget, kind: type[Field]) -> None:
    field = kind(WORDS, root)
    field.setReadOnly(True)
    wipers.wipe_texts(root)
    assert text_of(field) == ""


def test_a_field_may_be_the_root(qtbot: QtBot) -> None:
    field = QLineEdit(WORDS)
    qtbot.addWidget(field)
    wipers.wipe_texts(field)
    assert field.text() == ""


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing")  # offscreen only
def test_completers_know_nothing_more(
    root: QWidget, shown: Callable[[QWidget], None], qtbot: QtBot
) -> None:
    field = QLineEdit()
    completer = QCompleter(QStringListModel([WORDS], field), field)
    field.setCompleter(completer)
    shown(field)
    QTest.keyClicks(field, WORDS[:2])
    qtbot.waitUntil(completer.popup().isVisible)
    wipers.wipe_texts(root)
    assert not completer.popup().isVisible()
    assert (completer.completionPrefix(), completer.model().rowCount()) == ("", 0)


def test_marked_words_are_unmarked(root: QWidget) -> None:
    label = QLabel(WORDS, root)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSelection(3, 4)
    wipers.clear_selections(root)
    assert not label.hasSelectedText()


@pytest.fixture
def rows(root: QWidget, shown: Callable[[QWidget], None]) -> QListWidget:
    rows = QListWidget()
    rows.addItems([f"row {at}" for at in range(99)])
    shown(rows)
    return rows


def test_lists_are_at_their_start(root: QWidget, rows: QListWidget) -> None:
    QTest.keyClick(rows, Qt.Key.Key_End)
    assert rows.verticalScrollBar().value() > 0
    wipers.wipe_views(root)
    assert rows.currentIndex() == QModelIndex()
    assert not rows.selectedIndexes()
    assert rows.verticalScrollBar().value() == 0


def test_trees_are_closed(root: QWidget) -> None:
    tree = QTreeWidget(root)
    topic = QTreeWidgetItem(tree, ["topic"])
    QTreeWidgetItem(topic, ["entry"])
    tree.expandAll()
    wipers.wipe_views(root)
    assert not topic.isExpanded()


def test_pages_are_at_their_top(root: QWidget, shown: Callable[[QWidget], None]) -> None:
    area, page = QScrollArea(), QWidget()
    page.setFixedSize(4000, 4000)
    area.setWidget(page)
    shown(area)
    bars = area.verticalScrollBar(), area.horizontalScrollBar()
    for bar in bars:
        bar.setValue(99)
    wipers.wipe_widgets(root)
    assert [bar.value() for bar in bars] == [0, 0]


@pytest.mark.parametrize(("dropped", "kept"), [(True, "row 0"), (False, WORDS)])
def test_what_is_half_typed_in_a_list_is_not_kept(
    root: QWidget, rows: QListWidget, qtbot: QtBot, dropped: bool, kept: str
) -> None:
    item = rows.item(0)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    rows.editItem(item)
    editor = rows.viewport().findChild(QLineEdit)
    qtbot.waitUntil(editor.hasFocus)
    QTest.keyClicks(editor, WORDS)
    if dropped:
        wipers.drop_editors(root)
    root.hide()
    qtbot.waitUntil(lambda: rows.state() == QListWidget.State.NoState)
    assert item.text() == kept


class OwnField(QWidget):
    """Takes text as no widget of Qt does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_a_field_that_is_never_emptied_is_found(root: QWidget) -> None:
    own = OwnField(root)
    assert unregistered_text_fields(root) == [own]


@pytest.mark.parametrize("kind", [*FIELDS, QSpinBox, QDateEdit, QListWidget, QTreeWidget])
def test_fields_of_qt_are_no_find(root: QWidget, kind: Callable[[QWidget], QWidget]) -> None:
    kind(root)
    assert unregistered_text_fields(root) == []


def test_a_chooser_with_a_field_is_no_find(root: QWidget) -> None:
    QComboBox(root, editable=True)
    assert unregistered_text_fields(root) == []


def test_no_page_remembers_where_the_focus_was(
    root: QWidget, shown: Callable[[QWidget], None]
) -> None:
    page = QWidget()
    page.setLayout(QVBoxLayout())
    first, last = QLineEdit(), QLineEdit()
    for field in (first, last):
        page.layout().addWidget(field)
    root.layout().addWidget(page)
    shown(QLineEdit())
    last.setFocus()
    assert page.focusWidget() is last
    wipers.wipe_focus(root)
    assert page.focusWidget() is None
    assert root.focusWidget() is None


@pytest.mark.parametrize("inside", [False, True])
def test_only_below_the_root_nothing_looks_touched(root: QWidget, *, inside: bool) -> None:
    field = QLineEdit()
    root.layout().addWidget(field)
    at = QPointF(1, 1)
    QApplication.sendEvent(field, QEnterEvent(at, at, at))
    assert field.underMouse()
    wipers.wipe_hover(root if inside else QWidget())
    assert field.underMouse() is not inside
