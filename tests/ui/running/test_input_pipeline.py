from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.running.input_pipeline import InputStage, See
from tests.conftest import input_through

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def teller(told: list[InputStage], stage: InputStage, *, consumes: bool = False) -> See:
    """A stage that tells of user events."""

    def see(_watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.User:
            told.append(stage)
        return consumes and event.type() == QEvent.Type.User

    return see


@pytest.mark.parametrize("order", [list(InputStage), list(reversed(InputStage))])
def test_stages_see_an_event_in_the_written_order(
    qapp: QApplication, order: list[InputStage]
) -> None:
    told: list[InputStage] = []
    with input_through({stage: teller(told, stage) for stage in order}):
        QApplication.sendEvent(QObject(), QEvent(QEvent.Type.User))
    assert told == list(InputStage)


def test_a_consumed_event_reaches_no_later_stage_and_no_object(qapp: QApplication) -> None:
    class Object(QObject):
        def event(self, event: QEvent) -> bool:
            told.append("object")
            return super().event(event)

    told: list[object] = []
    last = InputStage.GUARD
    stages = {stage: teller(told, stage, consumes=stage is last) for stage in InputStage}
    with input_through(stages):
        QApplication.sendEvent(Object(), QEvent(QEvent.Type.User))
    assert told == [stage for stage in InputStage if stage <= last]


def test_what_is_pressed_is_seen_once_at_a_native_window(qtbot: QtBot) -> None:
    """Also the key of a shortcut, whose press Qt sends nowhere."""
    window, seen = QWidget(), dict[str, list[QEvent.Type]]()
    qtbot.addWidget(window)
    shortcut = QShortcut(QKeySequence("Ctrl+K"), window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()

    def see(watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QWindow) and isinstance(event, QKeyEvent):
            seen.setdefault(Qt.Key(event.key()).name, []).append(event.type())
        return False

    with input_through({InputStage.LEAVE_KEY: see}), qtbot.waitSignal(shortcut.activated):
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_A)
        QTest.keyClick(window.windowHandle(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    kind = QEvent.Type
    assert seen["Key_A"] == [kind.ShortcutOverride, kind.KeyPress, kind.KeyRelease]
    assert seen["Key_K"] == [kind.ShortcutOverride, kind.KeyRelease]
