"""Locations within a visit, and the navigation history. Independent of Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


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
    def here(self) -> VisitLocation:
        """The current location."""
        return self._places[-1]

    def go(self, place: VisitLocation) -> None:
        """Append `place`; the start page clears the history."""
        if place == HOME_LOCATION:
            self.clear()
        elif place != self.here:
            del self._places[1 : len(self._places) - MAX_HISTORY + 1]
            self._places.append(place)

    def back(self) -> VisitLocation:
        """Go back one step, if there is one; returns the new location."""
        if len(self._places) > 1:
            self._places.pop()
        return self.here

    def clear(self) -> None:
        """Clear the history."""
        self._places[:] = [HOME_LOCATION]
