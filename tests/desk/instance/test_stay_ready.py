from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.desk.actions import Action, ActionCollection
from desktop.desk.instance.stay_ready import BackgroundMode

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


def ready(acts: ActionCollection, *, can_return: bool) -> BackgroundMode:
    icon = QIcon(QPixmap(16, 16))
    return BackgroundMode(acts, icon, can_return=can_return, parent=acts)


def test_unless_wanted_the_program_ends_with_its_window(acts: ActionCollection) -> None:
    ready(acts, can_return=True)
    assert QApplication.quitOnLastWindowClosed()


def test_wanted_it_stays_until_that_is_taken_back(acts: ActionCollection) -> None:
    acts[Action.BACKGROUND].setChecked(True)
    stay = ready(acts, can_return=True)
    assert not QApplication.quitOnLastWindowClosed()
    stay.set_wanted(False)
    assert QApplication.quitOnLastWindowClosed()


def test_it_never_stays_where_nothing_could_bring_it_back(acts: ActionCollection) -> None:
    acts[Action.BACKGROUND].setChecked(True)
    ready(acts, can_return=False)
    assert QApplication.quitOnLastWindowClosed() is not QSystemTrayIcon.isSystemTrayAvailable()


def test_the_menu_of_the_icon_opens_the_window(acts: ActionCollection, qtbot: QtBot) -> None:
    stay = ready(acts, can_return=True)
    with qtbot.waitSignal(stay.openRequested):
        stay._tray.menu.actions()[0].trigger()
