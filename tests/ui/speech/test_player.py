from __future__ import annotations

import os
import shutil
import wave
from functools import partial
from typing import TYPE_CHECKING

import pytest

from desktop.ui.speech.player import PlaybackState, SpeechPlayer
from desktop.ui.speech.voices import SpeechEngine, Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    MakeVoice = Callable[..., Voice]

WAIT_MS = 20_000


@pytest.fixture
def make_voice(tmp_path: Path) -> MakeVoice:
    """Makes a program that stands in for an engine; it notes its words and its process."""

    def make(body: str, engine: SpeechEngine = SpeechEngine.ESPEAK) -> Voice:
        program = tmp_path / f"engine-{len(list(tmp_path.iterdir()))}"
        notes = f'cd "{tmp_path}"; echo $$ >> pids; echo "$*" >> arguments\n'
        program.write_text(f"#!/bin/sh\n{notes}{body}\n", "utf-8")
        program.chmod(0o755)
        return Voice(engine, str(program))

    return make


@pytest.fixture
def make_reader(qtbot: QtBot) -> Iterator[Callable[..., SpeechPlayer]]:
    readers: list[SpeechPlayer] = []

    def make(*voices: Voice, limit_ms: int = WAIT_MS) -> SpeechPlayer:
        readers.append(SpeechPlayer(voices, limit_ms=limit_ms))
        return readers[-1]

    yield make
    for reader in readers:
        reader.close()


def words_of(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def last_is(path: Path, line: str) -> bool:
    return words_of(path)[-1:] == [line]


def lives(path: Path) -> bool:
    """Whether the process noted last still runs."""
    try:
        os.kill(int(words_of(path)[-1]), 0)
    except ProcessLookupError:
        return False
    return True


SAY = "cat >> said"
HANG = "cat >> said; exec sleep 1000"


def test_sentences_are_said_in_order(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path
) -> None:
    reader = make_reader(make_voice(SAY))
    heard: list[int] = []
    reader.reached.connect(heard.append)
    with qtbot.waitSignals([reader.started, reader.finished], timeout=WAIT_MS):
        reader.start(("One.", "¿Dos?", "Three."), "en")
    assert heard == [0, 1, 2]
    assert words_of(tmp_path / "said") == [" One.", " ¿Dos?", " Three."]
    assert reader.state is PlaybackState.SILENT


def test_no_text_stands_on_the_command_line(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path
) -> None:
    reader = make_reader(make_voice(SAY))
    with qtbot.waitSignal(reader.finished, timeout=WAIT_MS):
        reader.start(("secret",), "es")
    assert words_of(tmp_path / "arguments") == ["--stdin -v es-419 -s 160"]


def test_a_pause_is_silent_at_once_and_goes_on_with_the_same_sentence(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path
) -> None:
    reader = make_reader(make_voice(HANG))
    reader.start(("One.", "Two."), "en")
    qtbot.waitUntil(lambda: words_of(tmp_path / "said") == [" One."])
    with qtbot.waitSignal(reader.paused):
        reader.pause()
    qtbot.waitUntil(lambda: not lives(tmp_path / "pids"))
    reader.resume()
    qtbot.waitUntil(lambda: words_of(tmp_path / "said") == [" One.", " One."])


@pytest.mark.parametrize("end", [SpeechPlayer.stop, SpeechPlayer.close])
def test_stopping_kills_the_voice(
    make_reader: Callable[..., SpeechPlayer],
    make_voice: MakeVoice,
    qtbot: QtBot,
    tmp_path: Path,
    end: Callable[[SpeechPlayer], None],
) -> None:
    reader = make_reader(make_voice(HANG))
    reader.start(("One.", "Two."), "en")
    qtbot.waitUntil(lambda: bool(words_of(tmp_path / "said")))
    with qtbot.waitSignal(reader.finished):
        end(reader)
    qtbot.waitUntil(lambda: not lives(tmp_path / "pids"))
    assert words_of(tmp_path / "said") == [" One."]


def test_nothing_is_left_to_resume_after_stopping(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path
) -> None:
    reader = make_reader(make_voice(HANG))
    reader.start(("One.",), "en")
    qtbot.waitUntil(lambda: bool(words_of(tmp_path / "said")))
    reader.pause()
    reader.stop()
    reader.resume()
    assert reader.state is PlaybackState.SILENT
    assert reader._sentences == ()


def test_the_queue_of_speech_dispatcher_is_emptied(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path
) -> None:
    hang = 'test "$1" = --cancel && exit; cat >> said; exec sleep 1000'
    reader = make_reader(make_voice(hang, SpeechEngine.SPEECH_DISPATCHER))
    reader.start(("One.",), "en")
    qtbot.waitUntil(lambda: bool(words_of(tmp_path / "said")))
    reader.stop()
    qtbot.waitUntil(lambda: words_of(tmp_path / "arguments")[-1] == "--cancel")


def test_a_new_text_ends_the_old_one(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice, qtbot: QtBot, tmp_path: Path
) -> None:
    reader = make_reader(make_voice(HANG))
    for text in ("Old.", "New."):
        reader.start((text,), "en")
        qtbot.waitUntil(partial(last_is, tmp_path / "said", f" {text}"))
    pids = [int(pid) for pid in words_of(tmp_path / "pids")]
    qtbot.waitUntil(lambda: not os.path.exists(f"/proc/{pids[0]}"))  # noqa: PTH110
    assert lives(tmp_path / "pids")


@pytest.mark.parametrize("broken", ["exit 1", "echo 'error: no card' >&2", "kill -9 $$", HANG])
def test_another_voice_steps_in(
    make_reader: Callable[..., SpeechPlayer],
    make_voice: MakeVoice,
    qtbot: QtBot,
    tmp_path: Path,
    broken: str,
) -> None:
    reader = make_reader(make_voice(broken), make_voice("cat >> second"), limit_ms=300)
    with qtbot.waitSignal(reader.finished, timeout=WAIT_MS):
        reader.start(("One.", "Two."), "en")
    assert words_of(tmp_path / "second") == [" One.", " Two."]


def test_a_voice_that_is_gone_is_told(
    make_reader: Callable[..., SpeechPlayer], qtbot: QtBot
) -> None:
    reader = make_reader(Voice(SpeechEngine.ESPEAK, "/nowhere/espeak-ng"))
    with qtbot.waitSignal(reader.failed, timeout=WAIT_MS) as failed:
        reader.start(("One.",), "en")
    assert "made no sound" in failed.args[0]
    assert reader.state is PlaybackState.SILENT


def test_the_reason_is_told_where_there_is_no_voice(
    make_reader: Callable[..., SpeechPlayer], make_voice: MakeVoice
) -> None:
    silent, speaking = make_reader(), make_reader(make_voice(SAY))
    assert "espeak-ng" in silent.unavailable_reason()
    assert not silent.is_available
    silent.start(("One.",), "en")
    assert silent.state is PlaybackState.SILENT
    assert (speaking.unavailable_reason(), speaking.is_available) == ("", True)


# The real engine --------------------------------------------------------------------------


@pytest.fixture
def espeak() -> str:
    """The program itself; `make test` installs it."""
    path = shutil.which("espeak-ng")
    assert path, "these tests need the Debian package espeak-ng"
    return path


@pytest.mark.parametrize("lang", ["en", "es"])
def test_espeak_speaks(
    make_reader: Callable[..., SpeechPlayer],
    make_voice: MakeVoice,
    qtbot: QtBot,
    tmp_path: Path,
    espeak: str,
    lang: str,
) -> None:
    """Into a file in place of a sound card: seconds of sound, and more for more words."""
    reader = make_reader(make_voice(f'exec "{espeak}" -w "said-$(ls | wc -l).wav" "$@"'))
    with qtbot.waitSignal(reader.finished, timeout=WAIT_MS):
        reader.start(("No.", "Nadie puede quitarle sus papeles a otra persona."), lang)
    seconds = []
    for path in tmp_path.glob("*.wav"):
        with wave.open(str(path)) as sound:
            seconds.append(sound.getnframes() / sound.getframerate())
    assert len(seconds) == 2
    assert max(seconds) > 2 * min(seconds) > 0.2


def test_a_language_without_a_voice_is_told(
    make_reader: Callable[..., SpeechPlayer], qtbot: QtBot, espeak: str
) -> None:
    reader = make_reader(Voice(SpeechEngine.ESPEAK, espeak))
    with qtbot.waitSignal(reader.failed, timeout=WAIT_MS):
        reader.start(("One.",), "xx")


def test_a_computer_without_sound_is_told(
    make_reader: Callable[..., SpeechPlayer],
    qtbot: QtBot,
    espeak: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("ALSA_CONFIG_PATH", os.devnull)  # whatever cards the machine has
    monkeypatch.setenv("PULSE_SERVER", "unix:/nowhere")
    reader = make_reader(Voice(SpeechEngine.ESPEAK, espeak))
    with qtbot.waitSignal(reader.failed, timeout=WAIT_MS):
        reader.start(("One.",), "en")
