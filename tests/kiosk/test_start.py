"""The two screens that the supervisor of a kiosk watches, each in a process of its own."""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.base.process import FAILED
from desktop.base.resources import flagship_pack
from desktop.kiosk.start import _help_lines, _number
from desktop.kiosk.watch.static_screen import HelpLine
from desktop.kiosk.watch.supervised_process import FD_VARIABLE
from desktop.kiosk.watch.supervisor import LEFT_FOR_SERVICE
from desktop.pack import reader
from desktop.pack.stored import StoredPack
from desktop.search import open_pack
from desktop.ui.running.application import open_or_shipped
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 60
# An operator leaves at once, and what is tidied up after that crashes.
LEAVING = """
import atexit, os, sys
from PySide6.QtCore import QTimer
from desktop.cli.main import main
from desktop.kiosk import start
class Operator(start.Operator):
    def __init__(self, *args):
        super().__init__(*args)
        QTimer.singleShot(0, self.panel.exitRequested.emit)
start.Operator = Operator
atexit.register(os.abort)
sys.stdout.write("said")
sys.exit(main(["--kiosk-shell"]))
"""


class Screen:
    """A screen that runs, and the pipe it beats through."""

    def __init__(self, option: str, home: Path, *words: str) -> None:
        self.pipe, beating = os.pipe()
        names = {"HOME": str(home), "QT_QPA_PLATFORM": "offscreen", FD_VARIABLE: str(beating)}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop", *words, option],
            env={**os.environ, **names},
            pass_fds=[beating],
            cwd=ROOT,
            stderr=subprocess.PIPE,
        )
        os.close(beating)

    def beats(self) -> bool:
        """Whether a byte comes, which says that its event loop runs."""
        ready, _, _ = select.select([self.pipe], [], [], SECONDS)
        return bool(ready and os.read(self.pipe, 1))

    def end(self) -> bytes:
        """End it; what it wrote to standard error."""
        self.process.kill()
        os.close(self.pipe)
        return self.process.communicate()[1]


@pytest.fixture
def large_pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack that counts as large, its index made."""
    monkeypatch.setattr(open_pack, "LARGE", 1000)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    open_pack.open_indexed(flagship_pack())
    return flagship_pack()


@pytest.fixture
def screens() -> Iterator[list[Screen]]:
    open_ones: list[Screen] = []
    yield open_ones
    for screen in open_ones:
        if screen.process.poll() is None:
            screen.end()


@pytest.mark.parametrize("option", ["--kiosk-shell", "--kiosk-static"])
def test_each_screen_runs_without_any_configuration(
    option: str, tmp_path: Path, screens: list[Screen]
) -> None:
    screens.append(Screen(option, tmp_path))
    assert screens[0].beats()


@pytest.mark.parametrize("option", ["--kiosk-shell", "--kiosk-static"])
@pytest.mark.parametrize(
    "words", ['[look]\ntheme = "pink"\n', '[pack]\nfile = "nowhere.json"\n', "= ] nonsense"]
)
def test_each_screen_runs_with_a_bad_configuration(
    option: str, words: str, tmp_path: Path, screens: list[Screen]
) -> None:
    config = tmp_path / "kiosk.toml"
    config.write_text(words, "utf-8")
    screens.append(Screen(option, tmp_path, "--config", str(config)))
    assert screens[0].beats()


@pytest.mark.skipif(not hasattr(signal, "SIGABRT"), reason="no such signal")
def test_a_fault_at_the_very_end_does_not_bring_the_kiosk_back(tmp_path: Path) -> None:
    environ = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LEAVING]
    done = subprocess.run(
        command, env=environ, cwd=ROOT, capture_output=True, check=False, timeout=SECONDS
    )
    assert done.returncode == LEFT_FOR_SERVICE
    assert done.stdout == b"said"


def test_a_pack_in_a_folder_that_cannot_be_entered_is_stood_in_for() -> None:
    opened = open_or_shipped(Path("/" + "long" * 100))  # fails as a locked one does
    assert opened.pack.manifest.id == "nm-trafficking"
    assert "cannot be read" in str(opened.errors)


def test_a_large_pack_is_opened_from_its_index(large_pack: Path) -> None:
    opened = open_or_shipped(large_pack)
    assert isinstance(opened.pack, StoredPack)
    assert opened.make_engine().search("signs", lang="en").hits


def test_where_the_index_cannot_be_opened_search_works_in_memory(
    large_pack: Path, tmp_path: Path
) -> None:
    opened = open_or_shipped(large_pack)
    shutil.rmtree(next(tmp_path.rglob("terms")))
    assert opened.make_engine().search("signs", lang="en").hits


def test_the_static_screen_names_the_contacts_of_the_help_bar() -> None:
    lines = _help_lines(reader.read(flagship_pack()))
    assert lines[0] == HelpLine("911", "In danger", "En peligro")
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("3", 3), ("-1", 0), ("x", 0), ("9" * 20, 0)]
)
def test_the_number_of_restarts_is_read_with_care(text: str, number: int) -> None:
    assert _number(text) == number


# A visitor types and leaves, and something cannot be forgotten.
UNFORGETTING = """
import sys
from PySide6.QtCore import QTimer
from desktop.cli.main import main
from desktop.kiosk import start
class Stubborn(start.Shell):
    def _register_traces(self):
        super()._register_traces()
        self.traces.register({"stubborn": self.fail, "next": lambda: print("next", flush=True)})
        QTimer.singleShot(0, self.visit)
    def visit(self):
        self.begin("en")
        self.home.box.edit.setText("my boss took my passport")
        self.leave()
    def fail(self):
        print("attract" if self.attract.isVisible() else "seen", flush=True)
        raise ValueError("my boss took my passport")
start.Shell = Stubborn
sys.exit(main(["--kiosk-shell"]))
"""


def test_what_cannot_be_forgotten_ends_the_interface(tmp_path: Path) -> None:
    names = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    done = subprocess.run(
        [sys.executable, "-c", UNFORGETTING],
        env={"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", **names},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert (done.returncode, done.stdout.split()) == (FAILED, ["attract", "next"]), done.stderr
    (report,) = (tmp_path / "state").rglob("report-*.txt")
    assert "ValueError" in report.read_text("utf-8")
    assert "passport" not in report.read_text("utf-8") + done.stderr
