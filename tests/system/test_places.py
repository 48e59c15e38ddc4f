"""Where the packed program has to start: odd folders, no network, little room."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.system import hands
from tests.system.conftest import need, need_root, unless_ci

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.system.conftest import Start
    from tests.system.xserver import XServer

SOCKETS = "/tmp/.X11-unix"  # noqa: S108 - where X servers listen
READ_ONLY_HOME = "mount -t tmpfs -o ro,size=1m none $HOME"


def confined(*shell: str) -> list[str]:
    """A command prefix: no network, and mounts of our own that go with the program."""
    script = " && ".join([*shell, 'exec "$@"'])
    return ["unshare", "--net", "--mount", "sh", "-c", script, "sh"]


def opens_and_closes(
    command: Sequence[str | Path], environment: dict[str, str], server: XServer, start: Start
) -> None:
    process = start(command, environment | {"DISPLAY": server.display})
    hands.close_window(server, hands.wait_for_window(server, process))
    assert process.wait(timeout=20) == 0


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("HOME", None),
        ("HOME", "/missing"),
        ("TMPDIR", None),
        ("TMPDIR", "/missing"),
        ("LANG", None),
    ],
)
def test_starts_with_a_poor_environment(
    executable: Path,
    plain: dict[str, str],
    variable: str,
    value: str | None,
    xserver: XServer,
    start: Start,
) -> None:
    poor = {key: text for key, text in plain.items() if key != variable}
    opens_and_closes([executable], poor | ({variable: value} if value else {}), xserver, start)


def test_starts_without_network_on_a_read_only_home(
    executable: Path, plain: dict[str, str], xserver: XServer, start: Start
) -> None:
    need_root()
    opens_and_closes([*confined(READ_ONLY_HOME), executable], plain, xserver, start)


def test_starts_from_a_read_only_folder_with_spaces_and_accents(
    executable: Path, plain: dict[str, str], tmp_path: Path, xserver: XServer, start: Start
) -> None:
    need_root()
    folder = tmp_path / "Mi carpeta · ñandú"
    folder.mkdir()
    shutil.copy(executable, folder)
    command = confined(
        f"mount --bind '{folder}' '{folder}'", f"mount -o remount,bind,ro '{folder}'"
    )
    opens_and_closes([*command, folder / "luminaria"], plain, xserver, start)


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        ("noexec", 127, "error while loading shared libraries"),
        ("size=20m", 255, "failed to write"),
    ],
)
def test_a_bad_temp_folder_ends_with_a_message(
    executable: Path, plain: dict[str, str], options: str, code: int, words: str
) -> None:
    """What is seen before Python runs, so that the user's guide can quote it.

    One file cannot carry a launcher that would say it better: the remedy (another TMPDIR, or
    the folder build) stands in the guide.
    """
    need_root()
    command: list[str | Path] = [
        *confined(f"mount -t tmpfs -o {options} none $TMPDIR"),
        executable,
        "ask",
        "passport",
    ]
    done = subprocess.run(
        command, env=plain, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == code
    assert words in done.stderr


def test_a_kill_leaves_no_unpacked_folder_for_ever(
    executable: Path, plain: dict[str, str], xserver: XServer, start: Start
) -> None:
    temp = Path(plain["TMPDIR"])
    for _ in range(3):
        process = start([executable], plain | {"DISPLAY": xserver.display})
        hands.wait_for_window(xserver, process)
        for pid in (*_children(process.pid), process.pid):
            os.kill(pid, signal.SIGKILL)
        process.wait(timeout=20)
        hands.wait_for(lambda: not hands.windows(xserver), "the window to go")
    process = start([executable], plain | {"DISPLAY": xserver.display})
    hands.wait_for_window(xserver, process)
    hands.wait_for(lambda: len(list(temp.glob("_MEI*"))) == 1, "the old folders to go", 10)


def _children(pid: int) -> list[int]:
    text = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
    return [int(word) for word in text.split()]


def test_starts_on_a_system_without_any_added_package(
    executable: Path, xserver: XServer, start: Start, tmp_path: Path
) -> None:
    """LUMINARIA_BARE_ROOT names the root of a minimal system; `.ci/run` makes one."""
    need("chroot")
    need_root()
    root = os.environ.get("LUMINARIA_BARE_ROOT")
    if not root:
        unless_ci("LUMINARIA_BARE_ROOT is not set")
    inside = Path(str(root)) / "opt" / "luminaria"
    shutil.copy(executable, inside)
    # The server's socket file is bound in: its abstract name stays outside with the network.
    mounts = (
        f"mkdir -p {root}{SOCKETS}",
        f"mount --bind {SOCKETS} {root}{SOCKETS}",
        f"mount -t proc none {root}/proc",
    )
    environment = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}
    command = [*confined(*mounts), "chroot", str(root), "/opt/luminaria"]
    process = start(command, environment | {"DISPLAY": xserver.display})
    window = hands.wait_for_window(xserver, process)
    before = xserver.pixels()
    hands.type_text(xserver, "passport")
    after = hands.wait_for_change(xserver, before, "search results on the screen")
    hands.press(xserver, "Return")
    hands.wait_for_change(xserver, after, "an answer on the screen")
    xserver.save(Path("build/smoke/bare-root.png"))
    hands.close_window(xserver, window)
    assert process.wait(timeout=20) == 0
