from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLabel

from desktop.ui.look.named import named

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_widget_itself_comes_back_with_its_name(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    assert named(label, "title") is label
    assert label.objectName() == "title"
