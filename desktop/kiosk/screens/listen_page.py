"""Page before reading aloud: headphones first, since others hear a loudspeaker."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop.ui.widgets.page import Page, WordButton, label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.speech.read_aloud import ReadAloud
    from desktop.ui.takeaway.sheet_pages import Subject


class ListenPage(Page):
    """Starts, pauses and resumes; the voice continues when the page is closed."""

    curtainRequested = Signal()

    def __init__(self, voice: ReadAloud, subject: Subject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._voice, self._subject = voice, subject
        self._first, self._others = label("qrIntro"), label("")
        self.start, self.hide_screen = WordButton("primary"), WordButton("listenHide")
        self.start.clicked.connect(self._toggle)
        self.hide_screen.clicked.connect(self.curtainRequested)
        for part in (self._first, self._others, self.start, self.hide_screen):
            self.column.addWidget(part)
        self.column.addStretch()
        voice.changed.connect(self._retranslate)
        self._retranslate()

    def title(self) -> str:
        """Title of the sheet."""
        return self.tr("Listen")

    def set_language(self, lang: str) -> None:
        """Set the language of the text to read."""
        self._subject = replace(self._subject, lang=lang)

    def _toggle(self) -> None:
        subject = self._subject
        self._voice.toggle(subject.entry_id, subject.lang, details=subject.details)

    def _retranslate(self) -> None:
        self._first.setText(self.tr("Plug in headphones first, if there is a place for them."))
        self._others.setText(self.tr("Without headphones, people near you hear it too."))
        self.start.say(self.tr("Pause") if self._voice.speaks else self.tr("Read aloud"))
        self.hide_screen.say(self.tr("Hide the screen while I listen"))
