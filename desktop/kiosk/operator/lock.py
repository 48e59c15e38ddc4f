"""Lets the operator in: the PIN, and the limit of tries around it. No Qt."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.kiosk.operator.attempts import Attempts
    from desktop.kiosk.operator.pin import PinFile


class PinOutcome(Enum):
    """What became of a try."""

    GRANTED = auto()
    WRONG = auto()
    WAIT = auto()  # there were too many; the PIN was not looked at
    NO_PIN = auto()  # none is set, so nobody comes in; not counted


class OperatorLock:
    """A PIN that may be tried a few times."""

    def __init__(self, pin: PinFile, attempts: Attempts) -> None:
        self._pin = pin
        self._attempts = attempts

    @property
    def is_set(self) -> bool:
        """Whether there is a PIN at all."""
        return self._pin.is_set

    @property
    def left(self) -> int:
        """How many tries are left before there is a wait."""
        return self._attempts.left

    def wait_seconds(self) -> float:
        """How long nobody may try, in seconds; 0 if one may."""
        return self._attempts.wait_seconds()

    def try_pin(self, pin: str) -> PinOutcome:
        """Compare `pin`; a right one forgets the wrong ones before.

        Takes a good part of a second: not for the UI thread.
        """
        if not self._pin.is_set:
            return PinOutcome.NO_PIN
        if not self._attempts.begin_try():
            return PinOutcome.WAIT
        if not self._pin.matches(pin):
            return PinOutcome.WRONG
        self._attempts.clear()
        return PinOutcome.GRANTED
