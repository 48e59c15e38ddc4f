"""Every action of the window, with its keys, words and icon, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from desktop.ui import icons

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.ui.theme import Look


class Act(Enum):
    """What a person can do, wherever it is offered."""

    SEARCH = auto()
    FIND = auto()
    LANGUAGE = auto()
    LARGER = auto()
    SMALLER = auto()
    NORMAL_SIZE = auto()
    THEME = auto()
    BACK = auto()
    FORWARD = auto()
    COPY = auto()
    FULL_SCREEN = auto()
    LEAVE = auto()
    QUIT = auto()


@dataclass(frozen=True, slots=True)
class _Look:
    keys: tuple[str, ...] = ()
    icon: str = ""  # of a button; menus show words alone


LOOKS = {
    Act.SEARCH: _Look(("Ctrl+K", "/")),
    Act.FIND: _Look(("Ctrl+F",)),
    Act.LANGUAGE: _Look(("Ctrl+L",)),
    Act.LARGER: _Look(("Ctrl++", "Ctrl+="), "a-arrow-up"),
    Act.SMALLER: _Look(("Ctrl+-",), "a-arrow-down"),
    Act.NORMAL_SIZE: _Look(("Ctrl+0",)),
    Act.THEME: _Look(("Ctrl+T",), "contrast"),
    Act.BACK: _Look(("Alt+Left",), "arrow-left"),
    Act.FORWARD: _Look(("Alt+Right",), "arrow-right"),
    Act.COPY: _Look(("Ctrl+Shift+C",), "copy"),
    Act.FULL_SCREEN: _Look(("F11",)),
    Act.LEAVE: _Look((), "log-out"),  # Shift three times, see `desktop.ui.leave`
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
            window.addAction(action)
        self.retranslate()

    def __getitem__(self, act: Act) -> QAction:
        """The action itself."""
        return self._all[act]

    def apply_look(self, look: Look) -> None:
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
            Act.LANGUAGE: self.tr("Switch language"),
            Act.LARGER: self.tr("Larger text"),
            Act.SMALLER: self.tr("Smaller text"),
            Act.NORMAL_SIZE: self.tr("Normal text size"),
            Act.THEME: self.tr("Change the colors"),
            Act.BACK: self.tr("Back"),
            Act.FORWARD: self.tr("Forward"),
            Act.COPY: self.tr("Copy this answer"),
            Act.FULL_SCREEN: self.tr("Full screen"),
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
