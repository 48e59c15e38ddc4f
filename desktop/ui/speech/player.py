"""Reads sentences aloud with a voice of the system, one process for each sentence.

So a pause takes effect at once, and when the process is killed the voice is silent.
"""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal

from desktop.ui.running.outside_process import OutsideProcess, environment
from desktop.ui.speech.voices import Voice, find_voices

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
            parent: owner of this object.
            limit_ms: time after which a sentence counts as failed, milliseconds.
        """
        super().__init__(parent)
        self._voices = list(find_voices() if voices is None else voices)
        self._sentences: tuple[str, ...] = ()
        self._lang, self._at = "", 0
        self.state = PlaybackState.SILENT
        self._process: OutsideProcess | None = None
        self._limit_ms = limit_ms
        if app := QCoreApplication.instance():
            app.aboutToQuit.connect(self.close)

    @property
    def is_available(self) -> bool:
        """Whether this computer has a voice."""
        return bool(self._voices)

    def unavailable_reason(self) -> str:
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
            self._speak()

    def pause(self) -> None:
        """Pause at once."""
        if self.state is PlaybackState.SPEAKING:
            self._silence()
            self.state = PlaybackState.PAUSED
            self.paused.emit()

    def resume(self) -> None:
        """Continue with the interrupted sentence, from its beginning."""
        if self.state is PlaybackState.PAUSED:
            self._speak()

    def stop(self) -> None:
        """Stop at once, and delete the sentences."""
        was = self.state
        self._silence()
        self._forget()
        if was is not PlaybackState.SILENT:
            self.finished.emit()

    def close(self) -> None:
        """Stop, and wait for the last process: for the end of the program."""
        self.stop()
        for process in self.findChildren(OutsideProcess):
            process.waitForFinished(1000)  # it was killed, so this takes no time

    def _speak(self) -> None:
        voice = self._voices[0]
        self.state = PlaybackState.SPEAKING
        self._process = process = OutsideProcess(self, self._limit_ms)
        process.ended.connect(self._ended)
        self.reached.emit(self._at)
        command = [voice.program, *voice.arguments(self._lang)]
        process.begin(command, voice.stdin_data(self._sentences[self._at]))

    def _ended(self, is_fine: bool, _: str, complaint: str) -> None:  # noqa: FBT001  # a signal's
        self._process = None
        # espeak-ng without a sound card reports this and exits with success.
        if is_fine and "\nerror:" not in f"\n{complaint}":
            self._go_on()
        else:
            self._try_another_voice()

    def _go_on(self) -> None:
        self._at += 1
        if self._at < len(self._sentences):
            self._speak()
        else:
            self._forget()
            self.finished.emit()

    def _try_another_voice(self) -> None:
        self._cancel_queued()
        if len(self._voices) > 1:
            del self._voices[0]
            self._speak()
            return
        self._forget()
        self.failed.emit(
            self.tr(
                "The voice of this computer made no sound. Nothing else has changed, and the"
                " answer is still here to read. Please check that the sound is on."
            )
        )

    def _silence(self) -> None:
        """End the process, if one is running."""
        if self._process is not None:
            self._process.end()
            self._process = None
            self._cancel_queued()

    def _cancel_queued(self) -> None:
        """Clear the queue of the speech server."""
        voice = self._voices[0]
        if voice.cancel_arguments:
            process = QProcess()
            process.setProgram(voice.program)
            process.setArguments(voice.cancel_arguments)
            process.setEnvironment(environment())
            process.startDetached()

    def _forget(self) -> None:
        self._sentences, self._at, self.state = (), 0, PlaybackState.SILENT
