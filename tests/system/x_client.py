"""A client of an X server, by Xlib: what all our hands and eyes outside of the program share."""

from __future__ import annotations

import ctypes
import time
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

# Of an XEvent, read as longs: the type in its lower half, serial, sent, display, then its own.
# True of every 64-bit system with small end first.
Event = ctypes.c_long * 24
TYPE, FIRST = 0, 4
CLIENT_MESSAGE: Final = 33
FORMAT_LONGS: Final = 32
ANSWER_SECONDS: Final = 10.0

_ID, _LONG, _INT, _TEXT = ctypes.c_ulong, ctypes.c_long, ctypes.c_int, ctypes.c_char_p
_ANY = ctypes.c_void_p
_CALLS: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "XOpenDisplay": (_ANY, (_TEXT,)),
    "XDefaultRootWindow": (_ID, (_ANY,)),
    "XInternAtom": (_ID, (_ANY, _TEXT, _INT)),
    "XSendEvent": (_INT, (_ANY, _ID, _INT, _LONG, _ANY)),
    "XSelectInput": (_INT, (_ANY, _ID, _LONG)),
    "XPending": (_INT, (_ANY,)),
    "XNextEvent": (_INT, (_ANY, _ANY)),
    "XSync": (_INT, (_ANY, _INT)),
    "XCloseDisplay": (_INT, (_ANY,)),
    "XGetGeometry": (_INT, (_ANY, _ID, *[_ANY] * 7)),
    "XTranslateCoordinates": (_INT, (_ANY, _ID, _ID, _INT, _INT, _ANY, _ANY, _ANY)),
    "XQueryTree": (_INT, (_ANY, _ID, _ANY, _ANY, _ANY, _ANY)),
    "XFree": (_INT, (_ANY,)),
    "XFetchName": (_INT, (_ANY, _ID, _ANY)),
    "XGetWindowAttributes": (_INT, (_ANY, _ID, _ANY)),
    "XCreateSimpleWindow": (_ID, (_ANY, _ID, *[_INT] * 2, *[ctypes.c_uint] * 3, _ID, _ID)),
    "XMapRaised": (_INT, (_ANY, _ID)),
    "XDestroyWindow": (_INT, (_ANY, _ID)),
    "XSetSelectionOwner": (_INT, (_ANY, _ID, _ID, _ID)),
    "XGetSelectionOwner": (_ID, (_ANY, _ID)),
    "XConvertSelection": (_INT, (_ANY, _ID, _ID, _ID, _ID, _ID)),
    "XGetWindowProperty": (_INT, (_ANY, _ID, _ID, _LONG, _LONG, _INT, _ID, *[_ANY] * 5)),
    "XStringToKeysym": (_ID, (_TEXT,)),
    "XKeysymToKeycode": (ctypes.c_ubyte, (_ANY, _ID)),
    "XkbLockModifiers": (_INT, (_ANY, *[ctypes.c_uint] * 3)),
    "XkbLockGroup": (_INT, (_ANY, *[ctypes.c_uint] * 2)),
}


@ctypes.CFUNCTYPE(_INT, _ANY, _ANY)
def _ignore(_display: int, _error: int) -> int:
    """A window that is gone by now; Xlib's own answer would end the process."""
    return 0


class XClient:
    """One connection. Not for several threads."""

    def __init__(self, display: str) -> None:
        """Connect.

        Args:
            display: of the server, e.g. ":77".
        """
        self.x: Any = ctypes.CDLL("libX11.so.6")
        for name, (result, arguments) in _CALLS.items():
            call = getattr(self.x, name)
            call.restype, call.argtypes = result, arguments
        self.x.XSetErrorHandler(_ignore)
        self.display = self.x.XOpenDisplay(display.encode())
        assert self.display, f"no X server at {display}"
        self.root = int(self.x.XDefaultRootWindow(self.display))

    def close(self) -> None:
        """Leave the server; what was ours there goes with us."""
        self.x.XCloseDisplay(self.display)

    def sync(self) -> None:
        """Wait until the server has done all that was asked."""
        self.x.XSync(self.display, 0)

    def atom(self, name: str) -> int:
        """The server's number of a name."""
        return int(self.x.XInternAtom(self.display, name.encode(), 0))

    def events(self) -> Iterator[ctypes.Array[ctypes.c_long]]:
        """What has come so far."""
        while self.x.XPending(self.display):
            event = Event()
            self.x.XNextEvent(self.display, ctypes.byref(event))
            yield event

    def send(self, to: int, window: int, kind: str, *data: int, mask: int = 0) -> None:
        """Send a client message about `window`."""
        event = Event()
        event[TYPE] = CLIENT_MESSAGE
        event[FIRST], event[FIRST + 1], event[FIRST + 2] = window, self.atom(kind), FORMAT_LONGS
        for at, value in enumerate(data):
            event[FIRST + 3 + at] = value
        self.x.XSendEvent(self.display, to, 0, mask, ctypes.byref(event))
        self.sync()


def kind(event: ctypes.Array[ctypes.c_long]) -> int:
    """The number of its type, as in X11/X.h."""
    return int(event[TYPE]) & 0xFFFFFFFF


def until(seconds: float = ANSWER_SECONDS) -> Iterator[None]:
    """Turns of a loop that waits for another program; ends after so many seconds."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        yield
        time.sleep(0.002)
