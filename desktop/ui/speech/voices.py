"""Speech engines of the system and their command lines. Does not import Qt.

Text is never on a command line, where every user of the computer could read it: it goes
through standard input.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_WORDS_A_MINUTE: Final = "160"  # of espeak-ng; its own 175 is fast for a worried listener
_ESPEAK_NAMES: Final = {"en": "en-us", "es": "es-419"}  # as spoken in New Mexico


class SpeechEngine(Enum):
    """Speech program; the value is its name. The first is preferred.

    Speech Dispatcher has the voice that the person chose for the whole desktop.
    """

    SPEECH_DISPATCHER = "spd-say"
    ESPEAK = "espeak-ng"


@dataclass(frozen=True, slots=True)
class Voice:
    """An installed engine; speaks one sentence per run."""

    engine: SpeechEngine
    program: str  # its full path

    def arguments(self, lang: str) -> list[str]:
        """Arguments of the program for one sentence in `lang`, a language tag."""
        language = lang.partition("-")[0]
        if self.engine is SpeechEngine.ESPEAK:
            return ["--stdin", "-v", _ESPEAK_NAMES.get(language, lang), "-s", _WORDS_A_MINUTE]
        return ["--pipe-mode", "--wait", "--language", language, "--rate", "0"]  # as usual

    def stdin_data(self, sentence: str) -> bytes:
        """Standard input that speaks `sentence`.

        Speech Dispatcher takes a line that begins with "!-!" for a command, hence the space.
        """
        return f" {' '.join(sentence.split())}\n".encode()

    @property
    def cancel_arguments(self) -> list[str]:
        """Arguments that silence it after its process was killed; empty if that is enough.

        Speech Dispatcher speaks in a separate process, so it needs a command.
        """
        return ["--cancel"] if self.engine is SpeechEngine.SPEECH_DISPATCHER else []


def find_voices(which: Callable[[str], str | None] = shutil.which) -> tuple[Voice, ...]:
    """Engines of this system, the preferred one first."""
    return tuple(Voice(engine, path) for engine in SpeechEngine if (path := which(engine.value)))
