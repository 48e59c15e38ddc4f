"""Help page: features, limits and keys, and what is missing on this computer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.desk.actions import Action, ActionCollection, Group
from desktop.ui.look.changes import Adaptive, apply_look
from desktop.ui.look.text import paragraph
from desktop.ui.widgets.reading_column import ReadingColumn
from desktop.ui.widgets.wrapping import Heading, WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class HelpPage(Adaptive, QWidget):
    """Short sections under headings. Independent of the window."""

    def __init__(self, actions: ActionCollection, missing: Callable[[], Sequence[str]]) -> None:
        """Build the page; `missing` returns what this computer lacks, a sentence each."""
        super().__init__()
        self._actions, self._missing = actions, missing
        self.area = ReadingColumn()
        self.setFocusProxy(self.area)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.area)
        self._retranslate()

    def title(self) -> str:
        """Title of the page."""
        return self.tr("Help")

    def _retranslate(self) -> None:
        """Build the page again, at the same place."""
        self.area.setAccessibleName(self.title())
        self.area.start()
        for title, *texts in self._words():
            self._add_section(title, texts, above=18)
        self.keys = ShortcutList(self._actions)
        self.area.add(self.keys, 12)
        if reasons := self._missing():
            self._add_section(self.tr("What is missing on this computer"), reasons, above=26)
        self.area.finish()
        apply_look(self.keys, self._look)  # it was added before the column had a parent

    def _add_section(self, title: str, texts: Sequence[str], *, above: int) -> None:
        self.area.add(Heading(title), above)
        for text in texts:
            self.area.add(WrappingLabel(paragraph(text)), 8)

    def _words(self) -> tuple[tuple[str, ...], ...]:
        """The sections: heading first, then paragraphs."""
        return (
            (
                self.tr("Find an answer"),
                self.tr("Type a word or a question in the search box. Answers show as you type."),
                self.tr(
                    "Small spelling mistakes do not matter. You can ask in any language that"
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


class ShortcutList(Adaptive, QWidget):
    """A heading for each group, and a row for each action and each key of lists.

    Its rows follow the actions; the page creates it again when the language changes.
    """

    def __init__(self, actions: ActionCollection) -> None:
        super().__init__()
        self._actions = actions
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.rows = {action: ShortcutRow() for action in Action}
        self._soon = QTimer(self, singleShot=True)  # many actions change in sequence
        self._soon.timeout.connect(self._set_texts)
        for group in Group:
            self._column.addWidget(Heading(actions.group_name(group), "heading3"))
            for act, row in self.rows.items():
                if act.value.group is group:
                    self._column.addWidget(row)
                    actions[act].changed.connect(self._soon.start)
            for keys, words in self._keys_of_lists().get(group, ()):
                self._column.addWidget(row := ShortcutRow())
                row.set_text(keys, words)
        self._set_texts()

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.px(8))
        for heading in self.findChildren(Heading):
            heading.setContentsMargins(0, self._look.px(12), 0, 0)

    def _keys_of_lists(self) -> dict[Group, tuple[tuple[str, str], ...]]:
        """Keys without an action, and their descriptions."""
        return {
            Group.FIND: (
                (self.tr("Down, Up"), self.tr("Move through results or topics")),
                (self.tr("Enter"), self.tr("Open the one that is marked")),
                (self.tr("Esc"), self.tr("From the results back to the topics")),
            ),
            Group.READ: (
                (self.tr("Down, Up"), self.tr("Scroll the answer")),
                (self.tr("Page Down, Page Up"), self.tr("Scroll by a page")),
            ),
            Group.PROGRAM: (
                (self.tr("Tab, Shift+Tab"), self.tr("To the next control, or the one before")),
                (self.tr("Space, Enter"), self.tr("Press the button that is marked")),
                (self.tr("Esc"), self.tr("Close what is open")),
            ),
        }

    def _keys(self, action: Action) -> str:
        if action is Action.LEAVE:  # not a QShortcut: see `desktop.ui.leaving.leave_key`
            return self.tr("Shift three times")
        native = QKeySequence.SequenceFormat.NativeText
        keys = [key.toString(native) for key in self._actions[action].shortcuts()]
        if not keys:
            return self.tr("in the menu")
        joined = keys[0]
        for key in keys[1:]:
            joined = self.tr("%1 or %2").replace("%1", joined).replace("%2", key)
        return joined

    def _set_texts(self) -> None:
        for action, row in self.rows.items():
            row.set_text(self._keys(action), self._actions[action].text())
            row.setHidden(not self._actions[action].isVisible())


class ShortcutRow(Adaptive, QWidget):
    """Keys and their description; in a narrow column one below the other."""

    def __init__(self) -> None:
        super().__init__()
        self.keys = WrappingLabel(name="keys")
        self.words = WrappingLabel()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.keys)
        self._row.addWidget(self.words, 1)

    def set_text(self, keys: str, words: str) -> None:
        """Show that `keys` do `words`."""
        self.keys.setText(keys)
        self.words.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._restyle()

    def _restyle(self) -> None:
        px = self._look.px
        beside = self.width() > px(450)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(px(12) if beside else 0)
        self.keys.setMinimumWidth(px(190) if beside else 0)
