from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.base.lock import open_private_folder, single_instance_lock
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

NOBODY = 65534
# A process with a child that outlives it.
HOLDER = """
import os, signal, subprocess, sys
from desktop.base.lock import single_instance_lock
with single_instance_lock("kiosk", os.environ) as alone:
    child = subprocess.Popen([sys.executable, "-c", "input()"], stdin=0, stdout=2)
    print(alone, flush=True)
    signal.pause()
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="flock of a descriptor")


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    """A runtime and a temporary folder."""
    for name in ("run", "tmp"):
        (tmp_path / name).mkdir()
    return {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "TMPDIR": str(tmp_path / "tmp")}


@pytest.fixture(autouse=True)
def _no_folder_is_left() -> Iterator[None]:
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    yield
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


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
    with (
        single_instance_lock("kiosk", environ) as first,
        single_instance_lock("kiosk", environ) as second,
    ):
        assert (first, second) == (True, False)
    with single_instance_lock("kiosk", environ) as later:
        assert later


def test_locks_of_other_names_do_not_count(environ: dict[str, str]) -> None:
    with single_instance_lock("kiosk", environ), single_instance_lock("other", environ) as alone:
        assert alone


def test_the_lock_ends_with_a_killed_process_though_its_child_lives(
    environ: dict[str, str], other: subprocess.Popen[bytes]
) -> None:
    with single_instance_lock("kiosk", environ) as alone:
        assert not alone
    other.send_signal(signal.SIGKILL)
    other.wait()
    with single_instance_lock("kiosk", environ) as alone:
        assert alone


def test_nothing_is_written_into_the_file(environ: dict[str, str], tmp_path: Path) -> None:
    with single_instance_lock("kiosk", environ):
        files = [path for path in tmp_path.rglob("*") if path.is_file()]
        assert [(path.name, path.stat().st_size) for path in files] == [("kiosk.lock", 0)]


def test_where_no_file_can_be_made_nobody_is_kept_out(tmp_path: Path) -> None:
    folder = tmp_path / "luminaria"
    folder.mkdir(mode=0o700)
    (folder / "kiosk.lock").symlink_to("elsewhere")
    with single_instance_lock("kiosk", {"XDG_RUNTIME_DIR": str(tmp_path)}) as alone:
        assert alone


def place(environ: dict[str, str]) -> str:
    folder = open_private_folder(environ)
    assert folder is not None
    path = os.readlink(f"/proc/self/fd/{folder}")  # noqa: PTH115
    os.close(folder)
    return path


def in_temporary(environ: dict[str, str]) -> str:
    return f"{environ['TMPDIR']}/luminaria-{os.geteuid()}"


def test_the_runtime_folder_comes_first(environ: dict[str, str]) -> None:
    path = place(environ)
    assert path == f"{environ['XDG_RUNTIME_DIR']}/luminaria"
    assert os.stat(path).st_mode & 0o777 == 0o700  # noqa: PTH116


def test_the_folder_that_is_there_is_used_again(environ: dict[str, str]) -> None:
    assert place(environ) == place(environ)


@pytest.mark.parametrize("runtime", ["", "relative", "/nowhere/at/all"])
def test_without_a_runtime_folder_the_temporary_one_serves(
    runtime: str, environ: dict[str, str]
) -> None:
    assert place(environ | {"XDG_RUNTIME_DIR": runtime}) == in_temporary(environ)


def test_a_folder_that_others_may_open_is_refused(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "run" / "luminaria").mkdir()
    (tmp_path / "run" / "luminaria").chmod(0o750)
    assert place(environ) == in_temporary(environ)


def test_a_link_is_refused(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (tmp_path / "run" / "luminaria").symlink_to(tmp_path / "elsewhere")
    assert place(environ) == in_temporary(environ)


def test_a_file_in_its_place_is_refused(environ: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "run" / "luminaria").touch()
    assert place(environ) == in_temporary(environ)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give folders away")
@pytest.mark.parametrize("whose", ["run", "run/luminaria"])
def test_a_folder_of_another_user_is_refused(
    whose: str, environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / whose).mkdir(mode=0o700, exist_ok=True)
    os.chown(tmp_path / whose, NOBODY, NOBODY)
    assert place(environ) == in_temporary(environ)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_to_is_refused(
    environ: dict[str, str], tmp_path: Path
) -> None:
    (tmp_path / "run" / "luminaria").mkdir(mode=0o500)
    assert place(environ) == in_temporary(environ)
