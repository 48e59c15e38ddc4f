"""A wall clock that jumps, for one program and its children; the computer's own stays as it is.

A library in front of libc adds seconds to what programs, Python and Qt are told. It lies about
nothing else: clocks that nobody can set go on, and waits of the kernel use its true time. (The
library of the package faketime replaces waits, too, and so hangs threads of Python.)
"""

from __future__ import annotations

import struct
import subprocess
from typing import TYPE_CHECKING

from tests.system.conftest import need

if TYPE_CHECKING:
    from pathlib import Path

_LIBRARY = r"""
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const volatile long *jump;  /* seconds */

__attribute__((constructor)) static void begin(void) {
    int file = open(getenv("WALL_CLOCK_JUMP"), O_RDONLY | O_CLOEXEC);
    jump = mmap(0, sizeof *jump, PROT_READ, MAP_SHARED, file, 0);
    close(file);
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int failed = syscall(SYS_clock_gettime, clock, now);
    int is_wall = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
    if (!failed && is_wall && jump) now->tv_sec += *jump;
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int failed = syscall(SYS_gettimeofday, now, zone);
    if (!failed && now && jump) now->tv_sec += *jump;
    return failed;
}

time_t time(time_t *now) {
    struct timespec precise;
    clock_gettime(CLOCK_REALTIME, &precise);
    if (now) *now = precise.tv_sec;
    return precise.tv_sec;
}
"""
_YEAR = 365 * 24 * 3600  # seconds


class WallClock:
    """Right at first."""

    def __init__(self, folder: Path) -> None:
        """Compile the library.

        Args:
            folder: for it, and for the file that says how far the clock has jumped.
        """
        need("cc")
        folder.mkdir()
        self._jump = folder / "jump"
        self._jump.write_bytes(struct.pack("@l", 0))
        library = folder / "wall_clock.so"
        command = ["cc", "-shared", "-fPIC", "-O1", "-Werror", "-x", "c", "-", "-o", str(library)]
        subprocess.run(command, input=_LIBRARY, text=True, check=True, timeout=60)
        self.environ = {"LD_PRELOAD": str(library), "WALL_CLOCK_JUMP": str(self._jump)}
        """Environment variables of who is to see it."""

    def jump(self, years: int) -> None:
        """Be so many years ahead of the true time from now on, or behind it if below 0."""
        with self._jump.open("r+b") as file:  # in place: it is mapped
            file.write(struct.pack("@l", years * _YEAR))
