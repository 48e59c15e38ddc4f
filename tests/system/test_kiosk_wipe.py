"""Nothing of a visit stays: neither on the disk nor in what the idle kiosk holds.

The kiosk is the real one. A visitor within it types letters that this side chose, and this side
compares the files and reads the memory.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

import pytest

from desktop.kiosk.operator.pin import PinFile
from tests import ROOT
from tests.system.conftest import need
from tests.system.kiosk_home import KioskHome
from tests.system.xserver import private_xserver
from tests.visitor import PIN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

IDLE = [sys.executable, "-m", "tests.system.idle_kiosk"]
WORD, DIGITS = "zqmk", "907315"  # neither stands in the pack; the visit's number comes after
PATTERN = b"|".join(text.encode(code) for text in (WORD, DIGITS) for code in ("utf-8", "utf-16-le"))
CONFIGS = {"no-tallies": "", "tallies": "[operator]\ntallies = true\n"}
WARM_UP = 8  # visits: what is read from the disk when it is first needed is there then
VISITS = 100  # at each kiosk
Files = dict[str, tuple[int, bytes]]  # mode and content, by path


@dataclass(frozen=True, slots=True)
class IdleKiosk:
    """A running kiosk that can be talked to."""

    home: KioskHome
    process: subprocess.Popen[str]

    def ask(self, *words: str) -> str:
        """Say something, and wait for the answer."""
        self.tell(*words)
        return self.answer()

    def tell(self, *words: str) -> None:
        """Say something."""
        assert self.process.stdin is not None
        self.process.stdin.write(" ".join(words) + "\n")
        self.process.stdin.flush()

    def answer(self) -> str:
        """The next line; empty if it has ended."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def found(self) -> list[str]:
        """Where it holds something of what was typed."""
        return cast("list[str]", json.loads(self.ask("look", WORD, DIGITS)))

    def files(self) -> Files:
        """Everything in home, temporary and run-time folder."""
        return {
            str(path): (path.lstat().st_mode, path.read_bytes() if path.is_file() else b"")
            for path in self.home.home.rglob("*")
        }

    def memory(self) -> dict[str, int]:
        """How often something of what was typed stands in memory, freed or not, by area."""
        counts: dict[str, int] = {}
        for name, content in _areas(self.process.pid):
            if found := len(re.findall(PATTERN, content)):
                counts[name] = counts.get(name, 0) + found
        return counts


def _areas(pid: int) -> Iterator[tuple[str, bytes]]:
    """What the process can write to, with the name of what it is."""
    with Path(f"/proc/{pid}/mem").open("rb") as memory:
        for line in Path(f"/proc/{pid}/maps").read_text("utf-8").splitlines():
            place, rights, *rest = line.split(maxsplit=5)
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in place.split("-"))
            memory.seek(start)
            try:
                yield rest[3] if len(rest) > 3 else "anonymous", memory.read(end - start)
            except OSError:  # shared with a device
                continue


@contextmanager
def kiosk(folder: Path, config: str) -> Iterator[IdleKiosk]:
    """Start one on a screen of its own; it ends with the block."""
    with private_xserver() as screen:
        home = KioskHome(folder, screen)
        home.config.parent.mkdir(parents=True)
        home.config.write_text(config, "utf-8")
        PinFile(home.pin).set(PIN)
        with home.log.open("w") as log, _start(home, log) as process:
            yield IdleKiosk(home, process)
            process.communicate("end\n", timeout=20)


def _start(home: KioskHome, log: IO[str]) -> subprocess.Popen[str]:
    pipe = subprocess.PIPE
    environ = {**home.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen(
        IDLE, env=environ, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=log, text=True
    )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was there before and after the visits."""

    before: Files
    after: Files
    memory: dict[str, int]
    found: list[str]
    log: str

    @property
    def changed(self) -> set[str]:
        """Names of the files and folders that differ in anything."""
        paths = self.before | self.after
        return {Path(path).name for path in paths if self.before.get(path) != self.after.get(path)}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """Two kiosks at the same time, for there are two hundred visits."""
    need("Xvfb")
    with ExitStack() as stack:
        kiosks = {
            name: stack.enter_context(kiosk(tmp_path_factory.mktemp(name) / "account", config))
            for name, config in CONFIGS.items()
        }
        assert [one.answer() for one in kiosks.values()] == ["ready"] * len(kiosks)
        _visit(kiosks.values(), WARM_UP)
        before = {name: one.files() for name, one in kiosks.items()}
        _visit(kiosks.values(), VISITS)
        return {name: _outcome(one, before[name]) for name, one in kiosks.items()}


def _visit(kiosks: Iterable[IdleKiosk], count: int) -> None:
    for one in kiosks:
        one.tell("visit", str(count), *WORD, *DIGITS)
    for one in kiosks:
        assert one.answer() == "idle", one.home.log.read_text("utf-8")


def _outcome(one: IdleKiosk, before: Files) -> Outcome:
    after, memory = one.files(), one.memory()  # before it hears the words
    return Outcome(before, after, memory, one.found(), one.home.log.read_text("utf-8"))


@pytest.mark.parametrize("name", CONFIGS)
def test_only_tallies_differ(outcomes: dict[str, Outcome], name: str) -> None:
    assert outcomes[name].changed == ({"tallies.csv"} if name == "tallies" else set())


@pytest.mark.parametrize("name", CONFIGS)
def test_no_file_has_what_was_typed(outcomes: dict[str, Outcome], name: str) -> None:
    contents = [content for _mode, content in outcomes[name].after.values()]
    assert not [content for content in contents if re.search(PATTERN, content)]
    assert outcomes[name].log == ""


@pytest.mark.parametrize("name", CONFIGS)
def test_the_idle_kiosk_holds_nothing_that_was_typed(
    outcomes: dict[str, Outcome], name: str
) -> None:
    print(f"\nin memory, freed or not: {outcomes[name].memory}")  # noqa: T201  # told, not promised
    assert outcomes[name].found == []


def test_what_stays_is_found(tmp_path: Path) -> None:
    """The same look finds what somebody left on purpose."""
    need("Xvfb")
    with kiosk(tmp_path / "account", "") as one:
        assert one.answer() == "ready"
        assert one.found() == []
        assert one.ask("leave", *WORD) == "left"
        assert one.found() == ["QLineEdit : redo", "QLineEdit : undo"]
