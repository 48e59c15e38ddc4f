from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.kiosk.looks import kiosk_look
from desktop.kiosk.screens.curtain import Curtain
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_says_the_same_in_every_language(qtbot: QtBot) -> None:
    curtain = Curtain(("en", "es"))
    qtbot.addWidget(curtain)
    assert curtain.button.text() == "Touch to go on · Toque para seguir"


def test_a_touch_opens_it(qtbot: QtBot) -> None:
    curtain = Curtain(("en", "es"))
    qtbot.addWidget(curtain)
    apply_look(curtain, kiosk_look("light", 100, 127))
    curtain.show()
    with qtbot.waitSignal(curtain.opened):
        qtbot.mouseClick(curtain.button, Qt.MouseButton.LeftButton)
