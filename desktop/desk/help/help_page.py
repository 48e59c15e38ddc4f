"""Help page: features, limits and keys, and what is missing on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.desk.help.shortcut_list import ShortcutList
from desktop.ui.look.changes import Adaptive, named
from desktop.ui.look.text import paragraph
from desktop.ui.widgets.reading_column import ReadingColumn
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.actions import ActionCollection


class HelpPage(Adaptive, QWidget):
    """Short sections under headings. Independent of the window."""

    closeRequested = Signal()

    def __init__(
        self, acts: ActionCollection, missing: Sequence[str] = (), parent: QWidget | None = None
    ) -> None:
        """Build the page.

        Args:
            acts: source of the listed keys.
            missing: what this computer lacks, a sentence each, in the language of the program.
            parent: Qt's.
        """
        super().__init__(parent)
        self.area = ReadingColumn()
        self.setFocusProxy(self.area)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)
        self._sections = [self._add_section(len(words)) for words in self._words()]
        self.keys = ShortcutList(acts)
        self.area.add(self.keys, 12)
        self._missing_heading = Heading()
        self._missing = named(QWidget(), "missing")
        self._reasons = QVBoxLayout(self._missing)
        self._reasons.setContentsMargins(0, 0, 0, 0)
        self.area.add(self._missing_heading, 26)
        self.area.add(self._missing, 8)
        self.area.finish()
        self._retranslate()
        self.set_missing(missing)

    def title(self) -> str:
        """Title of the page."""
        return self.tr("Help")

    def set_missing(self, reasons: Sequence[str]) -> None:
        """Show what this computer lacks, a sentence each; hidden if there is nothing."""
        for old in self._missing.findChildren(WrappingLabel):
            self._reasons.removeWidget(old)
            old.deleteLater()
        for reason in reasons:
            self._reasons.addWidget(WrappingLabel(paragraph(reason)))
        for part in (self._missing_heading, self._missing):
            part.setVisible(bool(reasons))

    def _restyle(self) -> None:
        self._reasons.setSpacing(self._look.px(8))

    def _add_section(self, count: int) -> list[WrappingLabel]:
        """Add a heading and `count` - 1 empty paragraphs."""
        heading = Heading()
        texts = [WrappingLabel(paragraph("")) for _ in range(count - 1)]
        self.area.add(heading, 18)
        for text in texts:
            self.area.add(text, 8)
        return [heading, *texts]

    def _retranslate(self) -> None:
        self.area.setAccessibleName(self.title())
        self._missing_heading.setText(self.tr("What is missing on this computer"))
        for (heading, *texts), (title, *words) in zip(self._sections, self._words(), strict=True):
            heading.setText(title)
            for text, line in zip(texts, words, strict=True):
                text.setText(paragraph(line))

    def _words(self) -> tuple[tuple[str, ...], ...]:
        """The sections: heading first, then paragraphs."""
        return (
            (
                self.tr("Find an answer"),
                self.tr("Type a word or a question in the search box. Answers show as you type."),
                self.tr(
                    "Small slips in spelling do not matter. You can ask in any language that"
                    " the answers have."
                ),
                self.tr("Or choose a topic in the list, and then a question."),
            ),
            (
                self.tr("Read"),
                self.tr(
                    "The short answer comes first. Below it are the full answer, people you"
                    " can call, and where the facts come from."
                ),
                self.tr(
                    "“Back” and “Forward” go through what you opened. That list is gone when"
                    " you close the program."
                ),
            ),
            (
                self.tr("Take it with you"),
                self.tr(
                    "The menu shows how to copy an answer, put it on paper or bring it to a phone."
                ),
                self.tr(
                    "Somebody else may find a paper, a file or a phone. If that could put you"
                    " at risk, learn the phone number by heart instead."
                ),
            ),
            (
                self.tr("Leave quickly"),
                self.tr(
                    "Press Shift three times, or choose “Leave quickly”. The window is gone at"
                    " once. The program forgets what you looked for and what you read."
                ),
                self.tr(
                    "It has limits. It cannot erase what is somewhere else: what you printed,"
                    " saved, sent or took a photo of."
                ),
                self.tr("Bookmarks stay on this computer until you remove them."),
                self.tr(
                    "It does not stop a person, a camera or a spy program that watches this"
                    " computer. If that could be so, use a computer or phone that the other"
                    " person cannot get to."
                ),
            ),
            (
                self.tr("Text size, colors and language"),
                self.tr(
                    "Everything can grow to three times its size, or shrink a little. The"
                    " colors can be light, dark or of high contrast."
                ),
                self.tr(
                    "The language button changes every word on the screen. You stay at the"
                    " same answer."
                ),
            ),
            (
                self.tr("Keyboard"),
                self.tr("Everything works without a mouse. These are the keys:"),
            ),
        )
