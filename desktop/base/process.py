"""Kernel attributes of this process (Linux only), and immediate exit.

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
LONGEST_NAME: Final = 15  # bytes; the kernel truncates longer names
FAILED: Final = 70  # exit code after an error in the program; EX_SOFTWARE of sysexits.h


def set_process_name(name: str) -> None:
    """Set the name of this process in `ps`, truncated; the command line is unchanged."""
    whole = name.replace("\0", "").encode("utf-8", "replace")[:LONGEST_NAME]
    _prctl(_SET_NAME, ctypes.c_char_p(whole.decode("utf-8", "ignore").encode()))


def end_with_parent() -> None:
    """Have the kernel kill this process when its parent ends, even if it hangs.

    It has no effect if the parent has already ended.
    """
    _prctl(_SET_PARENT_DEATH_SIGNAL, ctypes.c_ulong(_kill_signal()))


def end_at_once(code: int) -> NoReturn:
    """End this process without cleaning up Qt and Python, which could fail or hang.

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
