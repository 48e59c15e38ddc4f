from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import delete

from desktop.kiosk.guard.screen_covers import ScreenCovers
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
