from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.desk.instance.tray import Tray, missing_tray

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    return widget


@pytest.fixture
def acts(owner: QWidget) -> list[QAction]:
    return [QAction(words, owner) for words in ("Open", "Leave quickly", "Quit")]


@pytest.fixture
def tray(owner: QWidget, acts: list[QAction]) -> Tray:
    show, leave, end = acts
    picture = QPixmap(16, 16)
    picture.fill(Qt.GlobalColor.black)
    return Tray(picture, show=show, leave=leave, end=end, parent=owner)


def test_its_menu_has_the_actions_it_was_given(tray: Tray, acts: list[QAction]) -> None:
    assert [act for act in tray.menu.actions() if not act.isSeparator()] == acts


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")  # offscreen
@pytest.mark.parametrize("number", [0, 1, 2])
def test_each_entry_of_the_menu_can_be_chosen(
    number: int, tray: Tray, acts: list[QAction], qtbot: QtBot
) -> None:
    tray.menu.popup(tray.menu.pos())
    qtbot.waitExposed(tray.menu)
    place = tray.menu.actionGeometry(acts[number]).center()
    with qtbot.waitSignal(acts[number].triggered):
        qtbot.mouseClick(tray.menu, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("how", list(QSystemTrayIcon.ActivationReason))
def test_only_a_plain_click_opens(
    how: QSystemTrayIcon.ActivationReason, tray: Tray, acts: list[QAction]
) -> None:
    """The desktop draws the icon, so a test has no hand on it."""
    opened: list[str] = []
    acts[0].triggered.connect(lambda: opened.append("open"))
    tray.icon.activated.emit(how)
    assert bool(opened) == (how == QSystemTrayIcon.ActivationReason.Trigger)


def test_it_shows_only_where_there_is_a_place(tray: Tray) -> None:
    there = QSystemTrayIcon.isSystemTrayAvailable()
    assert tray.set_wanted(wanted=True) == there == tray.icon.isVisible()
    assert bool(missing_tray()) != there
    assert not tray.set_wanted(wanted=False)
    assert not tray.icon.isVisible()


def test_its_name_is_the_one_given(tray: Tray) -> None:
    tray.set_name("Library")
    assert tray.icon.toolTip() == "Library"


def test_it_keeps_no_window_open(tray: Tray, qapp: QApplication) -> None:
    assert tray.menu not in [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
