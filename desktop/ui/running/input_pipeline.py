"""Event filter on the application that passes every event to stages in a fixed order."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QCoreApplication

See = Callable[[QObject, QEvent], bool]
"""A stage: gets the object an event is for and the event; returns whether it consumed it."""


class InputStage(IntEnum):
    """The stages; each receives an event before those below it. A shell uses those it needs.

    An event of the window system arrives at a native window (`QWindow`) first and is then sent to a
    widget and its parents, so the pipeline receives it several times. Real input is what arrives at
    the native window. `TOUCH` consumes presses there and sends its own clicks, which pass all
    stages from the top and are not `spontaneous()`.
    """

    LEAVE_KEY = auto()
    """Counts presses of Shift. First, since whatever is pressed between two of them ends the
    count, also what a later stage consumes."""
    PANEL = auto()
    """Keeps the operator's panel open. Before `TOUCH`: a drag is use, and sends no click."""
    CORNER = auto()
    """Counts the operator's taps. Before `TOUCH`, which consumes each tap in the window."""
    POINTER = auto()
    """Hides and shows the arrow. Before `TOUCH`, which consumes touches and what tells that a
    button is held."""
    TOUCH = auto()
    """Makes clicks and scrolling of touches. Before `GUARD`, which judges the clicks sent."""
    GUARD = auto()
    """Consumes what a visitor must not do. Before `IDLE` and `KEYBOARD`, for which a refused
    key has not happened at a widget."""
    IDLE = auto()
    """Notes that somebody is there. Fingers that `TOUCH` consumes are told by `Touch.used`."""
    KEYBOARD = auto()
    """Shows the keyboard after a tap into a field: one that has become a click."""


class InputPipeline(QObject):
    """Passes each event of the program to its stages until one of them consumes it."""

    def __init__(
        self,
        app: QCoreApplication,
        stages: Mapping[InputStage, See],
        parent: QObject | None = None,
    ) -> None:
        """Install the filter on `app`; the order of the mapping is irrelevant."""
        super().__init__(parent)
        self._stages = tuple(stages[stage] for stage in sorted(stages))
        app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether a stage consumed the event."""
        return any(see(watched, event) for see in self._stages)
