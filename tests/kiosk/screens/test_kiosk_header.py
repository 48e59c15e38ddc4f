from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from desktop.kiosk.appearance import base_for, kiosk_look
from desktop.kiosk.screens.kiosk_header import KioskHeader
from desktop.ui.look.changes import apply_look

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.translations import Translations

LEFT = Qt.MouseButton.LeftButton
TITLE = "Human trafficking in New Mexico"


def header_at(qtbot: QtBot, width: int, text: int = 100) -> KioskHeader:
    look = kiosk_look("light", text, base_for(width, 600))
    header = KioskHeader(("en", "es"))
    qtbot.addWidget(header)
    header.setStyleSheet(look.style_sheet("kiosk"))
    header.set_title(TITLE, "en")
    header.resize(width, 120)
    header.show()
    apply_look(header, look.chrome)
    header.resize(width, header.sizeHint().height())
    header.layout().activate()
    return header


@pytest.mark.parametrize(
    ("name", "signal"),
    [
        ("home", "homeRequested"),
        ("smaller", "smallerRequested"),
        ("larger", "largerRequested"),
        ("theme", "themeRequested"),
        ("curtain", "curtainRequested"),
        ("leave", "leaveRequested"),
    ],
)
def test_each_button_tells_what_is_wanted(qtbot: QtBot, name: str, signal: str) -> None:
    header = header_at(qtbot, 1280)
    with qtbot.waitSignal(getattr(header, signal)):
        qtbot.mouseClick(header.findChild(QToolButton, name), LEFT)


@pytest.mark.parametrize("width", [768, 1024, 1920])
@pytest.mark.parametrize("text", [100, 200])
def test_every_button_is_whole_and_large_enough(
    qtbot: QtBot, speaker: Translations, width: int, text: int
) -> None:
    speaker.install("es")
    header = header_at(qtbot, width, text)
    for button in header.findChildren(QToolButton):
        assert button.width() >= button.sizeHint().width() - 1
        assert min(button.width(), button.height()) >= 60
        assert header.rect().contains(
            button.rect().translated(button.mapTo(header, button.rect().topLeft()))
        )


def test_a_title_without_room_is_left_out_but_named(qtbot: QtBot) -> None:
    header = header_at(qtbot, 768)
    title = header.findChild(QLabel, "title")
    assert title.text() in {"", TITLE} or title.text().endswith("…")
    assert title.accessibleName() == TITLE


def test_leave_quickly_is_the_first_of_the_tab_key(qtbot: QtBot) -> None:
    header = header_at(qtbot, 1280)
    header.setFocus()
    first = header.findChildren(QToolButton)[0]
    assert first.objectName() == "leave"


def test_every_button_has_a_name(qtbot: QtBot) -> None:
    header = header_at(qtbot, 1280)
    assert all(b.accessibleName() or b.text() for b in header.findChildren(QToolButton))
