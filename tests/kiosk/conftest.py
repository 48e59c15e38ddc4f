"""The small pack of the desktop's tests, and the kiosk's window on it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.kiosk.setup.config import Config
from desktop.kiosk.shell import Shell
from desktop.ui.running.input_pipeline import InputStage
from desktop.ui.speech.read_aloud import ReadAloud
from tests.conftest import input_through

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack
    from desktop.search.engine import SearchEngine
    from desktop.ui.look.translations import Translations

MakeShell = Callable[..., Shell]


@pytest.fixture(scope="session", autouse=True)
def _fonts(fonts: None) -> None:
    """All tests here run with the program's style and fonts."""


class Clock:
    """A clock that goes when it is told to."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def make_shell(
    pack: Pack,
    engine: SearchEngine,
    speaker: Translations,
    clock: Clock,
    qtbot: QtBot,
    qapp: QApplication,
) -> Iterator[MakeShell]:
    """Opens the kiosk's window at 1280x800, without voices; keywords are those of `Config`."""
    shells, pipelines = list[Shell](), ExitStack()

    def make(**options: object) -> Shell:
        owner = QObject()
        voice = ReadAloud(pack, owner, voices=())
        shell = Shell(pack, Config(**options), speaker, voice=voice, clock=clock)
        owner.setParent(shell)
        shells.append(shell)
        stages = {
            InputStage.LEAVE_KEY: shell.leave_key.see,
            InputStage.IDLE: shell.idle.see,
            InputStage.KEYBOARD: shell.keys.see,
        }
        pipelines.enter_context(input_through(stages))
        shell.set_search(lambda text, tag: engine.search(text, lang=tag))
        shell.resize(1280, 800)
        shell.show()
        shell.activateWindow()
        qtbot.waitUntil(shell.isActiveWindow)
        return shell

    yield make
    pipelines.close()
    for shell in shells:
        shell.close()
        shell.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")


@pytest.fixture
def shell(make_shell: MakeShell) -> Shell:
    return make_shell()


def texts(root: QWidget) -> str:
    """The words that labels below `root` show."""
    return " ".join(label.text() for label in root.findChildren(QLabel) if label.isVisible())
