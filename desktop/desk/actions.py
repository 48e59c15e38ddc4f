"""All actions of the window, with their keys, texts and icons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.look import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.theme import Look


class Action(Enum):
    """Identifier of an action of the window."""

    SEARCH = auto()
    FIND = auto()
    BACK = auto()
    FORWARD = auto()
    BOOKMARK = auto()
    BOOKMARKS = auto()
    READ_ALOUD = auto()
    BOTH_LANGUAGES = auto()
    COPY = auto()
    PRINT = auto()
    QR_CODE = auto()
    LEARN_NUMBER = auto()
    TURN_AROUND = auto()
    WALLET_CARD = auto()
    LANGUAGE = auto()
    LARGER = auto()
    SMALLER = auto()
    NORMAL_SIZE = auto()
    THEME = auto()
    SYSTEM_THEME = auto()
    FULL_SCREEN = auto()
    HELP = auto()
    ABOUT = auto()
    COVER = auto()
    BACKGROUND = auto()
    LEAVE = auto()
    QUIT = auto()


class Group(Enum):
    """Group of actions in the menu and in the list of keys."""

    FIND = auto()
    READ = auto()
    TAKE = auto()
    VIEW = auto()
    PROGRAM = auto()


GROUPS = {
    Group.FIND: (Action.SEARCH, Action.FIND, Action.BACK, Action.FORWARD),
    Group.READ: (Action.BOOKMARK, Action.BOOKMARKS, Action.READ_ALOUD, Action.BOTH_LANGUAGES),
    Group.TAKE: (
        Action.COPY,
        Action.PRINT,
        Action.QR_CODE,
        Action.LEARN_NUMBER,
        Action.TURN_AROUND,
        Action.WALLET_CARD,
    ),
    Group.VIEW: (
        Action.LANGUAGE,
        Action.LARGER,
        Action.SMALLER,
        Action.NORMAL_SIZE,
        Action.THEME,
        Action.SYSTEM_THEME,
        Action.FULL_SCREEN,
    ),
    Group.PROGRAM: (
        Action.HELP,
        Action.ABOUT,
        Action.COVER,
        Action.BACKGROUND,
        Action.LEAVE,
        Action.QUIT,
    ),
}
RAIL = (
    Action.BACK,
    Action.FORWARD,
    Action.QR_CODE,
    Action.PRINT,
    Action.READ_ALOUD,
    Action.COPY,
    Action.BOOKMARK,
)
"""Beside an answer, from top to bottom."""

CHECKABLE = {
    Action.BOOKMARK,
    Action.READ_ALOUD,
    Action.SYSTEM_THEME,
    Action.COVER,
    Action.BACKGROUND,
}


@dataclass(frozen=True, slots=True)
class _ActionSpec:
    keys: tuple[str, ...] = ()
    icon: str = ""  # of a button; menus show text only


ACTION_SPECS = {
    Action.SEARCH: _ActionSpec(("Ctrl+K", "/")),
    Action.FIND: _ActionSpec(("Ctrl+F",)),
    Action.BACK: _ActionSpec(("Alt+Left",), "arrow-left"),
    Action.FORWARD: _ActionSpec(("Alt+Right",), "arrow-right"),
    Action.BOOKMARK: _ActionSpec(("Ctrl+D",), "bookmark"),
    Action.BOOKMARKS: _ActionSpec(("Ctrl+B",)),
    Action.READ_ALOUD: _ActionSpec(("Ctrl+Shift+R",), "volume-2"),
    Action.BOTH_LANGUAGES: _ActionSpec(("Ctrl+Shift+L",)),
    Action.COPY: _ActionSpec(("Ctrl+Shift+C",), "copy"),
    Action.PRINT: _ActionSpec(("Ctrl+P",), "printer"),
    Action.QR_CODE: _ActionSpec(("Ctrl+R",), "qr-code"),
    Action.LEARN_NUMBER: _ActionSpec(("Ctrl+Shift+N",)),
    Action.TURN_AROUND: _ActionSpec(("Ctrl+Shift+T",)),
    Action.WALLET_CARD: _ActionSpec(("Ctrl+Shift+K",)),
    Action.LANGUAGE: _ActionSpec(("Ctrl+L",)),
    Action.LARGER: _ActionSpec(("Ctrl++", "Ctrl+="), "a-arrow-up"),
    Action.SMALLER: _ActionSpec(("Ctrl+-",), "a-arrow-down"),
    Action.NORMAL_SIZE: _ActionSpec(("Ctrl+0",)),
    Action.THEME: _ActionSpec(("Ctrl+T",), "contrast"),
    Action.SYSTEM_THEME: _ActionSpec(("Ctrl+Shift+S",)),
    Action.FULL_SCREEN: _ActionSpec(("F11",)),
    Action.HELP: _ActionSpec(("F1",)),
    Action.ABOUT: _ActionSpec(("Ctrl+F1",)),
    Action.COVER: _ActionSpec(("Ctrl+Shift+E",)),
    Action.BACKGROUND: _ActionSpec(("Ctrl+Shift+G",)),
    Action.LEAVE: _ActionSpec(
        (), "log-out"
    ),  # Shift three times, see `desktop.ui.leaving.leave_key`
    Action.QUIT: _ActionSpec(("Ctrl+Q",)),
}


class ActionCollection(QObject):
    """Owns the actions; other code gets them by `Action`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._all = {act: QAction(window) for act in Action}
        for act, action in self._all.items():
            action.setObjectName(act.name.lower())
            action.setShortcuts([QKeySequence(keys) for keys in ACTION_SPECS[act].keys])
            action.setCheckable(act in CHECKABLE)
            window.addAction(action)
        self.retranslate()

    def __getitem__(self, act: Action) -> QAction:
        """Return the action."""
        return self._all[act]

    def group_name(self, group: Group) -> str:
        """Name of a group in the language of the program."""
        return {
            Group.FIND: self.tr("Find"),
            Group.READ: self.tr("Read"),
            Group.TAKE: self.tr("Take it with you"),
            Group.VIEW: self.tr("View"),
            Group.PROGRAM: self.tr("Program"),
        }[group]

    def tint(self, look: Look) -> None:
        """Tint the icons."""
        for act, action in self._all.items():
            if name := ACTION_SPECS[act].icon:
                on_header = act in {Action.LARGER, Action.SMALLER, Action.THEME}
                ink = look.tokens.head_ink if on_header else look.tokens.ink
                ink = look.tokens.on_leave if act is Action.LEAVE else ink
                action.setIcon(icons.icon(name, ink, look.px(20)))
                action.setIconVisibleInMenu(False)

    def retranslate(self) -> None:
        """Set all texts in the language of the program."""
        words = {
            Action.SEARCH: self.tr("Search"),
            Action.FIND: self.tr("Find in this answer"),
            Action.BACK: self.tr("Back"),
            Action.FORWARD: self.tr("Forward"),
            Action.BOOKMARK: self.tr("Bookmark this answer"),
            Action.BOOKMARKS: self.tr("Bookmarks"),
            Action.READ_ALOUD: self.tr("Read aloud"),
            Action.BOTH_LANGUAGES: self.tr("Both languages side by side"),
            Action.COPY: self.tr("Copy this answer"),
            Action.PRINT: self.tr("Print or save as PDF"),
            Action.QR_CODE: self.tr("Take it on a phone (QR code)"),
            Action.LEARN_NUMBER: self.tr("Learn a number by heart"),
            Action.TURN_AROUND: self.tr("Turn around for someone across the table"),
            Action.WALLET_CARD: self.tr("Make a wallet card"),
            Action.LANGUAGE: self.tr("Switch language"),
            Action.LARGER: self.tr("Larger text"),
            Action.SMALLER: self.tr("Smaller text"),
            Action.NORMAL_SIZE: self.tr("Normal text size"),
            Action.THEME: self.tr("Change the colors"),
            Action.SYSTEM_THEME: self.tr("Same colors as this computer"),
            Action.FULL_SCREEN: self.tr("Full screen"),
            Action.HELP: self.tr("Help"),
            Action.ABOUT: self.tr("About this program"),
            Action.COVER: self.tr("Show a calendar when leaving quickly"),
            Action.BACKGROUND: self.tr("Keep ready in the background"),
            Action.LEAVE: self.tr("Leave quickly"),
            Action.QUIT: self.tr("Close"),
        }
        for act, action in self._all.items():
            action.setText(words[act])
            keys = [
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            ]
            if act is Action.LEAVE:
                keys = [self.tr("Shift three times")]
            action.setToolTip(f"{words[act]} ({keys[0]})" if keys else words[act])
            # A style sheet cannot widen the gap between a button's icon and its text.
            action.setIconText(f"\u00a0\u00a0{words[act]}" if act is Action.LEAVE else words[act])
