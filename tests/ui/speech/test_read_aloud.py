from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.speech.voices import find_voices

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop.pack.model import Pack


@pytest.fixture
def owner() -> QObject:
    return QObject()


@pytest.fixture
def voice(pack: Pack, owner: QObject, tmp_path: Path) -> Iterator[ReadAloud]:
    """Reads with a stand-in for the program of a voice, which speaks until it is stopped."""
    program = tmp_path / "espeak-ng"
    program.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    program.chmod(0o755)
    voices = find_voices(lambda name: str(program) if name == "espeak-ng" else None)
    voice = ReadAloud(pack, owner, voices)
    yield voice
    voice.close()


def test_the_same_act_starts_pauses_and_goes_on(voice: ReadAloud, qtbot: QtBot) -> None:
    heard = []
    for _ in range(3):
        with qtbot.waitSignal(voice.changed):
            voice.toggle("signs", "en", details=True)
        heard.append(voice.is_speaking)
    assert heard == [True, False, True]


def test_stopping_starts_over(voice: ReadAloud, qtbot: QtBot) -> None:
    voice.toggle("signs", "en", details=True)
    with qtbot.waitSignal(voice.changed):
        voice.stop()
    assert not voice.is_speaking
    with qtbot.waitSignal(voice.reached) as reached:
        voice.toggle("signs", "en", details=True)
    assert reached.args == [0]


def test_without_a_voice_there_is_a_reason(pack: Pack, owner: QObject) -> None:
    silent = ReadAloud(pack, owner, ())
    assert not silent.is_available
    assert "espeak-ng" in silent.unavailable_reason()


def test_with_a_voice_there_is_none(voice: ReadAloud) -> None:
    assert voice.is_available
    assert voice.unavailable_reason() == ""
