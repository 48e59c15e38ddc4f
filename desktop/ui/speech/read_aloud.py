"""Reading the answer aloud: one action starts, pauses and continues."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.base.local_date import today
from desktop.content.answer import present
from desktop.content.as_speech import utterances
from desktop.ui.speech.player import PlaybackState, SpeechPlayer

if TYPE_CHECKING:
    from desktop.pack.view import PackView


class ReadAloud(QObject):
    """Reads one entry at a time; the voice stops when another is opened."""

    changed = Signal()  # `speaks` has changed
    failed = Signal(str)  # displayable text

    def __init__(self, pack: PackView, parent: QObject, reader: SpeechPlayer | None = None) -> None:
        """Start silent; `reader` has the voices, by default those of the system."""
        super().__init__(parent)
        self._pack = pack
        self.reader = reader or SpeechPlayer(parent=self)
        for signal in (self.reader.reached, self.reader.paused, self.reader.finished):
            signal.connect(self.changed)
        self.reader.failed.connect(self.changed)
        self.reader.failed.connect(self.failed)

    @property
    def speaks(self) -> bool:
        """Whether a voice is speaking."""
        return self.reader.state is PlaybackState.SPEAKING

    def toggle(self, entry_id: str, lang: str, *, details: bool) -> None:
        """Start to read an entry; pause or continue if one is being read.

        Args:
            entry_id: of the answer on the screen.
            lang: language tag.
            details: whether its details are expanded.
        """
        match self.reader.state:
            case PlaybackState.SPEAKING:
                self.reader.pause()
            case PlaybackState.PAUSED:
                self.reader.resume()
            case PlaybackState.SILENT:
                entry = self._pack.entry_by_id[entry_id]
                answer = present(self._pack, entry, lang, today())
                self.reader.start(utterances(answer, details=details), lang)

    @property
    def is_available(self) -> bool:
        """Whether this computer has a voice."""
        return self.reader.is_available

    def reason(self) -> str:
        """Reason for which nothing can be read aloud; "" if it can."""
        return self.reader.reason()

    def stop(self) -> None:
        """Stop reading."""
        self.reader.stop()
