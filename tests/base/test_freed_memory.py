from __future__ import annotations

import ctypes
import re
import sys
from pathlib import Path

import pytest

from desktop.base.freed_memory import give_back

MANY, LARGE = 2000, 16 * 1024  # pieces of memory, and the bytes of each
KEPT = 20  # the last ones, else the C library itself gives back what lies before them


def private_kib() -> int:
    """How much memory of this process no file could bring back."""
    text = Path("/proc/self/smaps_rollup").read_text("ascii", "replace")
    found = re.search(r"^Anonymous:\s+(\d+)", text, re.MULTILINE)
    assert found
    return int(found[1])


@pytest.mark.skipif(sys.platform != "linux", reason="the C library of Linux")
def test_freed_memory_is_given_back() -> None:
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    pieces = [libc.malloc(ctypes.c_size_t(LARGE)) for _ in range(MANY)]
    for piece in pieces:
        ctypes.memset(piece, 1, LARGE)
    for piece in pieces[:-KEPT]:
        libc.free(ctypes.c_void_p(piece))
    before = private_kib()
    give_back()
    after = private_kib()
    for piece in pieces[-KEPT:]:
        libc.free(ctypes.c_void_p(piece))
    assert before - after > MANY * LARGE // 1024 // 2


def test_it_may_be_asked_anywhere_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    give_back()
    monkeypatch.setattr(sys, "platform", "win32")
    give_back()
