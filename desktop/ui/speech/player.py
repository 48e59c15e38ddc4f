"""Reads sentences aloud with a voice of the system, one process for each sentence.

So a pause takes effect at once, and when the process is killed the voice is silent. Nothing
blocks, and no text reaches a disk or a command line.
"""

from __future__ import annotations

import os
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    QProcess,
    QProcessEnvironment,
    QTimer,
    Signal,
)

from desktop.base.process import outside_environment
from desktop.ui.speech.voices import SPEEDS, Voice, find_voices

if TYPE_CHECKING:
    from collections.abc import Sequence

LIMIT_MS = 60_000  # for one sentence: a Speech Dispatcher without a sound card waits for ever


class PlaybackState(Enum):
    """State of the player."""

    SILENT = auto()
    SPEAKING = auto()
    PAUSED = auto()


class SpeechPlayer(QObject):
    """Speaks sentences one after the other. Independent of entries and widgets."""

    started = Signal()
    reached = Signal(int)  # index of the current sentence
    paused = Signal()
    finished = Signal()  # all was read, or `stop` was called
    failed = Signal(str)  # displayable text; the player is silent then

    def __init__(
        self,
        voices: Sequence[Voice] | None = None,
        parent: QObject | None = None,
        *,
        limit_ms: int = LIMIT_MS,
    ) -> None:
        """Create a player.

        Args:
            voices: the engines to try, best first; by default those of the system.
            parent: Qt's.
            limit_ms: milliseconds after which a sentence counts as failed.
        """
        super().__init__(parent)
        self._voices = list(find_voices() if voices is None else voices)
        self._sentences: tuple[str, ...] = ()
        self._lang, self._speed, self._at = "", 100, 0
        self._state = PlaybackState.SILENT
        self._process: QProcess | None = None
        self._limit = QTimer(self, singleShot=True, interval=limit_ms)
        self._limit.timeout.connect(self._try_another_voice)
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.close)

    @property
    def state(self) -> PlaybackState:
        """Current state."""
        return self._state

    @property
    def is_available(self) -> bool:
        """Whether this computer has a voice."""
        return bool(self._voices)

    def reason(self) -> str:
        """Reason for which nothing can be read aloud, for the help page; "" if it can."""
        if self._voices:
            return ""
        return self.tr(
            "Read aloud needs a voice that this computer does not have. Whoever looks after"
            " the computer can install “espeak-ng”."
        )

    def start(self, sentences: Sequence[str], lang: str) -> None:
        """Read `sentences` in `lang` from the first; earlier ones are discarded."""
        self._silence()
        self._sentences, self._lang, self._at = tuple(sentences), lang, 0
        if self._sentences and self._voices:
            self.started.emit()
            self._say()

    def pause(self) -> None:
        """Pause at once."""
        if self._state is PlaybackState.SPEAKING:
            self._silence()
            self._state = PlaybackState.PAUSED
            self.paused.emit()

    def resume(self) -> None:
        """Continue with the interrupted sentence, from its beginning."""
        if self._state is PlaybackState.PAUSED:
            self._say()

    def stop(self) -> None:
        """Stop at once, and delete the sentences."""
        was = self._state
        self._silence()
        self._forget()
        if was is not PlaybackState.SILENT:
            self.finished.emit()

    def close(self) -> None:
        """Stop, and wait for the last process: for the end of the program."""
        self.stop()
        for process in self.findChildren(QProcess):
            process.waitForFinished(1000)  # it was killed, so this takes no time

    def set_speed(self, per_cent: int) -> None:
        """Set the speed from the next sentence on; `per_cent` is one of `SPEEDS`.

        Raises:
            ValueError: it is not one of them.
        """
        if per_cent not in SPEEDS:
            raise ValueError(f"{per_cent} is not one of {SPEEDS}")
        self._speed = per_cent

    def _say(self) -> None:
        voice = self._voices[0]
        self._state = PlaybackState.SPEAKING
        self._process = process = _outside_process(self)
        process.finished.connect(self._ended)
        process.errorOccurred.connect(self._not_started)
        self._limit.start()
        self.reached.emit(self._at)
        process.start(voice.program, voice.arguments(self._lang, self._speed))
        if process.isOpen():
            process.write(voice.feed(self._sentences[self._at]))
            process.closeWriteChannel()

    def _ended(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        self._limit.stop()
        if process is None:
            return
        complaint = bytes(process.readAllStandardError().data())
        process.deleteLater()
        # espeak-ng without a sound card reports this and exits with success.
        if code or status != QProcess.ExitStatus.NormalExit or b"\nerror:" in b"\n" + complaint:
            self._try_another_voice()
        else:
            self._go_on()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            self._try_another_voice()

    def _go_on(self) -> None:
        self._at += 1
        if self._at < len(self._sentences):
            self._say()
        else:
            self._forget()
            self.finished.emit()

    def _try_another_voice(self) -> None:
        self._silence()
        if len(self._voices) > 1:
            del self._voices[0]
            self._say()
            return
        self._forget()
        self.failed.emit(
            self.tr(
                "The voice of this computer made no sound. Nothing else has changed, and the"
                " answer is still here to read. Please check that the sound is on."
            )
        )

    def _silence(self) -> None:
        """End the process, and clear the queue of the speech server."""
        self._limit.stop()
        process, self._process = self._process, None
        if process is None:
            return
        process.finished.disconnect(self._ended)
        process.errorOccurred.disconnect(self._not_started)
        if process.state() == QProcess.ProcessState.NotRunning:
            process.deleteLater()
            return
        process.finished.connect(process.deleteLater)
        process.kill()
        self._hush(self._voices[0])

    def _hush(self, voice: Voice) -> None:
        if voice.hush:
            process = _outside_process(self)
            process.setProgram(voice.program)
            process.setArguments(voice.hush)
            process.startDetached()
            process.deleteLater()

    def _forget(self) -> None:
        self._sentences, self._at, self._state = (), 0, PlaybackState.SILENT


def _outside_process(parent: QObject) -> QProcess:
    """A process for a program of the system, whose output is discarded."""
    process = QProcess(parent)
    environment = QProcessEnvironment()
    for key, value in outside_environment(os.environ).items():
        environment.insert(key, value)
    process.setProcessEnvironment(environment)
    process.setStandardOutputFile(QProcess.nullDevice())
    return process
