from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAction, QGuiApplication, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QPlainTextEdit, QWidget

from tests.system.residue import residue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from pytestqt.qtbot import QtBot

HIDDEN_ROLE = 259  # of a class of its own
numbers = itertools.count()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture(autouse=True)
def _clipboard(qtbot: QtBot) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().setText("")


@pytest.fixture
def word() -> str:
    """Another one for each test: pytest itself remembers much."""
    return f"Zqresidue{next(numbers)}"


def typed(field: QLineEdit, word: str) -> None:
    field.insert(word)
    field.clear()


def taken_back(field: QPlainTextEdit, word: str) -> None:
    field.insertPlainText(word)
    field.undo()


def modelled(window: QWidget, word: str) -> None:
    model, item = QStandardItemModel(window), QStandardItem("shown")
    item.setData(word, HIDDEN_ROLE)
    model.appendRow(QStandardItem("parent"))
    model.item(0).appendRow(item)


WAYS: dict[str, Callable[[QWidget, str], object]] = {
    "undo": lambda window, word: typed(QLineEdit(window), word),
    "redo": lambda window, word: taken_back(QPlainTextEdit(window), word),
    "property text": lambda window, word: QLineEdit(word, window),
    "property toolTip": QWidget.setToolTip,
    "property accessibleName": QWidget.setAccessibleName,
    "property accessibleDescription": QWidget.setAccessibleDescription,
    "property windowTitle": QWidget.setWindowTitle,
    "property placeholderText": lambda window, word: QLineEdit(window).setPlaceholderText(word),
    "property last": lambda window, word: window.setProperty("last", ["", word]),
    "property iconText": lambda window, word: QAction(word, window),
    "property completionPrefix": lambda window, word: QCompleter(window).setCompletionPrefix(word),
    "model, role 259": modelled,
    "clipboard": lambda _window, word: QGuiApplication.clipboard().setText(word),
}


@pytest.mark.parametrize("place", WAYS)
def test_what_is_left_is_found(window: QWidget, place: str, word: str) -> None:
    needle = word.casefold()
    assert not in_qt(needle)
    WAYS[place](window, word)
    assert any(place in found for found in in_qt(needle))


class Memory(list[str]):
    """An object of our own."""


def test_an_object_of_python_that_remembers_is_found(word: str) -> None:
    needle, memory = word.casefold(), Memory([word])
    assert "Python Memory" in residue([needle])
    memory.clear()
    assert "Python Memory" not in residue([needle])


def in_qt(needle: str) -> list[str]:
    return [place for place in residue([needle]) if not place.startswith("Python")]
