from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.desk.actions import Action, ActionCollection
from desktop.desk.instance.background_mode import BackgroundMode, missing_tray

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot


@pytest.fixture
def acts(qtbot: QtBot) -> Iterator[ActionCollection]:
    owner = QWidget()
    qtbot.addWidget(owner)
    yield ActionCollection(owner)
    QApplication.setQuitOnLastWindowClosed(True)
    owner.close()


def ready(acts: ActionCollection, *, can_return: bool = True) -> BackgroundMode:
    acts.retranslate()
    picture = QPixmap(16, 16)
    picture.fill(Qt.GlobalColor.black)
    return BackgroundMode(acts, QIcon(picture), can_return=can_return, parent=acts)


def test_unless_wanted_the_program_ends_with_its_window(acts: ActionCollection) -> None:
    ready(acts)
    assert QApplication.quitOnLastWindowClosed()


def test_wanted_it_stays_until_that_is_taken_back(acts: ActionCollection) -> None:
    acts[Action.BACKGROUND].setChecked(True)
    stay = ready(acts)
    assert not QApplication.quitOnLastWindowClosed()
    stay.set_wanted(False)
    assert QApplication.quitOnLastWindowClosed()


def test_it_never_stays_where_nothing_could_bring_it_back(acts: ActionCollection) -> None:
    acts[Action.BACKGROUND].setChecked(True)
    ready(acts, can_return=False)
    assert QApplication.quitOnLastWindowClosed() is not QSystemTrayIcon.isSystemTrayAvailable()


def test_the_menu_of_the_icon_opens_the_window(acts: ActionCollection, qtbot: QtBot) -> None:
    stay = ready(acts)
    with qtbot.waitSignal(stay.openRequested):
        stay.menu.actions()[0].trigger()


@pytest.mark.qt_log_ignore("^This plugin does not support grabbing the keyboard")  # offscreen
@pytest.mark.parametrize("number", [0, 1, 2])
def test_each_entry_of_the_menu_can_be_chosen(
    number: int, acts: ActionCollection, qtbot: QtBot
) -> None:
    menu = ready(acts).menu
    entries = [act for act in menu.actions() if not act.isSeparator()]
    assert entries[1:] == [acts[Action.LEAVE], acts[Action.QUIT]]
    menu.popup(menu.pos())
    qtbot.waitExposed(menu)
    place = menu.actionGeometry(entries[number]).center()
    with qtbot.waitSignal(entries[number].triggered):
        qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=place)


@pytest.mark.parametrize("how", list(QSystemTrayIcon.ActivationReason))
def test_only_a_plain_click_opens(
    how: QSystemTrayIcon.ActivationReason, acts: ActionCollection
) -> None:
    """The desktop draws the icon, so a test has no hand on it."""
    stay = ready(acts)
    opened: list[str] = []
    stay.openRequested.connect(lambda: opened.append("open"))
    stay.icon.activated.emit(how)
    assert bool(opened) == (how == QSystemTrayIcon.ActivationReason.Trigger)


def test_the_icon_shows_only_where_there_is_a_place(acts: ActionCollection) -> None:
    there = QSystemTrayIcon.isSystemTrayAvailable()
    stay = ready(acts, can_return=False)
    stay.set_wanted(True)
    assert stay.is_reachable == there == stay.icon.isVisible()
    assert bool(missing_tray()) != there
    stay.set_wanted(False)
    assert not stay.icon.isVisible()


def test_the_icon_has_a_neutral_name_and_keeps_no_window_open(
    acts: ActionCollection, qapp: QApplication
) -> None:
    stay = ready(acts)
    assert stay.icon.toolTip() == "Luminaria"
    assert stay.menu not in [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
