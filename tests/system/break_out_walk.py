"""A walk through all screens of the real kiosk by somebody who wants out.

The kiosk is seen from outside only: its windows by the X server, its files and programs by
strace, its screens by their pixels.
"""

from __future__ import annotations

import random
import time
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from tests.system import hands
from tests.system.break_out_moves import (
    GRID,
    PASTES,
    WORD,
    Noise,
    batches,
    chords,
    click_about,
    requests,
)
from tests.system.x_bait import SELECTIONS, Bait
from tests.system.x_input import LEFT, MIDDLE, XInput
from tests.system.xserver import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.system.kiosk_home import Kiosk
    from tests.system.system_calls import Rule
    from tests.system.x_watch import Watch

IDLE_SECONDS, WARNING_SECONDS = 30, 20  # the shortest that can be set
WAYS: Final[dict[str, tuple[str, tuple[str, ...]]]] = {
    "attract": ("", ()),
    "start": ("attract", ("attract anywhere",)),
    "keyboard": ("start", ("start field",)),
    "results": ("keyboard", tuple(f"keyboard {letter}" for letter in WORD)),
    "answer": ("results", ("results hit",)),
    "qr": ("answer", ("answer QR_CODE",)),
    "learn": ("answer", ("answer LEARN",)),
    "curtain": ("start", ("start curtain",)),
    "pin": ("attract", ("corner",) * 5),
}
"""Each screen: the one before it, and what is touched there."""
SCREENS: Final = tuple(WAYS)
WARNING: Final = "warning"
SETTLED_SECONDS: Final = 6.0  # the longest until the window is put right
HEAP: Final = 40  # chords between two looks
GUST, GUSTS = 200, 5  # random events until the kiosk is waited for, and how often on a screen


@dataclass(frozen=True, slots=True)
class Dose:
    """How much is tried.

    Attributes:
        one_in: of so many chords each screen gets one, another one than the screen before.
        hold_seconds: how long a long press is.
        holds: long presses on each screen.
        with_warning: whether to wait for the warning of an idle visit.
    """

    one_in: int
    hold_seconds: float
    holds: int
    with_warning: bool


FULL: Final = Dose(one_in=1, hold_seconds=3.0, holds=6, with_warning=True)
SHORT: Final = Dose(one_in=40, hold_seconds=1.0, holds=1, with_warning=False)


@dataclass(slots=True)
class Walk:
    """One kiosk, and whoever tries to leave it. Whatever succeeds is noted, and it goes on."""

    kiosk: Kiosk
    keys: XInput
    watch: Watch
    bait: Bait
    names: dict[str, tuple[int, int]]
    controls: dict[str, list[tuple[int, int]]]
    has_manager: bool
    log: Path  # of strace
    rule: Rule
    log_start: int = 0  # what it had done when it was up
    shell: int = 0  # number of the process that shows the window
    found: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    sent: int = 0  # random events

    # -- getting about

    def begin(self) -> None:
        """Wait until the kiosk is up; what it opens from now on counts."""
        hands.wait_for(self.watch.adopt, f"the window; log:\n{self.kiosk.told()}")
        self.watch.accept(self.bait)
        hands.wait_for(self.watch.covers, "a window that fills the screen")
        assert self.watch.answers()
        hands.wait_for(lambda: "assets/words/es.txt" in self.log.read_text(), "the search")
        self.shell = _child(self.kiosk.child())
        self.log_start = self.log.stat().st_size

    def look_round(self) -> None:
        """Go to each screen in peace, and keep its picture."""
        for screen in SCREENS:
            self.go_to(screen)
            self.pictures[screen] = self._steady()

    def go_to(self, screen: str) -> None:
        """Leave the visit, and go to a screen by touch only; a screen already seen is checked."""
        self.keys.let_go()
        for _ in range(3):
            self.keys.chord(["Shift_L"])
        self.settle()
        self._reach(screen)

    def _reach(self, screen: str) -> None:
        before, touched = WAYS[screen]
        if before:
            self._reach(before)
        for name in touched:
            self._tap(self.names[name])
        if screen in self.pictures and screen != "attract":  # that one moves with the minutes
            self._expect(screen)

    def _expect(self, screen: str) -> None:
        seen, wanted = (self.log.with_name(f"{name}-{screen}.png") for name in ("not", "wanted"))
        try:
            hands.wait_for(lambda: self.kiosk.shows(self.pictures[screen]), screen)
        except AssertionError as error:
            self.kiosk.server.save(seen)
            self.kiosk.server.save(wanted, self.pictures[screen])
            error.add_note(f"{seen} is not {wanted}. Log:\n{self.kiosk.told()}")
            raise

    def _tap(self, place: tuple[int, int]) -> None:
        self.keys.click(place)
        self.settle()

    def settle(self) -> None:
        """Wait until the kiosk has worked off what was sent; a minute at most."""
        self.keys.sync()
        for _ in range(6):
            if self.watch.answers():
                return
        self.found.append("the kiosk does not answer")

    def _steady(self) -> bytes:
        """The screen once it stands still for a moment."""
        while True:
            before = self.kiosk.server.pixels()
            time.sleep(0.4)
            if self.kiosk.shows(before):
                return before

    # -- looking

    def look(self, what: str) -> None:
        """Note every way out that `what` has opened."""
        self.keys.let_go()
        self.settle()
        try:
            hands.wait_for(self.watch.covers, "the window", SETTLED_SECONDS)
        except AssertionError:
            self.found.append(f"{what}: the window does not fill the screen")
        self.found += [f"{what}: {each}" for each in self.watch.strangers() + self.bait.taken()]
        if _child(self.kiosk.child()) != self.shell:
            self.found.append(f"{what}: the interface ended; {self.kiosk.told()[-300:]}")
            self.shell = _child(self.kiosk.child())

    def look_at_selections(self) -> None:
        """Note what was typed and can be pasted elsewhere."""
        for name in SELECTIONS:
            if held := self.bait.held(name):
                self.found.append(f"{name} holds {held!r}")

    def calls(self) -> list[str]:
        """What the kiosk asked of the kernel since it was up, and may not."""
        with self.log.open(encoding="utf-8", errors="replace") as log:
            log.seek(self.log_start)
            return list(self.rule.breaches(log))

    # -- trying

    def try_screens(self, dose: Dose, tell: Callable[[str], object] = bool) -> None:
        """Everything on every screen.

        Args:
            dose: how much of it.
            tell: told which screen is done.
        """
        every = chords(self.keys.has)
        for at, screen in enumerate(SCREENS):
            self._try_chords(screen, every[at % dose.one_in :: dose.one_in])
            self._try_pointer(screen, dose)
            self._try_selections(screen)
            self.try_requests(screen)
            tell(screen)
        if dose.with_warning:
            self._try_warning()

    def _try_chords(self, screen: str, share: list[tuple[str, ...]]) -> None:
        for heap in batches(share, HEAP):
            self.go_to(screen)
            for chord in heap:
                self.keys.chord(chord)
            self.look(f"{screen}: chords from {heap[0]} to {heap[-1]}")
        self.look_at_selections()

    def _try_pointer(self, screen: str, dose: Dose) -> None:
        self.go_to(screen)
        click_about(self.keys)
        self.look(f"{screen}: buttons and wheels")
        places = self.controls.get(screen, []) + list(GRID[::9])
        for place in random.Random(screen).sample(places, min(dose.holds, len(places))):  # noqa: S311
            self.go_to(screen)
            self.keys.move(*place)
            self.keys.button(LEFT, down=True)
            self.keys.sync()
            time.sleep(dose.hold_seconds)
            self.look(f"{screen}: a long press at {place}")

    def _try_selections(self, screen: str) -> None:
        """Another program has something to paste and to drop."""
        self.go_to(screen)
        self.bait.offer()
        for place in (self.names["start field"], self.names["answer leave"]):
            self.keys.click(place, MIDDLE)
        for chord in PASTES:
            self.keys.chord(chord)
        self.settle()
        if self.bait.drop(self.watch.window, WIDTH // 2, self.names["start field"][1]):
            self.found.append(f"{screen}: a drop is welcome")
        self.look(f"{screen}: paste and drop")

    def try_requests(self, screen: str) -> None:
        """What other programs may ask of a window, and one that lies on top."""
        self.go_to(screen)
        for number, request in enumerate(requests(self.watch)):
            request()
            self.look(f"{screen}: request {number}")
        if self.has_manager:
            window = self.bait.cover(WIDTH, HEIGHT)
            self.look(f"{screen}: a window on top")
            self.bait.uncover(window)
            self.look(f"{screen}: the window on top is gone")

    def _try_warning(self) -> None:
        """An idle visit: what is no use of the kiosk leaves the warning on; then a right click."""
        self.go_to("start")
        time.sleep(IDLE_SECONDS + 2)
        assert not self.kiosk.shows(self.pictures["start"])
        for number, request in enumerate(requests(self.watch)):
            request()
            self.look(f"{WARNING}: request {number}")
        click_about(self.keys)
        self.look(f"{WARNING}: buttons and wheels")
        for chord in chords(self.keys.has)[:: HEAP * 2]:
            self.keys.chord(chord)
        self.look(f"{WARNING}: chords")

    def make_noise(self, number: int, seed: int, tell: Callable[[str], object] = bool) -> None:
        """Random events.

        Args:
            number: of events.
            seed: the same events for the same seed.
            tell: told how far it is.
        """
        noise, goal = Noise(self.keys, random.Random(seed)), self.sent + number  # noqa: S311
        for screen in cycle(SCREENS):
            self.go_to(screen)
            for _ in range(GUSTS):
                self.sent += noise.make(min(GUST, goal - self.sent))
                self.settle()
            self.look(f"noise of seed {seed} after {self.sent} events, from {screen}")
            tell(f"{self.sent} random events")
            if self.sent >= goal:
                break
        self.look_at_selections()

    def still_works(self) -> None:
        """From attract to an answer and back by clicks, and each screen looks as before.

        Raises: AssertionError: it does not.
        """
        self.go_to("answer")
        self._tap(self.names["answer leave"])
        self._tap(self.names["attract anywhere"])
        hands.wait_for(lambda: self.kiosk.shows(self.pictures["start"]), "the next visit")
        assert _child(self.kiosk.child()) == self.shell
        assert "restart " not in self.kiosk.told()


def _child(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    except FileNotFoundError:
        return 0
    return int(next(iter(text.split()), "0"))
