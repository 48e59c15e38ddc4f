"""Reading the answer aloud: one action starts, pauses and continues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.as_speech import utterances
from desktop.ui.speech.player import PlaybackState, SpeechPlayer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.pack.view import PackView
    from desktop.ui.speech.voices import Voice


class ReadAloud(SpeechPlayer):
    """Reads one entry at a time; the voice stops when another is opened."""

    changed = Signal()  # `is_speaking` has changed

    def __init__(
        self, pack: PackView, parent: QObject, voices: Sequence[Voice] | None = None
    ) -> None:
        """Start silent; `voices` as for a player."""
        super().__init__(voices, parent)
        self._pack = pack
        for signal in (self.reached, self.paused, self.finished, self.failed):
            signal.connect(self.changed)

    @property
    def is_speaking(self) -> bool:
        """Whether a voice is speaking."""
        return self.state is PlaybackState.SPEAKING

    def toggle(self, entry_id: str, lang: str, *, details: bool) -> None:
        """Start to read an entry; pause or continue if one is being read.

        Args:
            entry_id: of the answer on the screen.
            lang: language tag.
            details: whether its details are expanded.
        """
        match self.state:
            case PlaybackState.SPEAKING:
                self.pause()
            case PlaybackState.PAUSED:
                self.resume()
            case PlaybackState.SILENT:
                entry = self._pack.entry_by_id[entry_id]
                answer = present(self._pack, entry, lang, today())
                self.start(utterances(answer, details=details), lang)
