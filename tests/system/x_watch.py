"""Watches the windows of one program from outside, by another connection to the X server."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tests.system.x_client import CLIENT_MESSAGE, FIRST, XClient, kind, until

if TYPE_CHECKING:
    from collections.abc import Iterator

HAPPENINGS: Final = 1 << 19 | 1 << 17  # SubstructureNotifyMask; StructureNotifyMask for pongs
UNMAP, MAP, REPARENT = 18, 19, 21
VIEWABLE: Final = 2
OUTPUT: Final = 1  # InputOutput: a window that shows something
_CLIENT: Final = ~0x1FFFFF  # the bits of a window's number that tell whose it is


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h, as far as we read it; filled up well beyond its size."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("sort", ctypes.c_int),
        *((name, ctypes.c_int) for name in ("bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("planes", "pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        ("rest", ctypes.c_long * 32),
    )


@dataclass(frozen=True, slots=True)
class Box:
    """Place and size on the screen, in pixels."""

    x: int
    y: int
    width: int
    height: int

    def meets(self, other: Box) -> bool:
        """Whether they share a pixel."""
        across = self.x < other.x + other.width and other.x < self.x + self.width
        return across and self.y < other.y + other.height and other.y < self.y + self.height


class Watch(XClient):
    """Sees each window that comes, also one that goes at once."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self.x.XSelectInput(self.display, self.root, HAPPENINGS)
        self.window = 0  # the program's one window
        self._known: set[int] = set()  # clients that may show windows
        self._stamp = 0
        self._pongs: set[int] = set()
        self._seen: list[str] = []

    def adopt(self) -> bool:
        """Take the window that fills the screen as the program's; False if there is none yet.

        Whoever shows something now, as a window manager does, may go on to do so.
        """
        self._drain()
        full = self.box(self.root)
        for window in self._below(self.root):
            if self._name(window) and self.is_shown(window) and self.box(window) == full:
                self.window = window
                self._known = {owner(each) for each in self._below(self.root)} - {owner(window)}
                self._seen.clear()
                return True
        return False

    def accept(self, client: XClient) -> None:
        """Let another client of ours show windows."""
        probe = client.x.XCreateSimpleWindow(client.display, client.root, 0, 0, 1, 1, 0, 0, 0)
        client.sync()
        self._known.add(owner(probe))

    def strangers(self) -> list[str]:
        """Windows that showed themselves and may not, since the last time this was asked."""
        self.sync()
        self._drain()
        seen, self._seen = self._seen, []
        return seen

    def covers(self) -> bool:
        """Whether the program's window is shown, fills the screen, and nothing lies on it."""
        full = self.box(self.root)
        if not self.is_shown(self.window) or self.box(self.window) != full:
            return False
        family = {self.window, *self._above(self.window)}
        for top in reversed(self.children(self.root)):
            if top in family:
                return True
            if self.is_shown(top) and self.box(top).meets(full):
                return False
        return False

    def answers(self) -> bool:
        """Whether the program has worked off its events, within ten seconds.

        Twice, since Qt answers at once and hands on what came before a little later.
        """
        return self._ping() and self._ping()

    def _ping(self) -> bool:
        """_NET_WM_PING of the EWMH."""
        self._stamp += 1
        data = (self.atom("_NET_WM_PING"), self._stamp, self.window)
        self.send(self.window, self.window, "WM_PROTOCOLS", *data)
        for _ in until():
            self._drain()
            if self._stamp in self._pongs:
                return True
        return False

    # -- the tree

    def children(self, window: int) -> list[int]:
        """Windows in a window, the lowest first."""
        root, parent, found = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.POINTER(ctypes.c_ulong)()
        count = ctypes.c_uint()
        places = (ctypes.byref(part) for part in (root, parent, found, count))
        if not self.x.XQueryTree(self.display, window, *places):
            return []
        windows = [int(found[at]) for at in range(count.value)]
        if windows:
            self.x.XFree(ctypes.cast(found, ctypes.c_void_p))
        return windows

    def _below(self, window: int) -> Iterator[int]:
        for child in self.children(window):
            yield child
            yield from self._below(child)

    def _above(self, window: int) -> Iterator[int]:
        for child in self.children(self.root):
            if window in self._below(child):
                yield child

    def is_shown(self, window: int) -> bool:
        """Whether it shows something, as far as nothing lies above it."""
        found = _Attributes()
        if not self.x.XGetWindowAttributes(self.display, window, ctypes.byref(found)):
            return False
        return bool(found.map_state == VIEWABLE and found.sort == OUTPUT)

    def box(self, window: int) -> Box:
        """Where it is on the screen; an empty box if it is gone."""
        found, x, y, child = _Attributes(), ctypes.c_int(), ctypes.c_int(), ctypes.c_ulong()
        self.x.XGetWindowAttributes(self.display, window, ctypes.byref(found))
        places = (ctypes.byref(part) for part in (x, y, child))
        self.x.XTranslateCoordinates(self.display, window, self.root, 0, 0, *places)
        return Box(x.value, y.value, found.width, found.height)

    def _name(self, window: int) -> str:
        name = ctypes.c_char_p()
        if not self.x.XFetchName(self.display, window, ctypes.byref(name)):
            return ""
        return (name.value or b"").decode("utf-8", "replace")

    # -- what happens

    def _drain(self) -> None:
        for event in self.events():
            window = int(event[FIRST + 1])
            if kind(event) == CLIENT_MESSAGE:
                self._pongs.add(int(event[FIRST + 4]))
            elif kind(event) in {MAP, REPARENT} and self._is_strange(window):
                self._seen.append(f"window {window:#x} “{self._name(window)}” was shown")

    def _is_strange(self, window: int) -> bool:
        return window != self.window and owner(window) not in self._known


def owner(window: int) -> int:
    """Which client made a window: the server gives each numbers of its own."""
    return window & _CLIENT
