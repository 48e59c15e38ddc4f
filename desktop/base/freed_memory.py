"""Memory that was freed goes back to the system, which empties it. Linux with glibc.

The C library keeps freed memory, with what was written there, for as long as the process runs,
and over weeks it keeps more and more of it in pieces too small for use. Source: malloc_trim(3).
"""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Give whole pages that nobody uses back to the system; elsewhere nothing happens."""
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # other C libraries have none
    if trim is not None:
        trim(ctypes.c_size_t(0))
