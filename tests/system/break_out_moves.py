"""What somebody tries who wants out of the kiosk: chords, clicks, requests, and noise."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, Final

from tests.system import x_input
from tests.system.xserver import HEIGHT, WIDTH

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Iterator

    from tests.system.x_input import XInput
    from tests.system.x_watch import Watch

Chord = tuple[str, ...]
Point = tuple[int, int]

MODIFIERS: Final = ("Control_L", "Alt_L", "Shift_L", "Super_L", "ISO_Level3_Shift")
KEYS: Final = (
    *(f"F{number}" for number in range(1, 13)),
    *("Escape", "Tab", "Delete", "Insert", "Home", "End", "Prior", "Next", "Print", "Menu"),
    *("space", "Return", "BackSpace", "Pause", "Left", "Right", "Up", "Down"),
    *"acvxzqwnpsorlthfkdb",
    *("plus", "minus", "0", "slash"),
)
MEDIA: Final = tuple(
    f"XF86{name}"
    for name in (
        *("AudioMute", "AudioRaiseVolume", "AudioLowerVolume", "AudioPlay", "AudioNext"),
        *("AudioPrev", "AudioStop", "AudioMedia", "HomePage", "Mail", "Search", "Calculator"),
        *("Explorer", "WWW", "Back", "Forward", "Reload", "Favorites", "Eject", "Sleep"),
        *("WakeUp", "PowerOff", "MonBrightnessUp", "MonBrightnessDown", "Display", "Tools"),
        *("Copy", "Cut", "Paste", "Open", "Close", "Save", "New", "Send", "Phone", "MyComputer"),
        *("TaskPane", "Launch1", "LaunchA", "ScreenSaver", "Terminal", "Documents"),
    )
)
_MOVE_ON: Final = {"Escape", "Return", "space", "Tab"}
GRID: Final = tuple(product(range(40, WIDTH, 160), range(40, HEIGHT, 130)))
OTHER_BUTTONS: Final = (x_input.MIDDLE, x_input.RIGHT, 8, 9)
WHEELS: Final = (4, 5, 6, 7)
PASTES: Final = (("Shift_L", "Insert"), ("Control_L", "v"), ("XF86Paste",))
WORD: Final = "passport"  # to search for
_MOST_HELD: Final = 3  # keys that stay down in the noise

TO_THE_MANAGER: Final = 1 << 20 | 1 << 19  # SubstructureRedirectMask, SubstructureNotifyMask
ICONIC: Final = 3
REMOVE, ADD = 0, 1
_WHERE: Final = 0b1111 << 8 | 1  # x, y, width and height are given; gravity north-west


def chords(has: Callable[[str], bool]) -> list[Chord]:
    """All pairs of keys, and all triples of two modifiers and a key.

    Args:
        has: whether the keyboard has a key.
    """
    keys = [key for key in (*KEYS, *MEDIA) if has(key)]
    pairs: list[Chord] = list(combinations((*MODIFIERS, *keys), 2))
    return pairs + [(*two, key) for two in combinations(MODIFIERS, 2) for key in keys]


def batches(every: list[Chord], size: int) -> Iterator[list[Chord]]:
    """Chords in small heaps; in each, those last that lead to another screen."""
    for at in range(0, len(every), size):
        yield sorted(every[at : at + size], key=lambda chord: not _MOVE_ON.isdisjoint(chord))


def click_about(hands: XInput) -> None:
    """Every button but the left one in a grid; the wheels there, too, with keys held."""
    for place, button in product(GRID, OTHER_BUTTONS):
        hands.click(place, button)
    for place, modifier in product(GRID[::6], ("", *MODIFIERS)):
        if modifier:
            hands.key(hands.code(modifier), down=True)
        for wheel in WHEELS:
            hands.click(place, wheel)
        if modifier:
            hands.key(hands.code("a"), down=True)  # or three of them leave the visit
            hands.key(hands.code("a"), down=False)
            hands.key(hands.code(modifier), down=False)


def requests(watch: Watch) -> Iterator[Callable[[], None]]:
    """What a task bar, a window manager or a script asks of a window."""
    window = watch.window

    def tell(kind: str, *data: int) -> Callable[[], None]:
        return lambda: watch.send(window, window, kind, *data)

    def ask(kind: str, *data: int, about: int = window) -> Callable[[], None]:
        return lambda: watch.send(watch.root, about, kind, *data, mask=TO_THE_MANAGER)

    state = {name: watch.atom(f"_NET_WM_STATE_{name}") for name in _STATES}
    yield tell("WM_PROTOCOLS", watch.atom("WM_DELETE_WINDOW"))
    yield ask("_NET_CLOSE_WINDOW")
    yield ask("WM_CHANGE_STATE", ICONIC)
    yield ask("_NET_WM_STATE", REMOVE, state["FULLSCREEN"])
    for name in ("HIDDEN", "BELOW", "SHADED"):
        yield ask("_NET_WM_STATE", ADD, state[name])
    yield ask("_NET_MOVERESIZE_WINDOW", _WHERE, 200, 150, 400, 300)
    yield ask("_NET_WM_MOVERESIZE", 100, 100, 4, 1)
    yield ask("_NET_WM_DESKTOP", 1)
    yield ask("_NET_SHOWING_DESKTOP", 1, about=watch.root)
    yield ask("_NET_NUMBER_OF_DESKTOPS", 2, about=watch.root)
    yield ask("_NET_CURRENT_DESKTOP", 1, about=watch.root)


_STATES: Final = ("FULLSCREEN", "HIDDEN", "BELOW", "SHADED")


class Noise:
    """Events at random; the same ones for the same seed."""

    def __init__(self, hands: XInput, seed: random.Random) -> None:
        self._hands, self._random = hands, seed
        self._held: list[int] = []
        self._moves = (self._tap, self._hold, self._click, self._press_here, self._move)

    def make(self, number: int) -> int:
        """Send at least so many events; returns how many."""
        sent = 0
        while sent < number:
            (move,) = self._random.choices(self._moves, (40, 10, 25, 10, 15))
            sent += move()
        return sent

    def _code(self) -> int:
        return self._random.choice(x_input.KEYCODES)

    def _tap(self) -> int:
        code = self._code()
        for down in (True, False):
            self._hands.key(code, down=down)
        return 2

    def _hold(self) -> int:
        """Hold one more key; let go of the one that is held longest."""
        self._held.append(self._code())
        self._hands.key(self._held[-1], down=True)
        if len(self._held) <= _MOST_HELD:
            return 1
        self._hands.key(self._held.pop(0), down=False)
        return 2

    def _move(self) -> int:
        self._hands.move(self._random.randrange(WIDTH), self._random.randrange(HEIGHT))
        return 1

    def _press_here(self) -> int:
        button = self._random.choice((1, 1, 1, *x_input.BUTTONS))
        self._hands.button(button, down=self._random.random() < 0.5)
        return 1

    def _click(self) -> int:
        """Somewhere, or a few times in a corner."""
        corners = ((5, 5), (WIDTH - 5, 5), (5, HEIGHT - 5), (WIDTH - 5, HEIGHT - 5))
        if self._random.random() < 0.03:
            place, times = self._random.choice(corners), 5
        else:
            place, times = (self._random.randrange(WIDTH), self._random.randrange(HEIGHT)), 1
        for _ in range(times):
            self._hands.click(place, self._random.choice((1, 1, *x_input.BUTTONS)))
        return 3 * times
