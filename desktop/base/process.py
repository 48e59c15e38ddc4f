"""This process: its name, its end and its freed memory; and the start of other programs.

Source of the kernel attributes: prctl(2).
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, NoReturn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SET_PARENT_DEATH_SIGNAL: Final = 1
_SET_NAME: Final = 15
LONGEST_NAME: Final = 15  # bytes; the kernel truncates longer names
FAILED: Final = 70  # exit code after an error in the program; EX_SOFTWARE of sysexits.h


def set_process_name(name: str) -> None:
    """Set the name of this process in `ps`, truncated; the command line is unchanged. Linux."""
    encoded = name.replace("\0", "").encode("utf-8", "replace")[:LONGEST_NAME]
    _prctl(_SET_NAME, ctypes.c_char_p(encoded.decode("utf-8", "ignore").encode()))


def end_with_parent() -> None:
    """Have the kernel kill this process when its parent ends, even if it hangs. Linux.

    It has no effect if the parent has already ended.
    """
    kill = getattr(signal, "SIGKILL", 0)  # Windows has none
    _prctl(_SET_PARENT_DEATH_SIGNAL, ctypes.c_ulong(kill))


def _prctl(option: int, value: ctypes.c_char_p | ctypes.c_ulong) -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(ctypes.c_int(option), value)


def end_at_once(code: int) -> NoReturn:
    """End this process with exit code `code`.

    Qt and Python are not cleaned up, which could fail or hang.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a full disk, a closed stream
            if stream is not None:
                stream.flush()
    os._exit(code)


def release_freed_memory() -> None:
    """Return unused pages to the system, which erases them. Linux with glibc.

    The C library retains freed memory with its contents, and over weeks it becomes fragmented.
    Source: malloc_trim(3).
    """
    if sys.platform != "linux":
        return
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # not in other C libraries
    if trim is not None:
        trim(ctypes.c_size_t(0))


def own_command(words: Sequence[str] = ()) -> list[str]:
    """The command line of this program with the arguments `words`."""
    itself = [sys.executable] if _is_bundled() else [sys.executable, "-m", "desktop"]
    return [*itself, *words]


def outside_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a program that does not use the libraries of this process.

    The executable puts its own libraries first in LD_LIBRARY_PATH, and saves the previous value in
    LD_LIBRARY_PATH_ORIG. Source: PyInstaller manual, "LD_LIBRARY_PATH / LIBPATH considerations".
    """
    kept = {key: value for key, value in environ.items() if key != "LD_LIBRARY_PATH_ORIG"}
    if _is_bundled():
        kept.pop("LD_LIBRARY_PATH", None)
        if before := environ.get("LD_LIBRARY_PATH_ORIG"):
            kept["LD_LIBRARY_PATH"] = before
    return kept


def _is_bundled() -> bool:
    return getattr(sys, "frozen", False)
