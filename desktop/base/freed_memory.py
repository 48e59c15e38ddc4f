"""Returns freed memory to the system, which erases it. Linux with glibc.

The C library retains freed memory with its contents, and over weeks it becomes fragmented. Source:
malloc_trim(3).
"""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return unused pages to the system; does nothing on other platforms."""
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in other C libraries
    if trim is not None:
        trim(ctypes.c_size_t(0))
