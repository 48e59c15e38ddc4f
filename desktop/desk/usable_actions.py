"""Actions that can be used right now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.desk.actions import Action

if TYPE_CHECKING:
    from desktop.desk.actions import ActionCollection
    from desktop.desk.frame import Frame
    from desktop.desk.reading.answer_actions import AnswerActions
    from desktop.desk.reading.navigation import Navigation

COVERED = frozenset({Action.LEAVE, Action.QUIT, Action.FULL_SCREEN})
"""Acts that work while the cover hides everything: nothing can be opened under it."""


def usable(
    *, covered: bool, shown: bool, reading: bool, several: bool, back: bool, forward: bool
) -> frozenset[Action]:
    """Actions that can be used.

    Args:
        covered: whether the cover hides everything.
        shown: whether the answer pane shows an entry.
        reading: whether that entry is visible, and not a page instead.
        several: whether the pack has several languages.
        back: whether there is an entry to go back to.
        forward: whether there is one to go forward to.
    """
    if covered:
        return COVERED
    needs = {
        Action.BACK: back,
        Action.FORWARD: forward,
        Action.FIND: reading,
        Action.BOOKMARK: reading,  # the list of bookmarks changes by itself
        Action.LANGUAGE: several,
        Action.BOTH_LANGUAGES: shown and several,
        Action.READ_ALOUD: shown,
        Action.COPY: shown,
        Action.QR_CODE: shown,
        Action.TURN_AROUND: shown,
    }
    return frozenset(action for action in Action if needs.get(action, True))


class UsableActions(QObject):
    """Enables the usable actions of a window, and disables the others."""

    focusRequested = Signal()  # the widget with the focus is disabled, while an entry is read

    def __init__(
        self,
        actions: ActionCollection,
        frame: Frame,
        reading: Navigation,
        for_answer: AnswerActions,
    ) -> None:
        """Store the parts; changes nothing yet. The actions own this object."""
        super().__init__(actions)
        self._actions, self._frame = actions, frame
        self._reading, self._for_answer = reading, for_answer

    def refresh(self) -> None:
        """Update all actions."""
        covered = self._frame.is_covered
        shown = self._reading.shows_entry
        reading = shown and self._frame.shows_reading
        can_be_used = usable(
            covered=covered,
            shown=shown,
            reading=reading,
            several=self._reading.has_several_languages,
            back=self._reading.can_go_back,
            forward=self._reading.can_go_forward,
        )
        focus = QApplication.focusWidget()
        for action in Action:
            self._actions[action].setEnabled(action in can_be_used)
        self._actions[Action.READ_ALOUD].setVisible(self._for_answer.can_read_aloud)
        self._actions[Action.BOOKMARK].setChecked(self._for_answer.is_bookmarked)
        if focus is not None and not focus.isEnabled() and reading and not covered:
            self.focusRequested.emit()  # else keys would have no receiver
