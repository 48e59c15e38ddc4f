"""This process: what the kernel knows about it (on Linux only), and how it ends at once.

Source: prctl(2).
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from typing import Final, NoReturn

_SET_PARENT_DEATH_SIGNAL: Final = 1
_SET_NAME: Final = 15
LONGEST_NAME: Final = 15  # bytes; the kernel cuts off the rest
FAILED: Final = 70  # exit code after an error in the program; EX_SOFTWARE of sysexits.h


def set_process_name(name: str) -> None:
    """Have `ps` and the like list this process as `name`, cut to what the kernel keeps.

    The words it was started with still stand in its command line.
    """
    whole = name.replace("\0", "").encode("utf-8", "replace")[:LONGEST_NAME]
    _prctl(_SET_NAME, ctypes.c_char_p(whole.decode("utf-8", "ignore").encode()))


def end_with_parent() -> None:
    """Have the kernel end this process with the one that started it, even if it hangs by then.

    It does nothing about a parent that has ended already.
    """
    _prctl(_SET_PARENT_DEATH_SIGNAL, ctypes.c_ulong(_kill_signal()))


def end_at_once(code: int) -> NoReturn:
    """End this process without tidying up Qt and Python, which could fail or run for long.

    Args:
        code: exit code of the process.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a full disk, a closed stream
            if stream is not None:
                stream.flush()
    os._exit(code)


def _kill_signal() -> int:
    return getattr(signal, "SIGKILL", 0)  # Windows has none


def _prctl(option: int, value: ctypes.c_char_p | ctypes.c_ulong) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ctypes.c_int(option), value)
