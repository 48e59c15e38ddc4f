"""Detection of a display, before Qt is loaded: without one Qt aborts the process."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Mapping  # noqa: TC003


def has_screen(environ: Mapping[str, str]) -> bool:
    """Whether Qt can open a window in a process with these environment variables."""
    if not sys.platform.startswith("linux"):
        return True
    platforms = environ.get("QT_QPA_PLATFORM", "").split(";")
    names = [platform.partition(":")[0] for platform in platforms if platform]
    if any(not name.startswith(("xcb", "wayland")) for name in names):
        return True  # offscreen, vnc and the like need no display server
    bundled = hasattr(sys, "_MEIPASS")  # the executable has no Wayland plugin
    if environ.get("WAYLAND_DISPLAY") and not bundled:
        return True
    return bool(environ.get("DISPLAY")) and _x_server_answers()


def _x_server_answers() -> bool:
    """Whether the X server of DISPLAY accepts connections."""
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return True  # unknown; Qt will report what it lacks
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    failed = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not failed
