from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from desktop.kiosk.guard.guard import EventGuard
from desktop.kiosk.guard.screen_covers import BlankScreens, ScreenCovers
from desktop.ui.running.input_pipeline import InputStage
from tests.conftest import input_through
from tests.kiosk.monitors import Monitors, monitors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

__all__ = ["monitors"]


class Covers(ScreenCovers):
    def _new(self) -> QWidget:
        return QWidget()


@pytest.fixture
def covers(qapp: QApplication) -> Iterator[Covers]:
    covers = Covers(qapp)
    covers.cover()
    yield covers
    covers.uncover()
    delete(covers)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_each_screen_is_covered(covers: Covers, qapp: QApplication) -> None:
    assert [cover.screen() for cover in covers._covers] == qapp.screens()
    assert all(cover.isVisible() for cover in covers._covers)


def test_the_covers_go_and_come_back(covers: Covers, qapp: QApplication) -> None:
    covers.uncover()
    assert not covers._covers
    covers.cover()
    assert len(covers._covers) == len(qapp.screens())


def test_screens_that_come_and_go_are_followed(
    covers: Covers, monitors: Monitors, qtbot: QtBot
) -> None:
    monitors.right()
    qtbot.waitUntil(lambda: len(covers._covers) == 2)
    monitors.remove("right")
    qtbot.waitUntil(lambda: len(covers._covers) == 1)


# Blank screens ----------------------------------------------------------------------------


@pytest.fixture
def kiosk(qapp: QApplication, monitors: Monitors, qtbot: QtBot) -> Iterator[QWidget]:
    """A kiosk's window with its guard and its covers."""
    kiosk = QWidget()
    guard = EventGuard(qapp, kiosk)
    covers = BlankScreens(qapp, guard.allow)
    with input_through({InputStage.GUARD: guard.see}):
        kiosk.showFullScreen()
        yield kiosk
        covers.uncover()
        guard.open()
    for thing in (covers, guard, kiosk):
        delete(thing)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def covered() -> list[QRect]:
    """Where covers show."""
    windows = QApplication.topLevelWidgets()
    return [w.geometry() for w in windows if w.objectName() == "blankScreen" and w.isVisible()]


def other_screens() -> list[QRect]:
    return [screen.geometry() for screen in QGuiApplication.screens()[1:]]


def test_one_screen_needs_no_cover(qapp: QApplication) -> None:
    allowed: list[QWidget] = []
    covers = BlankScreens(qapp, allowed.append)
    assert allowed == covered() == []
    delete(covers)


def test_a_second_screen_is_covered_while_it_is_there(
    kiosk: QWidget, monitors: Monitors, qtbot: QtBot
) -> None:
    monitors.right()
    qtbot.waitUntil(lambda: len(other_screens()) == 1 and covered() == other_screens())
    qtbot.waitUntil(kiosk.isActiveWindow)
    monitors.remove("right")
    qtbot.waitUntil(lambda: not other_screens() and not covered())


def test_a_screen_that_mirrors_the_kiosk_is_not_covered(
    kiosk: QWidget, monitors: Monitors, qtbot: QtBot
) -> None:
    monitors.mirror()
    qtbot.waitUntil(lambda: len(other_screens()) == 1)
    assert covered() == []


def test_the_kiosk_moves_if_its_screen_goes_away(
    kiosk: QWidget, monitors: Monitors, qtbot: QtBot
) -> None:
    half = QGuiApplication.primaryScreen().geometry()
    qtbot.waitUntil(lambda: kiosk.geometry() == half)
    monitors.remove("left")  # the X server then has its one whole screen again
    qtbot.waitUntil(lambda: QGuiApplication.primaryScreen().geometry() != half)
    qtbot.waitUntil(lambda: kiosk.geometry() == QGuiApplication.primaryScreen().geometry())
    assert covered() == []


def test_covers_go_when_the_operator_opens_the_kiosk(
    monitors: Monitors, qapp: QApplication, qtbot: QtBot
) -> None:
    monitors.right()
    qtbot.waitUntil(lambda: len(other_screens()) == 1)
    covers = BlankScreens(qapp, lambda _: None)
    assert covered() == other_screens()
    covers.uncover()
    qtbot.waitUntil(lambda: not covered())
    delete(covers)
