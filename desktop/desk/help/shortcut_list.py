"""List of all keys of the program, in groups, from its actions."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.desk.actions import GROUPS, Action, ActionCollection, Group
from desktop.ui.look.changes import Adaptive
from desktop.ui.widgets.wrapping import Heading, WrappingLabel


class ShortcutRow(Adaptive, QWidget):
    """Keys and their description; in a narrow column one below the other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keys = WrappingLabel(name="keys")
        self.words = WrappingLabel()
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.keys)
        self._row.addWidget(self.words, 1)

    def tell(self, keys: str, words: str) -> None:
        """Show that `keys` do `words`."""
        self.keys.setText(keys)
        self.words.setText(words)

    def _restyle(self) -> None:
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px = self._look.px
        beside = self.width() > px(450)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside else down)
        self._row.setSpacing(px(12) if beside else 0)
        self.keys.setMinimumWidth(px(190) if beside else 0)


class ShortcutList(Adaptive, QWidget):
    """A heading for each group, and a row for each action and each key of lists."""

    def __init__(self, acts: ActionCollection, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._acts = acts
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._headings: dict[Group, Heading] = {}
        self.rows: dict[Action, ShortcutRow] = {}
        self._fixed: dict[Group, list[ShortcutRow]] = {}
        # Many actions change in sequence, for example on a change of language.
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._say)
        for group in GROUPS:
            self._add_group(group)
        self._say()

    def _add_group(self, group: Group) -> None:
        self._headings[group] = Heading(name="heading3")
        self._column.addWidget(self._headings[group])
        for act in GROUPS[group]:
            self.rows[act] = ShortcutRow()
            self._column.addWidget(self.rows[act])
            self._acts[act].changed.connect(self._soon.start)
        self._fixed[group] = [ShortcutRow() for _ in self._keys_of_lists().get(group, ())]
        for row in self._fixed[group]:
            self._column.addWidget(row)

    def _restyle(self) -> None:
        look = self._look
        self._column.setSpacing(look.px(8))
        for heading in self._headings.values():
            heading.setContentsMargins(0, look.px(12), 0, 0)

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

    def _keys(self, act: Action) -> str:
        if act is Action.LEAVE:  # not a QShortcut: see `desktop.ui.leaving.leave_key`
            return self.tr("Shift three times")
        native = QKeySequence.SequenceFormat.NativeText
        keys = [key.toString(native) for key in self._acts[act].shortcuts()]
        if not keys:
            return self.tr("in the menu")
        joined = keys[0]
        for key in keys[1:]:
            joined = self.tr("%1 or %2").replace("%1", joined).replace("%2", key)
        return joined

    def _retranslate(self) -> None:
        self._soon.start()  # the actions may receive the event later

    def _say(self) -> None:
        for group, heading in self._headings.items():
            heading.setText(self._acts.group_name(group))
        for act, row in self.rows.items():
            action = self._acts[act]
            row.tell(self._keys(act), action.text())
            row.setHidden(not action.isVisible())
        for group, told in self._keys_of_lists().items():
            for row, (keys, words) in zip(self._fixed[group], told, strict=True):
                row.tell(keys, words)
