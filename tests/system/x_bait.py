"""Another program on the screen: has things to paste and to drop, and puts windows on top."""

from __future__ import annotations

import ctypes
from typing import Final

from tests.system.x_client import FIRST, XClient, kind, until

SELECTIONS: Final = ("PRIMARY", "CLIPBOARD")
SELECTION_REQUEST, SELECTION_NOTIFY, CLIENT_MESSAGE = 30, 31, 33
XDND_VERSION: Final = 5
_ASKED: Final = ("TARGETS", "TIMESTAMP", "MULTIPLE")  # tell what there is, not what it says
_MOST_LONGS: Final = 1 << 16
_NO_WAIT: Final = 3.0  # seconds that a program has to answer


class Bait(XClient):
    """Notes who takes what it offers."""

    def __init__(self, display: str) -> None:
        super().__init__(display)
        self._hook = self._window(1, 1)
        self._taken: list[str] = []

    def _window(self, width: int, height: int) -> int:
        made = self.x.XCreateSimpleWindow(self.display, self.root, 0, 0, width, height, 0, 0, 0)
        return int(made)

    def offer(self) -> None:
        """Own what is marked and what was copied, for others to paste."""
        for name in (*SELECTIONS, "XdndSelection"):
            self.x.XSetSelectionOwner(self.display, self.atom(name), self._hook, 0)
        self.sync()

    def taken(self) -> list[str]:
        """What others asked for, since the last time this was asked."""
        self.sync()
        harmless = {self.atom(name) for name in _ASKED}
        for event in self.events():
            if kind(event) == SELECTION_REQUEST and event[FIRST + 3] not in harmless:
                self._taken.append(f"selection {event[FIRST + 2]} was read")
        taken, self._taken = self._taken, []
        return taken

    def held(self, name: str) -> bytes:
        """What somebody else has marked or copied; empty if nobody has."""
        selection, place = self.atom(name), self.atom("BAIT")
        if self.x.XGetSelectionOwner(self.display, selection) in (0, self._hook):
            return b""
        form = self.atom("UTF8_STRING")
        self.x.XConvertSelection(self.display, selection, form, place, self._hook, 0)
        for _ in until(_NO_WAIT):
            for event in self.events():
                if kind(event) == SELECTION_NOTIFY:
                    return self._property(place) if event[FIRST + 3] else b""
        return b""

    def _property(self, place: int) -> bytes:
        form, size, count, left = (ctypes.c_ulong() for _ in range(4))
        data = ctypes.c_void_p()
        parts = (ctypes.byref(part) for part in (form, size, count, left, data))
        self.x.XGetWindowProperty(self.display, self._hook, place, 0, _MOST_LONGS, 1, 0, *parts)
        return ctypes.string_at(data, count.value) if data.value else b""

    def drop(self, window: int, x: int, y: int) -> bool:
        """Drag an address of a file over a window and let it go; whether it is welcome.

        By the XDND protocol, https://www.freedesktop.org/wiki/Specifications/XDND.
        """
        self.offer()
        what, copy = self.atom("text/uri-list"), self.atom("XdndActionCopy")
        self.send(window, window, "XdndEnter", self._hook, XDND_VERSION << 24, what)
        self.send(window, window, "XdndPosition", self._hook, 0, x << 16 | y, 0, copy)
        welcome = self._status()
        self.send(window, window, "XdndDrop", self._hook, 0, 0)
        return welcome

    def _status(self) -> bool:
        status = self.atom("XdndStatus")
        for _ in until(_NO_WAIT):
            for event in self.events():
                if kind(event) == CLIENT_MESSAGE and event[FIRST + 1] == status:
                    return bool(event[FIRST + 4] & 1)
        return False

    def cover(self, width: int, height: int) -> int:
        """Show a window on top of everything; returns it for `uncover`."""
        window = self._window(width, height)
        self.x.XMapRaised(self.display, window)
        self.sync()
        return window

    def uncover(self, window: int) -> None:
        """Take the window away."""
        self.x.XDestroyWindow(self.display, window)
        self.sync()
