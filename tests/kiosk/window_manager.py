"""A real window manager, and what it may ask of a window by the EWMH and ICCCM.

https://specifications.freedesktop.org/wm-spec/latest/ has the numbers.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

CLIENT_MESSAGE = 33
TO_THE_MANAGER = 1 << 20 | 1 << 19  # SubstructureRedirectMask, SubstructureNotifyMask


class _Message(ctypes.Structure):
    """XClientMessageEvent, filled up to the size of XEvent."""

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


class Messages:
    """A second client of the X server, which asks things of windows."""

    def __init__(self) -> None:
        self._x = x = ctypes.CDLL("libX11.so.6")
        x.XOpenDisplay.restype = ctypes.c_void_p
        x.XDefaultRootWindow.restype = x.XInternAtom.restype = ctypes.c_ulong
        x.XDefaultRootWindow.argtypes = x.XFlush.argtypes = (ctypes.c_void_p,)
        x.XCloseDisplay.argtypes = (ctypes.c_void_p,)
        x.XInternAtom.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        kinds = (ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long, ctypes.c_void_p)
        x.XSendEvent.argtypes = kinds
        self._display = x.XOpenDisplay(None)
        self.root = x.XDefaultRootWindow(self._display)

    def close(self) -> None:
        self._x.XCloseDisplay(self._display)

    def tell(self, window: int, name: str, *data: int | str) -> None:
        """Send the window itself a message, as a window manager does."""
        self._send(window, window, 0, name, data)

    def ask(self, window: int, name: str, *data: int | str) -> None:
        """Ask the window manager to do something with the window, as a task bar does."""
        self._send(self.root, window, TO_THE_MANAGER, name, data)

    def _send(
        self, to: int, window: int, mask: int, name: str, data: tuple[int | str, ...]
    ) -> None:
        message = _Message(type=CLIENT_MESSAGE, window=window, format=32)
        message.message_type = self._atom(name)
        for place, value in enumerate(data):
            message.data[place] = self._atom(value) if isinstance(value, str) else value
        self._x.XSendEvent(self._display, to, 0, mask, ctypes.byref(message))
        self._x.XFlush(self._display)

    def _atom(self, name: str) -> int:
        return int(self._x.XInternAtom(self._display, name.encode(), 0))


@contextmanager
def openbox() -> Iterator[Messages]:
    """Openbox on the X server of the tests, and a way to ask it for things."""
    if not shutil.which("openbox") or not shutil.which("xprop"):
        reason = "not installed: openbox, xprop (x11-utils)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    process = subprocess.Popen(["openbox", "--sm-disable"], stderr=subprocess.DEVNULL)
    _wait_for_it()
    messages = Messages()
    try:
        yield messages
    finally:
        messages.close()
        process.terminate()
        process.wait()


def _wait_for_it() -> None:
    """Return once the window manager says on the root window that it is there."""
    watch = ["xprop", "-root", "-spy", "_NET_SUPPORTING_WM_CHECK"]
    with subprocess.Popen(watch, stdout=subprocess.PIPE, text=True) as told:
        assert told.stdout
        for line in told.stdout:
            if "# 0x" in line:
                break
        told.terminate()
