from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop.kiosk.appearance import kiosk_look
from desktop.kiosk.screens.idle_warning import IdleWarning
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations


@pytest.fixture
def warning(qtbot: QtBot, speaker: Translations) -> IdleWarning:
    speaker.install("en")
    warning = IdleWarning()
    qtbot.addWidget(warning)
    look = kiosk_look("light", 100, 127)
    warning.setStyleSheet(look.style_sheet("kiosk"))
    apply_look(warning, look)
    return warning


@pytest.mark.parametrize(("seconds", "words"), [(20, "in 20 seconds."), (1, "in 1 second.")])
def test_it_tells_how_long(warning: IdleWarning, seconds: int, words: str) -> None:
    warning.show_left(seconds)
    assert warning.isVisible()
    assert words in warning.findChild(QLabel, "idleWords").text()


def test_its_one_button_is_large(warning: IdleWarning, qtbot: QtBot) -> None:
    warning.show_left(20)
    assert warning.stay.height() >= 60
    with qtbot.waitSignal(warning.stayRequested):
        qtbot.mouseClick(warning.stay, Qt.MouseButton.LeftButton)
