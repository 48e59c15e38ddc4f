"""Every action of the window, with its keys, words and icon, in one place."""

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


class Act(Enum):
    """What a person can do, wherever it is offered."""

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
    """What belongs together in the menu and in the list of keys."""

    FIND = auto()
    READ = auto()
    TAKE = auto()
    VIEW = auto()
    PROGRAM = auto()


GROUPS = {
    Group.FIND: (Act.SEARCH, Act.FIND, Act.BACK, Act.FORWARD),
    Group.READ: (Act.BOOKMARK, Act.BOOKMARKS, Act.READ_ALOUD, Act.BOTH_LANGUAGES),
    Group.TAKE: (
        Act.COPY,
        Act.PRINT,
        Act.QR_CODE,
        Act.LEARN_NUMBER,
        Act.TURN_AROUND,
        Act.WALLET_CARD,
    ),
    Group.VIEW: (
        Act.LANGUAGE,
        Act.LARGER,
        Act.SMALLER,
        Act.NORMAL_SIZE,
        Act.THEME,
        Act.SYSTEM_THEME,
        Act.FULL_SCREEN,
    ),
    Group.PROGRAM: (Act.HELP, Act.ABOUT, Act.COVER, Act.BACKGROUND, Act.LEAVE, Act.QUIT),
}
RAIL = (
    Act.BACK,
    Act.FORWARD,
    Act.QR_CODE,
    Act.PRINT,
    Act.READ_ALOUD,
    Act.COPY,
    Act.BOOKMARK,
)
"""Beside an answer, from top to bottom."""

CHECKABLE = {Act.BOOKMARK, Act.READ_ALOUD, Act.SYSTEM_THEME, Act.COVER, Act.BACKGROUND}


@dataclass(frozen=True, slots=True)
class _Look:
    keys: tuple[str, ...] = ()
    icon: str = ""  # of a button; menus show words alone


LOOKS = {
    Act.SEARCH: _Look(("Ctrl+K", "/")),
    Act.FIND: _Look(("Ctrl+F",)),
    Act.BACK: _Look(("Alt+Left",), "arrow-left"),
    Act.FORWARD: _Look(("Alt+Right",), "arrow-right"),
    Act.BOOKMARK: _Look(("Ctrl+D",), "bookmark"),
    Act.BOOKMARKS: _Look(("Ctrl+B",)),
    Act.READ_ALOUD: _Look(("Ctrl+Shift+R",), "volume-2"),
    Act.BOTH_LANGUAGES: _Look(("Ctrl+Shift+L",)),
    Act.COPY: _Look(("Ctrl+Shift+C",), "copy"),
    Act.PRINT: _Look(("Ctrl+P",), "printer"),
    Act.QR_CODE: _Look(("Ctrl+R",), "qr-code"),
    Act.LEARN_NUMBER: _Look(("Ctrl+Shift+N",)),
    Act.TURN_AROUND: _Look(("Ctrl+Shift+T",)),
    Act.WALLET_CARD: _Look(("Ctrl+Shift+K",)),
    Act.LANGUAGE: _Look(("Ctrl+L",)),
    Act.LARGER: _Look(("Ctrl++", "Ctrl+="), "a-arrow-up"),
    Act.SMALLER: _Look(("Ctrl+-",), "a-arrow-down"),
    Act.NORMAL_SIZE: _Look(("Ctrl+0",)),
    Act.THEME: _Look(("Ctrl+T",), "contrast"),
    Act.SYSTEM_THEME: _Look(("Ctrl+Shift+S",)),
    Act.FULL_SCREEN: _Look(("F11",)),
    Act.HELP: _Look(("F1",)),
    Act.ABOUT: _Look(("Ctrl+F1",)),
    Act.COVER: _Look(("Ctrl+Shift+E",)),
    Act.BACKGROUND: _Look(("Ctrl+Shift+G",)),
    Act.LEAVE: _Look((), "log-out"),  # Shift three times, see `desktop.ui.leaving.leave_key`
    Act.QUIT: _Look(("Ctrl+Q",)),
}


class Actions(QObject):
    """Owns the actions; everybody else asks for them by `Act`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._all = {act: QAction(window) for act in Act}
        for act, action in self._all.items():
            action.setObjectName(act.name.lower())
            action.setShortcuts([QKeySequence(keys) for keys in LOOKS[act].keys])
            action.setCheckable(act in CHECKABLE)
            window.addAction(action)
        self.retranslate()

    def __getitem__(self, act: Act) -> QAction:
        """The action itself."""
        return self._all[act]

    def group_name(self, group: Group) -> str:
        """What a group is called in the language of the program."""
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
            if name := LOOKS[act].icon:
                on_header = act in {Act.LARGER, Act.SMALLER, Act.THEME}
                ink = look.tokens.head_ink if on_header else look.tokens.ink
                ink = look.tokens.on_leave if act is Act.LEAVE else ink
                action.setIcon(icons.icon(name, ink, look.px(20)))
                action.setIconVisibleInMenu(False)

    def retranslate(self) -> None:
        """Name everything in the language of the program."""
        words = {
            Act.SEARCH: self.tr("Search"),
            Act.FIND: self.tr("Find in this answer"),
            Act.BACK: self.tr("Back"),
            Act.FORWARD: self.tr("Forward"),
            Act.BOOKMARK: self.tr("Bookmark this answer"),
            Act.BOOKMARKS: self.tr("Bookmarks"),
            Act.READ_ALOUD: self.tr("Read aloud"),
            Act.BOTH_LANGUAGES: self.tr("Both languages side by side"),
            Act.COPY: self.tr("Copy this answer"),
            Act.PRINT: self.tr("Print or save as PDF"),
            Act.QR_CODE: self.tr("Take it on a phone (QR code)"),
            Act.LEARN_NUMBER: self.tr("Learn a number by heart"),
            Act.TURN_AROUND: self.tr("Turn around for someone across the table"),
            Act.WALLET_CARD: self.tr("Make a wallet card"),
            Act.LANGUAGE: self.tr("Switch language"),
            Act.LARGER: self.tr("Larger text"),
            Act.SMALLER: self.tr("Smaller text"),
            Act.NORMAL_SIZE: self.tr("Normal text size"),
            Act.THEME: self.tr("Change the colors"),
            Act.SYSTEM_THEME: self.tr("Same colors as this computer"),
            Act.FULL_SCREEN: self.tr("Full screen"),
            Act.HELP: self.tr("Help"),
            Act.ABOUT: self.tr("About this program"),
            Act.COVER: self.tr("Show a calendar when leaving quickly"),
            Act.BACKGROUND: self.tr("Keep ready in the background"),
            Act.LEAVE: self.tr("Leave quickly"),
            Act.QUIT: self.tr("Close"),
        }
        for act, action in self._all.items():
            action.setText(words[act])
            keys = [
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            ]
            if act is Act.LEAVE:
                keys = [self.tr("Shift three times")]
            action.setToolTip(f"{words[act]} ({keys[0]})" if keys else words[act])
            # A button's icon and words stand too close together for a style sheet to mend.
            action.setIconText(f"\u00a0\u00a0{words[act]}" if act is Act.LEAVE else words[act])
