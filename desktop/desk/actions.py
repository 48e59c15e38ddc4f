"""All actions of the window, with their keys, texts and icons."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto, unique
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui.look import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.look.theme import Look


class Group(Enum):
    """Group of actions in the menu and in the list of keys."""

    FIND = auto()
    READ = auto()
    TAKE = auto()
    VIEW = auto()
    PROGRAM = auto()


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Properties of an action that do not depend on the language."""

    group: Group
    keys: tuple[str, ...] = ()
    icon: str = ""  # of a button; menus show text only
    checkable: bool = False


@unique
class Action(Enum):
    """Actions of the window, in the order of the menu."""

    SEARCH = ActionSpec(Group.FIND, ("Ctrl+K", "/"))
    FIND = ActionSpec(Group.FIND, ("Ctrl+F",))
    BACK = ActionSpec(Group.FIND, ("Alt+Left",), "arrow-left")
    FORWARD = ActionSpec(Group.FIND, ("Alt+Right",), "arrow-right")
    BOOKMARK = ActionSpec(Group.READ, ("Ctrl+D",), "bookmark", checkable=True)
    BOOKMARKS = ActionSpec(Group.READ, ("Ctrl+B",))
    READ_ALOUD = ActionSpec(Group.READ, ("Ctrl+Shift+R",), "volume-2", checkable=True)
    BOTH_LANGUAGES = ActionSpec(Group.READ, ("Ctrl+Shift+L",))
    COPY = ActionSpec(Group.TAKE, ("Ctrl+Shift+C",), "copy")
    PRINT = ActionSpec(Group.TAKE, ("Ctrl+P",), "printer")
    QR_CODE = ActionSpec(Group.TAKE, ("Ctrl+R",), "qr-code")
    LEARN_NUMBER = ActionSpec(Group.TAKE, ("Ctrl+Shift+N",))
    TURN_AROUND = ActionSpec(Group.TAKE, ("Ctrl+Shift+T",))
    WALLET_CARD = ActionSpec(Group.TAKE, ("Ctrl+Shift+K",))
    LANGUAGE = ActionSpec(Group.VIEW, ("Ctrl+L",))
    LARGER = ActionSpec(Group.VIEW, ("Ctrl++", "Ctrl+="), "a-arrow-up")
    SMALLER = ActionSpec(Group.VIEW, ("Ctrl+-",), "a-arrow-down")
    NORMAL_SIZE = ActionSpec(Group.VIEW, ("Ctrl+0",))
    THEME = ActionSpec(Group.VIEW, ("Ctrl+T",), "contrast")
    SYSTEM_THEME = ActionSpec(Group.VIEW, ("Ctrl+Shift+S",), checkable=True)
    FULL_SCREEN = ActionSpec(Group.VIEW, ("F11",))
    HELP = ActionSpec(Group.PROGRAM, ("F1",))
    ABOUT = ActionSpec(Group.PROGRAM, ("Ctrl+F1",))
    COVER = ActionSpec(Group.PROGRAM, ("Ctrl+Shift+E",), checkable=True)
    BACKGROUND = ActionSpec(Group.PROGRAM, ("Ctrl+Shift+G",), checkable=True)
    LEAVE = ActionSpec(Group.PROGRAM, icon="log-out")  # Shift three times, see `LeaveKey`
    QUIT = ActionSpec(Group.PROGRAM, ("Ctrl+Q",))


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


class ActionCollection(QObject):
    """Owns the actions; other code gets them by `Action`."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._all = {key: QAction(window) for key in Action}
        for name, action in self._all.items():
            action.setObjectName(name.name.lower())
            action.setShortcuts([QKeySequence(keys) for keys in name.value.keys])
            action.setCheckable(name.value.checkable)
            window.addAction(action)
        self.retranslate()

    def __getitem__(self, name: Action) -> QAction:
        return self._all[name]

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
        for key, action in self._all.items():
            if name := key.value.icon:
                on_header = key in {Action.LARGER, Action.SMALLER, Action.THEME}
                ink = look.tokens.head_ink if on_header else look.tokens.ink
                ink = look.tokens.on_leave if key is Action.LEAVE else ink
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
        for name, action in self._all.items():
            action.setText(words[name])
            keys = [
                key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts()
            ]
            if name is Action.LEAVE:
                keys = [self.tr("Shift three times")]
            action.setToolTip(f"{words[name]} ({keys[0]})" if keys else words[name])
            # A style sheet cannot widen the gap between a button's icon and its text.
            action.setIconText(
                f"\u00a0\u00a0{words[name]}" if name is Action.LEAVE else words[name]
            )
