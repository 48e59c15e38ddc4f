"""What a person at the screen does and sees, done from outside the program."""

from __future__ import annotations

import ctypes
import ctypes.util
import subprocess
import time
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.system.xserver import XServer

T = TypeVar("T")
DEADLINE_SECONDS = 30.0
CLIENT_MESSAGE = 33  # X11/X.h
FORMAT_LONGS = 32
CURSOR_ROWS = 60


def wait_for(fact: Callable[[], T], what: str, seconds: float = DEADLINE_SECONDS) -> T:
    """The first truthy answer of `fact`, asked again and again.

    Raises: AssertionError: none came within `seconds`.
    """
    deadline = time.monotonic() + seconds
    while not (answer := fact()):
        assert time.monotonic() < deadline, f"waited {seconds:.0f} s in vain for {what}"
        time.sleep(0.02)
    return answer


def xdotool(server: XServer, *arguments: str) -> str:
    """Output of xdotool, empty if it found nothing."""
    done = subprocess.run(
        ["xdotool", *arguments],
        env={"DISPLAY": server.display, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    return done.stdout.strip()


def windows(server: XServer) -> list[str]:
    """Numbers of the titled windows on the screen."""
    return xdotool(server, "search", "--onlyvisible", "--name", ".+").split()


def wait_for_window(
    server: XServer, process: subprocess.Popen[str], seconds: float = DEADLINE_SECONDS
) -> str:
    """Number of the program's window, painted and with the keyboard focus."""

    def found() -> str:
        assert process.poll() is None, f"it ended with {process.returncode} before its window"
        return next(iter(windows(server)), "")

    window = wait_for(found, "a window", seconds)
    wait_for(lambda: len(set(server.pixels()[::4])) > 1, "something painted")
    xdotool(server, "windowfocus", "--sync", window)
    return window


def set_keyboard(server: XServer, layout: str) -> None:
    """Plug in a keyboard of another country, e.g. "es"; do it before the program starts."""
    subprocess.run(["setxkbmap", "-display", server.display, layout], check=True, timeout=30)


def type_text(server: XServer, text: str) -> None:
    """Press the keys of `text`, one after the other."""
    xdotool(server, "type", "--delay", "30", text)


def press(server: XServer, key: str) -> None:
    """Press one key or chord, e.g. "Down" or "ctrl+f"."""
    xdotool(server, "key", key)


def wait_for_change(server: XServer, before: bytes, what: str) -> bytes:
    """The picture once it differs from `before` in more than a blinking cursor does.

    Raises: AssertionError: it did not change in time.
    """

    def changed() -> bytes:
        now = server.pixels()
        rows = range(0, len(now), server.stride)
        differing = sum(
            now[at : at + server.stride] != before[at : at + server.stride] for at in rows
        )
        return now if differing > CURSOR_ROWS else b""

    return wait_for(changed, what)


def close_window(server: XServer, window: str) -> None:
    """Send the window what a title bar's cross sends: WM_DELETE_WINDOW."""
    xlib = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XInternAtom.restype = ctypes.c_ulong
    display = ctypes.c_void_p(xlib.XOpenDisplay(server.display.encode()))
    protocols, delete = (
        xlib.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW")
    )
    event = _ClientMessage(
        type=CLIENT_MESSAGE, window=int(window), message_type=protocols, format=FORMAT_LONGS
    )
    event.data[0] = delete
    xlib.XSendEvent(display, ctypes.c_ulong(int(window)), 0, ctypes.c_long(0), ctypes.byref(event))
    xlib.XCloseDisplay(display)


class _ClientMessage(ctypes.Structure):
    """XClientMessageEvent of Xlib.h, as long as the union XEvent."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("send_event", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message_type", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    )
