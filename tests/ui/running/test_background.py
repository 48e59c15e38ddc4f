from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from desktop.ui.running.background import BackgroundTask

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_the_result_comes_back_on_the_ui_thread(qtbot: QtBot) -> None:
    seen: list[threading.Thread] = []
    running: list[bool] = []
    worker = BackgroundTask(threading.current_thread)
    worker.done.connect(lambda thread: seen.extend((thread, threading.current_thread())))
    worker.done.connect(lambda _: running.append(worker.is_running))
    with qtbot.waitSignal(worker.done):
        worker.start()
    assert seen[0] is not threading.main_thread()
    assert seen[1] is threading.main_thread()
    assert running == [False]


def test_the_ui_goes_on_meanwhile(qtbot: QtBot) -> None:
    go_on = threading.Event()
    worker = BackgroundTask(go_on.wait)
    worker.start()
    assert worker.is_running
    with qtbot.waitSignal(worker.done):
        go_on.set()


def test_a_failure_is_told_by_its_type_alone(qtbot: QtBot) -> None:
    def fail() -> None:
        raise RuntimeError("my boss took my passport")

    worker = BackgroundTask(fail)
    with qtbot.waitSignal(worker.failed) as told:
        worker.start()
    assert told.args == ["RuntimeError"]
