from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.ui.running import application
from desktop.ui.running.application import FirstPaint

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent
    from pytestqt.qtbot import QtBot

CREATE = """
from desktop import __version__
from desktop.ui.running import application
from PySide6.QtCore import QTimer
made = application.create_application(["luminaria"])
assert made.applicationName() == "luminaria"
assert made.applicationVersion() == __version__
assert made.style().name() == "fusion"
QTimer.singleShot(0, made.quit)
raise SystemExit(made.exec())
"""


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    file = tmp_path / "damaged.json"
    file.write_text(json.dumps({"manifest": {"format": 1}}), "utf-8")
    return file


def test_an_application_is_made_and_quits_cleanly() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", CREATE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_without_a_path_the_shipped_pack_is_shown() -> None:
    opened = application.open_or_shipped(None)
    assert opened.pack.manifest.id == "nm-trafficking"
    assert opened.errors is None


def test_a_damaged_pack_falls_back_with_a_complaint(
    damaged: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened = application.open_or_shipped(damaged)
    assert opened.pack.manifest.id == "nm-trafficking"
    assert str(damaged) in str(opened.errors)
    assert str(opened.errors) in capsys.readouterr().err


def test_a_missing_pack_falls_back_with_a_complaint(tmp_path: Path) -> None:
    opened = application.open_or_shipped(tmp_path / "nowhere.json")
    assert opened.pack.manifest.id == "nm-trafficking"
    assert "nowhere.json" in str(opened.errors)


# The first paint --------------------------------------------------------------------------


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
