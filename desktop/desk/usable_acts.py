"""Actions that can be used right now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.desk.actions import Action
from desktop.desk.pages import ABOUT_AN_ENTRY

if TYPE_CHECKING:
    from desktop.desk.actions import ActionCollection
    from desktop.desk.frame import Frame
    from desktop.desk.reading.answer_acts import AnswerActs
    from desktop.desk.reading.navigation import Navigation

COVERED = frozenset({Action.LEAVE, Action.QUIT, Action.FULL_SCREEN})
"""Acts that work while the cover hides everything: nothing can be opened under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """State that decides which actions can be used.

    Attributes:
        covered: whether the cover hides everything.
        shown: whether the answer pane shows an entry.
        reading: whether that entry is visible, and not a page instead.
        several: whether the pack has several languages.
        back: whether there is an entry to go back to.
        forward: whether there is one to go forward to.
    """

    covered: bool
    shown: bool
    reading: bool
    several: bool
    back: bool
    forward: bool


def usable(now: Situation) -> frozenset[Action]:
    """Actions that can be used."""
    if now.covered:
        return COVERED
    needs = dict.fromkeys((Action.COPY, Action.READ_ALOUD, *ABOUT_AN_ENTRY), now.shown) | {
        Action.BACK: now.back,
        Action.FORWARD: now.forward,
        Action.FIND: now.reading,
        Action.BOOKMARK: now.reading,  # the list of bookmarks changes by itself
        Action.LANGUAGE: now.several,
        Action.BOTH_LANGUAGES: now.shown and now.several,
    }
    return frozenset(act for act in Action if needs.get(act, True))


class UsableActs(QObject):
    """Enables the usable actions of a window, and disables the others."""

    focusRequested = Signal()  # the widget with the focus is disabled, while an entry is read

    def __init__(
        self, acts: ActionCollection, frame: Frame, reading: Navigation, for_answer: AnswerActs
    ) -> None:
        """Store the parts; changes nothing yet.

        Args:
            acts: the actions; own this object.
            frame: its visible parts.
            reading: the shown entry.
            for_answer: what can be done with that entry.
        """
        super().__init__(acts)
        self._acts, self._frame = acts, frame
        self._reading, self._for_answer = reading, for_answer

    def refresh(self) -> None:
        """Update all actions."""
        now = self._situation()
        focus = cast("QApplication", QApplication.instance()).focusWidget()
        can_be_used = usable(now)
        for act in Action:
            self._acts[act].setEnabled(act in can_be_used)
        self._acts[Action.READ_ALOUD].setVisible(self._for_answer.can_speak)
        self._acts[Action.BOOKMARK].setChecked(self._for_answer.is_bookmarked)
        if focus is not None and not focus.isEnabled() and now.reading and not now.covered:
            self.focusRequested.emit()  # else keys would have no receiver

    def _situation(self) -> Situation:
        shown = self._reading.shows_entry
        return Situation(
            covered=self._frame.is_covered,
            shown=shown,
            reading=shown and self._frame.shows_reading,
            several=self._reading.has_several_languages,
            back=self._reading.can_go_back,
            forward=self._reading.can_go_forward,
        )
