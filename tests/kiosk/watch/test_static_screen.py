from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from shiboken6 import delete

from desktop.kiosk.watch.static_screen import (
    ENGLISH,
    FALLBACK,
    SHIFTS,
    SPANISH,
    HelpLine,
    StaticScreen,
    StaticScreens,
)
from desktop.kiosk.watch.supervised_process import FD_VARIABLE
from desktop.ui.look.theme import THEMES, load_fonts
from tests import ROOT
from tests.kiosk.monitors import Monitors, monitors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

__all__ = ["monitors"]

SIZES = [(1024, 600), (1280, 800), (3840, 2160), (768, 1024), (1080, 1920)]
MANY = (*FALLBACK, HelpLine("1-888-373-7888", "National hotline", "Línea nacional")) * 2
ALONE = """
import os, sys
from desktop.kiosk.watch.static_screen import run_static
for unwanted in ("desktop.search", "desktop.pack", "desktop.kiosk.watch.supervisor", "tantivy"):
    assert unwanted not in sys.modules, unwanted
sys.exit(run_static((), "Information", environ=os.environ))
"""


def shown(
    size: tuple[int, int], qtbot: QtBot, lines: tuple[HelpLine, ...] = FALLBACK
) -> StaticScreen:
    load_fonts()
    screen = StaticScreen(lines)
    qtbot.addWidget(screen, before_close_func=lambda widget: widget.hide())
    screen.resize(*size)
    with qtbot.waitExposed(screen):
        screen.show()
    return screen


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("lines", [FALLBACK, MANY], ids=len)
def test_every_word_is_on_the_screen_in_both_languages(
    size: tuple[int, int], lines: tuple[HelpLine, ...], qtbot: QtBot
) -> None:
    screen = shown(size, qtbot, lines)
    labels = screen.findChildren(QLabel)
    words = [word for line in lines for word in (line.number, line.english, line.spanish)]
    assert sorted(label.text() for label in labels) == sorted([*ENGLISH, *SPANISH, *words])
    assert all(label.height() >= label.heightForWidth(label.width()) for label in labels)
    assert all(screen.rect().contains(screen._block.geometry().adjusted(*[m] * 4)) for m in (-8, 8))


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_words_can_be_read_from_afar(size: tuple[int, int], qtbot: QtBot) -> None:
    screen = shown(size, qtbot)
    assert all(label.font().pixelSize() >= 24 for label in screen.findChildren(QLabel))


def test_the_picture_moves_each_minute_and_comes_back(qtbot: QtBot) -> None:
    screen = shown((1280, 800), qtbot)
    spots: list[QPoint] = []
    for _ in SHIFTS:
        spots.append(screen._block.pos())
        screen._minute.timeout.emit()
    assert len(set(map(QPoint.toTuple, spots))) == len(SHIFTS)
    assert screen._block.pos() == spots[0]


def test_nothing_in_it_acts_or_can_be_selected(qtbot: QtBot) -> None:
    screen = shown((1280, 800), qtbot)
    assert not screen.findChildren(QAbstractButton)
    flags = {label.textInteractionFlags() for label in screen.findChildren(QLabel)}
    assert flags == {Qt.TextInteractionFlag.NoTextInteraction}
    assert screen.contextMenuPolicy() == Qt.ContextMenuPolicy.PreventContextMenu


def test_it_refuses_to_close(qtbot: QtBot) -> None:
    screen = shown((1280, 800), qtbot)
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_F4):
        qtbot.keyClick(screen, key, Qt.KeyboardModifier.AltModifier)
    assert not screen.close()
    assert screen.isVisible()


def test_it_comes_back_full_screen(qtbot: QtBot) -> None:
    screen = shown((1280, 800), qtbot)
    for leave in (screen.showMinimized, screen.showNormal):
        leave()
        qtbot.waitUntil(screen.isFullScreen)
        assert not screen.isMinimized()


def test_its_colours_are_those_of_the_theme(qtbot: QtBot) -> None:
    for theme, tokens in THEMES.items():
        screen = StaticScreen(FALLBACK, theme)
        qtbot.addWidget(screen, before_close_func=lambda widget: widget.hide())
        palette = screen.findChildren(QLabel)[0].palette()
        assert palette.windowText().color().name().upper() == tokens.head_ink
        assert screen.palette().window().color().name().upper() == tokens.head


def test_it_runs_alone_and_beats() -> None:
    read, write = os.pipe()
    environ = {**os.environ, FD_VARIABLE: str(write)}
    with subprocess.Popen(
        [sys.executable, "-c", ALONE], cwd=ROOT, env=environ, pass_fds=[write]
    ) as process:
        os.close(write)
        assert os.read(read, 1) == b"."
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == -signal.SIGTERM
    os.close(read)


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[None]:
    screens = StaticScreens(qapp, FALLBACK)
    yield
    for window in screens._covers:
        delete(window)
    delete(screens)
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def covered() -> list[QRect]:
    """Where static screens fill the screen."""
    windows = [w for w in QApplication.topLevelWidgets() if isinstance(w, StaticScreen)]
    return sorted((w.geometry() for w in windows if w.isFullScreen()), key=QRect.left)


def all_screens() -> list[QRect]:
    return sorted((screen.geometry() for screen in QApplication.screens()), key=QRect.left)


@pytest.mark.usefixtures("windows")
def test_one_window_for_each_screen(qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: covered() == all_screens())


@pytest.mark.usefixtures("windows")
def test_a_screen_that_comes_is_covered_too(monitors: Monitors, qtbot: QtBot) -> None:
    monitors.right()
    qtbot.waitUntil(lambda: len(all_screens()) == 2 and covered() == all_screens())
    monitors.remove("right")
    qtbot.waitUntil(lambda: len(all_screens()) == 1 and covered() == all_screens())
