"""Check of the operator's PIN, with limited attempts. Independent of Qt."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.kiosk.operator.attempts import Attempts
    from desktop.kiosk.operator.pin import PinFile


class PinOutcome(Enum):
    """Outcome of an attempt."""

    GRANTED = auto()
    WRONG = auto()
    WAIT = auto()  # too many attempts; the PIN was not compared
    NO_PIN = auto()  # none is set, so nobody is admitted; not counted


class OperatorLock:
    """A PIN with a limited number of attempts."""

    def __init__(self, pin: PinFile, attempts: Attempts) -> None:
        self._pin = pin
        self._attempts = attempts

    @property
    def is_set(self) -> bool:
        """Whether a PIN is set."""
        return self._pin.is_set

    @property
    def left(self) -> int:
        """Number of attempts left before a wait."""
        return self._attempts.left

    def wait_seconds(self) -> float:
        """Remaining wait in seconds; 0 if attempts are allowed."""
        return self._attempts.wait_seconds()

    def try_pin(self, pin: str) -> PinOutcome:
        """Compare `pin`; a right one resets the count of wrong ones.

        Takes up to a second: not for the UI thread.
        """
        if not self._pin.is_set:
            return PinOutcome.NO_PIN
        if not self._attempts.begin_try():
            return PinOutcome.WAIT
        if not self._pin.matches(pin):
            return PinOutcome.WRONG
        self._attempts.clear()
        return PinOutcome.GRANTED
