from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.ui.look.changes import (
    Adaptive,
    apply_look,
    apply_palette_and_font,
    style,
    with_object_name,
)
from desktop.ui.look.theme import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


LIGHT, DARK = Look("light"), Look("dark", 200)


class Told(Adaptive):
    """Tells in which theme it was drawn."""

    name: str
    told: list[tuple[str, str]]  # of all parts: whose turn it was, and the theme

    def _restyle(self) -> None:
        self.told.append((self.name, self._look.theme))


class Box(Told, QFrame):
    """A part that holds others."""

    def __init__(self, name: str, told: list[tuple[str, str]], *parts: QWidget) -> None:
        super().__init__()
        self.name, self.told, self.words = name, told, 0
        self.column = QVBoxLayout(self)
        for part in parts:
            self.column.addWidget(part)

    def _retranslate(self) -> None:
        self.words += 1


class Refilled(Box):
    """Makes what it holds anew for each look."""

    def _restyle(self) -> None:
        super()._restyle()
        self.column.addWidget(Box("new", self.told))


class Key(Told, QPushButton):
    """A part of another class of Qt."""


@pytest.fixture
def told() -> list[tuple[str, str]]:
    return []


@pytest.fixture
def plain(qtbot: QtBot) -> QWidget:
    """A window that is not adaptive itself."""
    window = QWidget()
    qtbot.addWidget(window)
    QVBoxLayout(window)
    return window


def test_children_are_restyled_before_what_measures_them(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    between = QWidget()
    QVBoxLayout(between).addWidget(Box("inner", told))
    plain.layout().addWidget(Box("outer", told, between))
    apply_look(plain, DARK)
    assert told == [("inner", "dark"), ("outer", "dark")]


def test_the_same_look_again_does_nothing(plain: QWidget, told: list[tuple[str, str]]) -> None:
    plain.layout().addWidget(Box("box", told))
    apply_look(plain, DARK)
    apply_look(plain, Look("dark", 200))
    assert told == [("box", "dark")]


def test_the_first_look_is_applied_even_if_it_is_the_usual_one(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    plain.layout().addWidget(Box("box", told))
    apply_look(plain, Look())
    assert told == [("box", "light")]


def test_a_part_that_comes_later_takes_the_look_around_it_with_all_it_holds(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    outer = Box("outer", told)
    plain.layout().addWidget(outer)
    apply_look(plain, DARK)
    told.clear()
    outer.column.addWidget(Box("late", told, Box("inner", told)))
    assert told == [("inner", "dark"), ("late", "dark")]


def test_without_a_look_around_it_a_part_waits_for_one(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    plain.layout().addWidget(Box("outer", told, Box("inner", told)))
    assert told == []


def test_what_is_made_anew_for_a_look_is_drawn_in_it_once(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    plain.layout().addWidget(Refilled("box", told))
    apply_look(plain, DARK)
    assert told == [("box", "dark"), ("new", "dark")]


def test_a_part_of_a_window_may_have_a_look_of_its_own(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    part = Box("part", told)
    plain.layout().addWidget(Box("outer", told, part))
    apply_look(plain, LIGHT)
    apply_look(part, DARK)
    told.clear()
    part.column.addWidget(Box("late", told))
    assert told == [("late", "dark")]


def test_a_part_that_moves_takes_the_look_of_its_new_place(
    plain: QWidget, told: list[tuple[str, str]]
) -> None:
    light, dark, key = Box("light", told), Box("dark", told), Key()
    key.name, key.told = "key", told
    for box in (light, dark):
        plain.layout().addWidget(box)
    apply_look(light, LIGHT)
    apply_look(dark, DARK)
    told.clear()
    light.column.addWidget(key)
    dark.column.addWidget(key)
    assert told == [("key", "light"), ("key", "dark")]


def test_another_language_is_told_once(plain: QWidget, told: list[tuple[str, str]]) -> None:
    inner = Box("inner", told)
    outer = Box("outer", told, inner)
    plain.layout().addWidget(outer)
    QCoreApplication.sendEvent(plain, QEvent(QEvent.Type.LanguageChange))
    assert (outer.words, inner.words) == (1, 1)


def test_the_widget_itself_comes_back_with_its_name(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert with_object_name(label, "title") is label
    assert label.objectName() == "title"


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    palette, font = qapp.palette(), qapp.font()
    yield qapp
    qapp.setPalette(palette)
    qapp.setFont(font)
    qapp.setStyleSheet("")


def test_palette_and_font_come_before_the_style_sheet(app: QApplication) -> None:
    look = Look("dark", 200)
    apply_palette_and_font(look)
    assert app.palette().color(QPalette.ColorRole.Window).name() == look.tokens.bg.lower()
    assert QFont(app.font()).pixelSize() == look.px(16)
    assert app.styleSheet() == ""


def test_further_sheets_come_last(app: QApplication) -> None:
    look = Look("contrast")
    style(look, "kiosk")
    assert app.styleSheet() == look.style_sheet("kiosk")
    assert app.styleSheet().startswith(look.style_sheet())
