"""A kiosk that was used and is idle: `python -m tests.system.idle_kiosk`.

Runs the real shell with a visitor inside. A program outside tells it what to type, looks at its
files and memory meanwhile, and asks it to look at itself; see `test_kiosk_wipe`. Lines come in
and go out, one answer to each:

- "ready" is said once the attract screen is there;
- "visit 10 z q m 9 0" has ten visits in which these letters are typed, never kept together;
- "look zqm 123" says, as JSON, where these words are found;
- "leave z q m" leaves them where nothing wipes, "end" ends it.
"""

from __future__ import annotations

import json
import os
import sys
from functools import partial
from typing import TYPE_CHECKING, Final
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QSocketNotifier, QTimer
from PySide6.QtWidgets import QLineEdit

from desktop.cli import kiosk
from desktop.kiosk import start
from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.kiosk.shell import Shell
from tests.system.residue import residue
from tests.visitor import PIN, Clock, Driver, Visitor

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from tests.visitor import Steps

BY_TOUCH: Final = 10  # one visit in so many types on the screen's keyboard: that takes longer
LEARNT: Final = 5  # one in so many learns a number
PIN_TURNS: Final = 8  # one in so many, of each language, ends with the operator's PIN:
PIN_TURN: Final = 3  # this one
CONFIRMED: Final = 48  # one in so many confirms a wrong PIN: comparing it takes longer still


class Marks:
    """What is typed: some letters and the number of the visit, one at a time."""

    def __init__(self, letters: Iterable[str]) -> None:
        self._letters = tuple(letters)

    def of(self, visit: int) -> Iterator[str]:
        """The letters of one visit."""
        yield from self._letters
        yield from f"{visit:03}"


class Idle:
    """The kiosk's side of the talk."""

    def __init__(self) -> None:
        self._clock = Clock()
        self._visit = 0

    def make(self, make: Callable[..., Shell], *args: object) -> Shell:
        """Build the shell, with somebody before it."""
        shell = make(*args, clock=self._clock)
        self._shell, self._visitor = shell, Visitor(shell, self._clock)
        self._input = QSocketNotifier(0, QSocketNotifier.Type.Read, shell)
        self._input.activated.connect(self._hear)
        QTimer.singleShot(0, shell, lambda: self._drive(self._wake(), "ready"))
        return shell

    def _drive(self, steps: Steps, answer: str) -> None:
        driver = Driver(steps, self._shell)
        driver.finished.connect(partial(_say, answer))
        driver.finished.connect(driver.deleteLater)
        driver.start()

    def _hear(self) -> None:
        command, *words = os.read(0, 1000).decode().split()
        match command:
            case "visit":
                self._drive(self._visits(int(words[0]), words[1:]), "idle")
            case "look":
                _say(json.dumps(residue(words)))
            case "leave":
                self._drive(self._leave_one(words), "left")
            case _:
                QCoreApplication.exit(0)

    def _wake(self) -> Steps:
        yield lambda: self._shell.isActiveWindow() and self._shell._search is not None

    # -- visits

    def _visits(self, count: int, letters: list[str]) -> Steps:
        """Visits in both languages, by touch and by keys, in every field, with every end."""
        digits = Marks(letter for letter in letters if letter.isdecimal())
        words = Marks(letter for letter in letters if letter.isalpha())
        for _ in range(count):
            yield from self._one_visit(words, digits)

    def _one_visit(self, words: Marks, digits: Marks) -> Steps:
        number, v = self._visit, self._visitor
        self._visit += 1
        by_touch = number % BY_TOUCH == 0
        yield from v.begin(("en", "es")[number % 2])
        yield from v.ask(self._word(words, number, by_touch=by_touch), by_touch=by_touch)
        if number % LEARNT == 0:
            yield from self._learn(digits, number, by_touch=by_touch)
        turn = number // 2  # both languages have every end
        if turn % PIN_TURNS == PIN_TURN:
            yield from self._try_pin(digits, number)
        else:
            yield from (v.leave, v.leave_by_shift, v.walk_away)[turn % 3]()

    def _word(self, words: Marks, number: int, *, by_touch: bool) -> Iterator[str]:
        for letter in words.of(number):
            if not (by_touch and letter.isdecimal()):
                yield letter

    def _learn(self, digits: Marks, number: int, *, by_touch: bool) -> Steps:
        """Clear the field, open an answer or the numbers of the help bar, and learn one."""
        v, shell = self._visitor, self._shell
        yield from v.touch_one(shell.home, "clear", choose=_first)
        if by_touch:
            yield from v.touch_one(shell.home, "helpTile", choose=_first)
        else:
            yield from v.touch_one(shell.home, "topicTile", choose=_first)
            yield from v.touch_one(shell.topic, "topicEntry", choose=_first)
        yield from v.take(VisitorAction.LEARN)
        yield lambda: shell.sheet.page is not None
        yield from v.learn(digits.of(number), by_touch=by_touch)

    def _try_pin(self, digits: Marks, number: int) -> Steps:
        """Type digits in place of the operator.

        A try that is confirmed is counted in a file, on purpose; the operator's own PIN after it
        takes that back.
        """
        v, confirm = self._visitor, number % CONFIRMED == 2 * PIN_TURN
        yield from v.call_operator()
        yield from v.type_pin(digits.of(number), confirm=confirm)
        yield from v.cancel_pin()
        if confirm:
            yield from v.call_operator()
            yield from v.type_pin(PIN, confirm=True)
            yield from v.close_panel()

    def _leave_one(self, letters: list[str]) -> Steps:
        """Type into a field that no wiper knows, and rub it out again: undo brings it back."""
        field = QLineEdit(self._shell.attract)
        for letter in letters:
            field.insert(letter)
        field.clear()
        yield None


def _first(_count: int) -> int:
    return 0


def _say(words: str) -> None:
    print(words, flush=True)  # noqa: T201  # to whoever asked


def main() -> int:
    """Be the kiosk; returns the exit code."""
    idle = Idle()
    with patch.object(start, "Shell", partial(idle.make, Shell)):
        return kiosk.open_kiosk(["--kiosk-shell"])


if __name__ == "__main__":
    sys.exit(main())
