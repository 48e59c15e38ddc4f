"""The packed executable, a private screen and a private home to try it in.

Without CI in the environment a test whose tools are missing is skipped with the reason.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import pytest

from tests import ROOT
from tests.system.xserver import XServer, private_xserver

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

SMOKE = ROOT / "build" / "smoke"
SLOW = {f"test_kiosk_{what}" for what in ("faults", "pin", "setup", "wipe", "break_out")}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark everything below this folder, so that `-m "not system"` leaves it out."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.system)
            if item.path.stem in SLOW:
                item.add_marker(pytest.mark.slow)


def unless_ci(reason: str) -> None:
    """Skip the test, or fail it where everything has to be there."""
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


def need(*tools: str) -> None:
    """Skip the test if a command is missing."""
    missing = [tool for tool in tools if not shutil.which(tool)]
    if missing:
        unless_ci(f"not installed: {' '.join(missing)}")


def need_root() -> None:
    """Skip the test if mounts and name spaces cannot be made."""
    if os.geteuid() != 0:
        unless_ci("needs root, for mounts and name spaces")


@pytest.fixture(scope="session")
def executable() -> Path:
    path = ROOT / "dist" / "luminaria"
    if not path.is_file():
        unless_ci("dist/luminaria is not built: make build")
    return path


@pytest.fixture
def xserver() -> Iterator[XServer]:
    need("Xvfb", "xdotool")
    with private_xserver() as server:
        yield server


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir()
    return folder


@pytest.fixture
def plain(home: Path, tmp_path: Path) -> dict[str, str]:
    """The environment of a fresh account, without a display."""
    temp = tmp_path / "temp"
    temp.mkdir()
    return {
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "HOME": str(home),
        "TMPDIR": str(temp),
        "XDG_RUNTIME_DIR": str(temp),
        # Else libdbus starts a bus of its own, which outlives the test.
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null",
    }


class Start(Protocol):
    """Starts a command with exactly this environment; it ends with the test."""

    def __call__(
        self, command: Sequence[str | Path], environment: Mapping[str, str]
    ) -> subprocess.Popen[str]: ...


@pytest.fixture
def start() -> Iterator[Start]:
    with ExitStack() as stack:

        def run(
            command: Sequence[str | Path], environment: Mapping[str, str]
        ) -> subprocess.Popen[str]:
            process = subprocess.Popen(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            stack.callback(_end, process)
            return process

        yield run


@dataclass(frozen=True, slots=True)
class Reader:
    """A session bus with the accessibility service, and the eyes of a screen reader."""

    environment: dict[str, str]  # for the programs to be read

    def tree(self) -> list[dict[str, Any]]:
        """Everything the program shows, as `tree.py` prints it.

        Raises: AssertionError: the program is not on the bus.
        """
        done = subprocess.run(
            ["/usr/bin/python3", Path(__file__).with_name("tree.py"), "luminaria", "15"],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, f"not on the accessibility bus: {done.stderr}"
        return cast("list[dict[str, Any]]", json.loads(done.stdout))

    def names(self, role: str) -> list[str]:
        """What the parts of one role are called, from top to bottom."""
        return [part["name"] for part in self.tree() if part["role"] == role and part["name"]]


@pytest.fixture
def reader(plain: dict[str, str], xserver: XServer, start: Start) -> Reader:
    need("dbus-daemon")
    if not any(Path("/usr/lib").glob("*/girepository-1.0/Atspi-2.0.typelib")):
        unless_ci("not installed: gir1.2-atspi-2.0")
    # The memory back end: else the switch for screen readers is kept and the next test passes
    # by accident.
    environment = {**plain, "DISPLAY": xserver.display, "GSETTINGS_BACKEND": "memory"}
    bus = start(["dbus-daemon", "--session", "--nofork", "--print-address=1"], environment)
    assert bus.stdout is not None
    address = next(line for line in bus.stdout if line.startswith("unix:")).strip()
    return Reader(
        environment | {"DBUS_SESSION_BUS_ADDRESS": address, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1"}
    )


def _end(process: subprocess.Popen[str]) -> None:
    process.terminate()
    try:
        process.communicate(timeout=10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
