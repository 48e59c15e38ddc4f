from __future__ import annotations

import ctypes
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.base.process import outside_environment, own_command, release_freed_memory
from tests import ROOT

NAMED = """
import sys
from desktop.base.process import set_process_name
set_process_name(sys.argv[1])
print(open("/proc/self/comm").read(), end="")
"""
PARENT = """
import subprocess, sys
child = subprocess.Popen([sys.executable, "-c", sys.argv[1]])
child.wait()
"""
CHILD = """
import os, signal
from desktop.base.process import end_with_parent
end_with_parent()
print(os.getpid(), flush=True)
signal.pause()
"""

MANY, LARGE = 2000, 16 * 1024  # pieces of memory, and the bytes of each
KEPT = 20  # the last ones, else the C library itself gives back what lies before them

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="prctl and malloc_trim")


@on_linux
@pytest.mark.parametrize(
    ("name", "shown"),
    [("info", "info"), ("a" * 99, "a" * 15), ("información ñu", "información ñ"), ("a\0b", "ab")],
)
def test_the_kernel_knows_the_name(name: str, shown: str) -> None:
    program = NAMED.replace("sys.argv[1]", repr(name))  # no word of a command line has a null
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, timeout=60)
    assert done.stdout.decode().strip() == shown


@on_linux
def test_a_child_ends_with_its_parent() -> None:
    command = [sys.executable, "-c", PARENT, CHILD]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as parent:
        child = os.pidfd_open(int(parent.stdout.readline()))
        parent.send_signal(signal.SIGKILL)
        assert parent.stdout.read() == b""  # ends only when the last holder of the pipe does
        os.close(child)


def private_kib() -> int:
    """How much memory of this process no file could bring back."""
    text = Path("/proc/self/smaps_rollup").read_text("ascii", "replace")
    found = re.search(r"^Anonymous:\s+(\d+)", text, re.MULTILINE)
    assert found
    return int(found[1])


@on_linux
def test_freed_memory_is_given_back() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    pieces = [libc.malloc(ctypes.c_size_t(LARGE)) for _ in range(MANY)]
    for piece in pieces:
        ctypes.memset(piece, 1, LARGE)
    for piece in pieces[:-KEPT]:
        libc.free(ctypes.c_void_p(piece))
    before = private_kib()
    release_freed_memory()
    after = private_kib()
    for piece in pieces[-KEPT:]:
        libc.free(ctypes.c_void_p(piece))
    assert before - after > MANY * LARGE // 1024 // 2


def test_it_may_be_asked_anywhere_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    release_freed_memory()
    monkeypatch.setattr(sys, "platform", "win32")
    release_freed_memory()


def test_from_source_python_starts_the_package() -> None:
    command = own_command(["--pack", "a.json"])
    assert command == [sys.executable, "-m", "desktop", "--pack", "a.json"]


def test_the_executable_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]


@pytest.mark.parametrize(
    ("environ", "bundled", "outside"),
    [
        ({"LD_LIBRARY_PATH": "/own"}, True, {}),
        (
            {"LD_LIBRARY_PATH": "/o", "LD_LIBRARY_PATH_ORIG": "/a"},
            True,
            {"LD_LIBRARY_PATH": "/a"},
        ),
        ({"LD_LIBRARY_PATH": "/a", "HOME": "/h"}, False, {"LD_LIBRARY_PATH": "/a", "HOME": "/h"}),
    ],
)
def test_other_programs_get_their_own_libraries(
    environ: dict[str, str],
    outside: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
    *,
    bundled: bool,
) -> None:
    monkeypatch.setattr(sys, "frozen", bundled, raising=False)
    assert outside_environment(environ) == outside
