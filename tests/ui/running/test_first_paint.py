from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.running.first_paint import FirstPaint

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot


class Painted(QWidget):
    """Notes its paints."""

    def __init__(self) -> None:
        super().__init__()
        self.happened: list[str] = []

    def paintEvent(self, _event: QPaintEvent) -> None:
        self.happened.append("paint")


@pytest.fixture
def widget(qtbot: QtBot) -> Painted:
    widget = Painted()
    qtbot.addWidget(widget)
    widget.winId()
    return widget


@pytest.fixture
def first(widget: Painted) -> FirstPaint:
    handle = widget.windowHandle()
    assert handle is not None
    return FirstPaint(handle)


def test_it_tells_once_and_after_the_paint(
    widget: Painted, first: FirstPaint, qtbot: QtBot
) -> None:
    first.done.connect(lambda: widget.happened.append("done"))
    with qtbot.waitSignal(first.done):
        widget.show()
    assert widget.happened[0] == "paint"
    widget.hide()
    widget.show()
    qtbot.waitUntil(lambda: widget.happened[-1] == "paint")
    QApplication.processEvents()
    assert widget.happened.count("done") == 1


def test_nothing_is_told_of_a_window_that_was_not_shown(first: FirstPaint, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(first.done, wait=20):
        pass
