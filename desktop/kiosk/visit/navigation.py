"""Navigation between the screens of a visit, with a history."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject, Signal

from desktop.ui.takeaway.sheet_pages import Subject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QStackedWidget, QWidget

    from desktop.kiosk.screens.column_page import HelpNow, TopicPage
    from desktop.kiosk.screens.home import Home
    from desktop.kiosk.screens.screen_with_actions import VisitorAction
    from desktop.kiosk.visit.take_away import TakeAway
    from desktop.ui.answer.answer_pane import AnswerPane
    from desktop.ui.widgets.sheet import Sheet


class VisitScreen(Enum):
    """The screens of a visit."""

    HOME = auto()
    HELP = auto()
    TOPIC = auto()
    ANSWER = auto()


@dataclass(frozen=True, slots=True)
class VisitLocation:
    """A screen and what is on it: the id of a topic or entry, "" for the others."""

    room: VisitScreen
    what: str = ""


HOME_LOCATION: Final = VisitLocation(VisitScreen.HOME)
MAX_HISTORY: Final = 100  # locations; visitors do not go back further


class NavigationHistory:
    """The visited locations. Always begins on the start page."""

    def __init__(self) -> None:
        self._places = [HOME_LOCATION]

    @property
    def current(self) -> VisitLocation:
        """The current location."""
        return self._places[-1]

    def push(self, place: VisitLocation) -> None:
        """Append `place`; the start page clears the history."""
        if place == HOME_LOCATION:
            self.clear()
        elif place != self.current:
            del self._places[1 : len(self._places) - MAX_HISTORY + 1]
            self._places.append(place)

    def pop(self) -> VisitLocation:
        """Go back one step, if there is one; returns the new location."""
        if len(self._places) > 1:
            self._places.pop()
        return self.current

    def clear(self) -> None:
        """Clear the history."""
        self._places[:] = [HOME_LOCATION]


class VisitScreens(NamedTuple):
    """Contents of the screens, and the sheet for pages on top of them."""

    home: Home
    help_now: HelpNow
    topic: TopicPage
    answer: AnswerPane
    sheet: Sheet
    taking: TakeAway


class Navigator(QObject):
    """Shows the current location on a stage, and stores the navigation history."""

    moving = Signal()  # before another location or page is shown
    arrived = Signal()  # after it
    answerClosed = Signal()  # the answer shown is replaced or closed
    entryOpened = Signal(str)  # entry id

    def __init__(
        self, stage: QStackedWidget, contents: VisitScreens, frames: Mapping[VisitScreen, QWidget]
    ) -> None:
        """Begin on the start page; `frames` are the containers of contents that have one."""
        super().__init__(stage)
        self._stage, self._contents = stage, contents
        self._frames = {VisitScreen.HOME: contents.home, **frames}
        self._trail = NavigationHistory()
        for widget in (*self._frames.values(), contents.sheet):
            stage.addWidget(widget)

    @property
    def current(self) -> VisitLocation:
        """The current location, below a page that may be open."""
        return self._trail.current

    @property
    def is_at_start(self) -> bool:
        """Whether the start page is shown in its initial state."""
        contents = self._contents
        if self._stage.currentWidget() is contents.sheet or self.current != HOME_LOCATION:
            return False
        return not contents.home.box.edit.text().strip()

    def go(self, place: VisitLocation) -> None:
        """Show a location, and append it to the history."""
        self.moving.emit()
        self._trail.push(place)
        if place == HOME_LOCATION:
            self._contents.home.go_to_start()
        self.show_here()
        self._contents.sheet.drop_page()  # afterwards: a page that closes shows what is below it

    def go_to_help(self, first: tuple[str, ...] = ()) -> None:
        """Show the help contacts, those with the ids `first` at the top."""
        self._contents.help_now.show_contacts(first)
        self.go(VisitLocation(VisitScreen.HELP))

    def go_back(self) -> None:
        """Close the open page, or go back to the previous location.

        On the start page, clear the query.
        """
        if self._contents.sheet.page is not None:
            self._contents.sheet.close_page()
        elif self.current == HOME_LOCATION:
            self.go(HOME_LOCATION)
        else:
            self._trail.pop()
            self.show_here()

    def run_action(self, action: VisitorAction, lang: str) -> None:
        """Open the page of `action` about the answer shown, in the language `lang`."""
        self.moving.emit()
        entry_id = self.current.what if self.current.room is VisitScreen.ANSWER else ""
        subject = Subject(entry_id, lang, details=not self._contents.answer.is_folded)
        self._contents.taking.open(action, subject)
        self.arrived.emit()

    def show_here(self) -> None:
        """Show the current location without an open page."""
        here, contents = self.current, self._contents
        is_read = here.room is VisitScreen.ANSWER and contents.answer.entry_id == here.what
        if not is_read:
            self.answerClosed.emit()
        if here.room is VisitScreen.TOPIC and contents.topic.topic_id != here.what:
            contents.topic.show_topic(here.what)
        elif here.room is VisitScreen.ANSWER and not is_read:
            contents.answer.show_entry(here.what)
            self.entryOpened.emit(here.what)
        self._stage.setCurrentWidget(self._frames[here.room])
        self.arrived.emit()

    def forget(self) -> None:
        """Clear the history; `show_here` then shows the start page."""
        self._trail.clear()
