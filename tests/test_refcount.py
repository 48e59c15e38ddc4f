"""R-2: PySide6 6.12.0 under Python 3.11 loses a reference to None on every void call."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

CALLS = 6_000
SLACK = 500  # others may let go of some meanwhile; the fault would cost all of CALLS


def test_void_calls_keep_the_references_to_none(qtbot: QtBot) -> None:
    thing, label = QObject(), QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(CALLS // 2):
        thing.setObjectName(f"name {number}")
        label.setText(f"text {number}")
    assert sys.getrefcount(None) > before - SLACK
