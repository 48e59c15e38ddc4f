"""Where a visitor is within a visit, and the way back. Knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Room(Enum):
    """The screens of a visit."""

    HOME = auto()
    HELP = auto()
    TOPIC = auto()
    ANSWER = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """A screen and what is on it: the id of a topic or entry, "" for the others."""

    room: Room
    what: str = ""


START: Final = Place(Room.HOME)
MOST: Final = 100  # places; nobody goes back further


class Trail:
    """The way a visitor went. Always begins on the start page."""

    def __init__(self) -> None:
        self._places = [START]

    @property
    def here(self) -> Place:
        """Where the visitor is."""
        return self._places[-1]

    def go(self, place: Place) -> None:
        """Go on to `place`; the start page begins anew."""
        if place == START:
            self.clear()
        elif place != self.here:
            del self._places[1 : len(self._places) - MOST + 1]
            self._places.append(place)

    def back(self) -> Place:
        """Go back one step; from the start page nowhere. Returns where that is."""
        if len(self._places) > 1:
            self._places.pop()
        return self.here

    def clear(self) -> None:
        """Forget the way."""
        self._places[:] = [START]
