from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton

from desktop.desk.instance.indexing_window import IndexingWindow, indexing_command

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop.ui.look.theme import Look
    from desktop.ui.look.translations import Translations

COUNTS = "import sys, time\nfor n in (0, 500, 1000): print(n, 1000, flush=True)\n"
PIECES = "import os\nfor byte in b'0 1000\\n500 1000\\n1000 1000\\n': os.write(1, bytes([byte]))\n"


def shown(program: str, look: Look, qtbot: QtBot) -> IndexingWindow:
    waiting = IndexingWindow([sys.executable, "-c", program], look)
    qtbot.addWidget(waiting)
    with qtbot.waitExposed(waiting):
        waiting.show()
    return waiting


@pytest.fixture(autouse=True)
def english(speaker: Translations) -> None:
    speaker.install("en")


@pytest.mark.parametrize("program", [COUNTS, PIECES])
def test_the_bar_follows_the_work(look: Look, qtbot: QtBot, program: str) -> None:
    waiting = shown(program, look, qtbot)
    with qtbot.waitSignal(waiting.finished) as told:
        waiting.start()
    assert told.args == [""]
    bar = waiting.findChild(QProgressBar)
    assert (bar.value(), bar.maximum()) == (1000, 1000)


@pytest.mark.parametrize(
    ("program", "words"),
    [("import sys; sys.exit('the disk is full')", "the disk is full"), ("raise SystemExit(2)", "")],
)
def test_what_went_wrong_is_told(look: Look, qtbot: QtBot, program: str, words: str) -> None:
    waiting = shown(program, look, qtbot)
    with qtbot.waitSignal(waiting.finished) as told:
        waiting.start()
    assert told.args[0]
    assert words in told.args[0]


def test_a_program_that_cannot_start_is_told(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    waiting = IndexingWindow([str(tmp_path / "nothing")], look)
    qtbot.addWidget(waiting)
    waiting.show()
    with qtbot.waitSignal(waiting.finished) as told:
        waiting.start()
    assert told.args[0]


def test_cancelling_stops_the_work(look: Look, qtbot: QtBot, tmp_path: Path) -> None:
    mark = tmp_path / "mark"
    program = f"import time, pathlib; time.sleep(3); pathlib.Path({str(mark)!r}).touch()"
    waiting = shown(program, look, qtbot)
    waiting.start()
    with (
        qtbot.waitSignal(waiting.cancelled),
        qtbot.assertNotEmitted(waiting.finished, wait=100),
    ):
        qtbot.mouseClick(waiting.findChild(QPushButton, "cancel"), Qt.MouseButton.LeftButton)
    assert not waiting.isVisible()
    assert not mark.exists()


def test_it_says_what_happens(look: Look, qtbot: QtBot, speaker: Translations) -> None:
    waiting = shown("", look, qtbot)
    assert [label.text() for label in waiting.findChildren(QLabel)] == [
        "Getting a large pack ready",
        "This is done once. Next time it opens at once.",
    ]
    speaker.install("es")
    waiting = shown("", look, qtbot)
    assert [label.text() for label in waiting.findChildren(QLabel)] == [
        "Preparando un paquete grande",
        "Esto se hace una sola vez. La próxima vez se abrirá al instante.",
    ]


def test_the_command_is_this_program() -> None:
    assert indexing_command(Path("-odd name.json")) == [
        *(sys.executable, "-m", "desktop", "pack", "index", "--progress", "--", "-odd name.json")
    ]
