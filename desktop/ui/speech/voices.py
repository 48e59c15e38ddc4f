"""Speech engines of the system and their command lines. Does not import Qt.

Text is never on a command line, where every user of the computer could read it: it goes
through standard input.
"""

from __future__ import annotations

import math
import shutil
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

SPEEDS: Final = (50, 75, 100, 125, 150, 200)  # per cent
_WORDS_A_MINUTE: Final = 160  # of espeak-ng at 100 %; its own 175 is fast for a worried listener
_ESPEAK_NAMES: Final = {"en": "en-us", "es": "es-419"}  # as spoken in New Mexico


class SpeechEngine(Enum):
    """Speech program; the value is its name. The first is preferred.

    Speech Dispatcher has the voice that the person chose for the whole desktop.
    """

    SPEECH_DISPATCHER = "spd-say"
    ESPEAK = "espeak-ng"


@dataclass(frozen=True, slots=True)
class Voice:
    """An installed engine; speaks one sentence per run.

    Attributes:
        engine: its kind.
        program: its full path.
    """

    engine: SpeechEngine
    program: str

    def arguments(self, lang: str, speed: int) -> list[str]:
        """Arguments of the program for one sentence.

        Args:
            lang: language tag.
            speed: per cent, one of `SPEEDS`.
        """
        if self.engine is SpeechEngine.ESPEAK:
            name = _ESPEAK_NAMES.get(lang.partition("-")[0], lang)
            return ["--stdin", "-v", name, "-s", str(_WORDS_A_MINUTE * speed // 100)]
        rate = round(100 * math.log2(speed / 100))  # -100 to 100: half to twice as fast
        language = lang.partition("-")[0]
        return ["--pipe-mode", "--wait", "--language", language, "--rate", str(rate)]

    def feed(self, sentence: str) -> bytes:
        """Standard input that speaks `sentence`.

        Speech Dispatcher takes a line that begins with "!-!" for a command, hence the space.
        """
        return f" {' '.join(sentence.split())}\n".encode()

    @property
    def hush(self) -> list[str]:
        """Arguments that silence it after its process was killed; empty if that is enough.

        Speech Dispatcher speaks in a separate process, so it needs a command.
        """
        return ["--cancel"] if self.engine is SpeechEngine.SPEECH_DISPATCHER else []


def find_voices(which: Callable[[str], str | None] = shutil.which) -> tuple[Voice, ...]:
    """Engines of this system, the preferred one first."""
    return tuple(Voice(engine, path) for engine in SpeechEngine if (path := which(engine.value)))
