"""The real kiosk in a home of its own on a private screen, seen and touched from outside."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from tests import ROOT
from tests.system import hands
from tests.system.xserver import HEIGHT, WIDTH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from tests.system.xserver import XServer

SOURCE = (sys.executable, "-m", "desktop")
FOLDER = ROOT / "dist" / "luminaria-folder" / "luminaria"
PROGRAMS = ("folder",) if FOLDER.is_file() else ("source",)  # what a kiosk runs, if it is built
MARKER = "zyqvisitor"  # what a visitor types
CONTRACT_SECONDS = 10.0  # from a fault to a screen that helps
STILL_SECONDS = 1.0  # that a page is not repainted for
CORNER = (20, 20)  # where the operator taps
_STEP = 4 * 101  # bytes from one pixel that is looked at to the next
_ALIKE = 0.003  # share of pixels: a text cursor and the pointer may differ
_MIDDLE = (WIDTH // 2, HEIGHT // 2)


def program(kind: str) -> tuple[str, ...]:
    """How the program is started: from "source", or as the built "folder"."""
    return SOURCE if kind == "source" else (str(FOLDER),)


@dataclass(frozen=True, slots=True)
class KioskHome:
    """An account: all that its programs may write to lies in one folder."""

    folder: Path
    server: XServer
    extra: dict[str, str] = field(default_factory=dict)  # environment variables

    def __post_init__(self) -> None:
        for part in (self.home, self.temp, self.runtime):
            part.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def home(self) -> Path:
        """Its home folder; the others lie in it, so that one mount covers all."""
        return self.folder / "home"

    @property
    def temp(self) -> Path:
        """For temporary files."""
        return self.home / "temp"

    @property
    def runtime(self) -> Path:
        """For what ends with the session."""
        return self.home / "run"

    @property
    def config(self) -> Path:
        """The configuration of the kiosk."""
        return self.home / ".config" / "luminaria" / "kiosk.toml"

    @property
    def pin(self) -> Path:
        """The file of the operator's PIN."""
        return self.config.with_name("kiosk-pin")

    @property
    def attempts(self) -> Path:
        """The file of tries and waits."""
        return self.home / ".local" / "state" / "luminaria" / "kiosk" / "attempts.json"

    @property
    def log(self) -> Path:
        """What the kiosk writes to standard output and error."""
        return self.folder / "kiosk.log"

    @property
    def environ(self) -> dict[str, str]:
        """The environment variables of its programs."""
        return {
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "HOME": str(self.home),
            "TMPDIR": str(self.temp),
            "XDG_RUNTIME_DIR": str(self.runtime),
            "DISPLAY": self.server.display,
            "PYTHONPATH": str(ROOT),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/dev/null",
            **self.extra,
        }

    @contextmanager
    def running(self, command: Sequence[str], *, confined: str = "") -> Iterator[Kiosk]:
        """Start `command` as the kiosk, and end it with the block.

        Args:
            command: program and words.
            confined: commands of a shell to run before it, in a mount name space of its own.
        """
        # Core files are allowed, so that it is the kiosk that makes none.
        script = f'ulimit -c unlimited 2>/dev/null; {confined or ":"} && exec "$@"'
        outer = ["unshare", "--mount"] if confined else []
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                [*outer, "sh", "-c", script, "sh", *command],
                env=self.environ,
                cwd=self.folder,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        try:
            yield Kiosk(self, process)
        finally:
            process.terminate()
            _reap(process)


@dataclass(frozen=True, slots=True)
class Pictures:
    """What the screen looks like when all is well."""

    attract: bytes
    start: bytes  # of a visit
    static: bytes


@dataclass(frozen=True, slots=True)
class Kiosk:
    """A kiosk that runs: its supervisor, and whoever stands before the screen."""

    home: KioskHome
    process: subprocess.Popen[bytes]  # the supervisor

    @property
    def server(self) -> XServer:
        """The screen."""
        return self.home.server

    def child(self) -> int:
        """Number of the process that shows something; never 0, which `kill` takes for us all."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        children = hands.wait_for(lambda: path.read_text("ascii").split(), "an interface")
        return int(children[0])

    def traces(self) -> list[Path]:
        """Files with what the visitor typed, and memory that was written to the disk."""
        # Through the eyes of the supervisor: what it has mounted is not seen from elsewhere.
        account = Path(f"/proc/{self.process.pid}/root", *self.home.folder.parts[1:])
        words = (MARKER.encode(), MARKER.encode("utf-16-le"))
        return [
            path
            for path in account.rglob("*")
            if path.is_file()
            and (path.name.startswith("core") or any(w in path.read_bytes() for w in words))
        ]

    def shows(self, picture: bytes) -> bool:
        """Whether the screen looks like that now."""
        return differing(self.server.pixels(), picture) < _ALIKE

    def wait_for(self, picture: bytes, what: str) -> None:
        """Wait until the screen looks like that."""
        self._until(lambda: self.shows(picture), what)

    def told(self) -> str:
        """The log so far."""
        return self.home.log.read_text("utf-8", "replace")

    def _until(self, fact: Callable[[], bool], what: str) -> None:
        try:
            hands.wait_for(fact, what)
        except AssertionError as error:
            raise AssertionError(f"{error}; the log:\n{self.told()}") from None

    def tap(self, x: int, y: int, *, times: int = 1) -> None:
        """Move there and press the left button."""
        again = ["--repeat", str(times), "--delay", "150"]
        hands.xdotool(self.server, "mousemove", str(x), str(y), "click", *again, "1")

    def begin_visit(self, pictures: Pictures) -> None:
        """Touch the attract screen."""
        self.wait_for(pictures.attract, "the attract screen")
        self.tap(*_MIDDLE)
        self.wait_for(pictures.start, "the start page")

    def ask_something(self, pictures: Pictures) -> None:
        """Begin a visit, and type what must not outlast it."""
        self.begin_visit(pictures)
        hands.type_text(self.server, MARKER)
        hands.wait_for(lambda: not self.shows(pictures.start), "what was typed")

    def ask_for_pin(self) -> None:
        """Tap five times in the top left corner."""
        self.tap(*CORNER, times=5)

    def wait_while(self, *pictures: bytes) -> bytes:
        """Wait until the screen looks like none of them, and stands still; returns it."""
        self._until(lambda: not any(map(self.shows, pictures)), "another page")
        return still(self.server)

    def seconds_to(self, picture: bytes, name: str, fault: Callable[[], object] = bool) -> float:
        """Seconds from the fault, or now, until the screen looks like that; prints them, too."""
        begun = time.monotonic()
        fault()
        self._until(lambda: self.shows(picture), name)
        seconds = time.monotonic() - begun
        print(f"\n{name}: {seconds:.2f} s")  # noqa: T201  # the measurement
        return seconds


def differing(one: bytes, other: bytes) -> float:
    """Share of the pixels that differ; one in 101 is looked at."""
    pairs = zip(one[::_STEP], other[::_STEP], strict=True)
    return sum(a != b for a, b in pairs) / (len(one) // _STEP)


def take_pictures(home: KioskHome) -> Pictures:
    """What a sound kiosk shows, each screen once it stands still."""
    with home.running([*SOURCE, "--kiosk-static"]) as kiosk:
        static = still(home.server)
    with home.running([*SOURCE, "--kiosk-shell"]) as kiosk:
        attract = still(home.server)
        kiosk.tap(*_MIDDLE)
        hands.wait_for_change(home.server, attract, "the start page")
        return Pictures(attract, still(home.server), static)


def still(server: XServer) -> bytes:
    """The screen once something is on it and it has not changed for a good while."""
    seen, since = server.pixels(), time.monotonic()

    def is_still() -> bool:
        nonlocal seen, since
        now = server.pixels()
        if differing(now, seen) > _ALIKE or _is_plain(now):
            seen, since = now, time.monotonic()
        return time.monotonic() - since > STILL_SECONDS

    hands.wait_for(is_still, "a screen that stands still")
    return server.pixels()


def _is_plain(screen: bytes) -> bool:
    """Whether there is one colour and at most a pointer."""
    seen = screen[::_STEP]
    return seen.count(seen[:1]) > (1 - _ALIKE) * len(seen)


@contextmanager
def window_manager(server: XServer, folder: Path) -> Iterator[None]:
    """openbox if it is there, with its own files out of the way; the kiosk needs none."""
    if not shutil.which("openbox"):
        yield
        return
    folder.mkdir()
    environ = {"DISPLAY": server.display, "HOME": str(folder), "PATH": "/usr/bin:/bin"}
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(["openbox"], env=environ, stdout=quiet, stderr=quiet)
    try:
        hands.wait_for(lambda: hands.xdotool(server, "get_num_desktops"), "openbox")
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)


def has_ended(pid: int) -> bool:
    """Whether there is no such process, or only what its parent has not asked for yet."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except (FileNotFoundError, ProcessLookupError):
        return True
    return stat.rpartition(")")[2].split()[0] == "Z"


def _reap(process: subprocess.Popen[bytes]) -> None:
    try:
        process.wait(timeout=10)
    except subprocess.TimeoutExpired:
        os.kill(process.pid, 9)
        process.wait(timeout=10)
