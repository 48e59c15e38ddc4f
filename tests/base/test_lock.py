from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.base.lock import only_one
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# A process with a child that outlives it.
HOLDER = """
import os, signal, subprocess, sys
from desktop.base.lock import only_one
with only_one("kiosk", os.environ) as alone:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=0, stdout=2)
    print(alone, flush=True)
    signal.pause()
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="flock of a descriptor")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(tmp_path)}


@pytest.fixture
def other(environ: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process that has the lock."""
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", HOLDER]
    plain = {**os.environ, **environ}
    with subprocess.Popen(command, cwd=ROOT, env=plain, stdin=pipe, stdout=pipe) as process:
        assert process.stdout.readline() == b"True\n"
        yield process
        process.kill()


def test_a_second_one_hears_of_the_first(environ: dict[str, str]) -> None:
    with only_one("kiosk", environ) as first, only_one("kiosk", environ) as second:
        assert (first, second) == (True, False)
    with only_one("kiosk", environ) as later:
        assert later


def test_locks_of_other_names_do_not_count(environ: dict[str, str]) -> None:
    with only_one("kiosk", environ), only_one("other", environ) as alone:
        assert alone


def test_the_lock_ends_with_a_killed_process_though_its_child_lives(
    environ: dict[str, str], other: subprocess.Popen[bytes]
) -> None:
    with only_one("kiosk", environ) as alone:
        assert not alone
    other.send_signal(signal.SIGKILL)
    other.wait()
    with only_one("kiosk", environ) as alone:
        assert alone


def test_nothing_is_written_into_the_file(environ: dict[str, str], tmp_path: Path) -> None:
    with only_one("kiosk", environ):
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert [(path.name, path.stat().st_size) for path in files] == [("kiosk.lock", 0)]


def test_where_no_file_can_be_made_nobody_is_kept_out(tmp_path: Path) -> None:
    folder = tmp_path / "luminaria"
    folder.mkdir(mode=0o700)
    (folder / "kiosk.lock").symlink_to("elsewhere")
    with only_one("kiosk", {"XDG_RUNTIME_DIR": str(tmp_path)}) as alone:
        assert alone
