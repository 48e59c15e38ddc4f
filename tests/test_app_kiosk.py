"""The two screens that the supervisor of a kiosk watches, each in a process of its own."""

from __future__ import annotations

import os
import select
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop.app_kiosk import _help_lines, _number
from desktop.kiosk.watch.static_screen import HelpLine
from desktop.kiosk.watch.watched import FD_VARIABLE
from desktop.pack import reader
from desktop.resources import flagship_pack

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
SECONDS = 60


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


def test_the_static_screen_names_the_contacts_of_the_help_bar() -> None:
    lines = _help_lines(reader.read(flagship_pack()))
    assert lines[0] == HelpLine("911", "In danger", "En peligro")
    assert len(lines) == 3


@pytest.mark.parametrize(
    ("text", "number"), [("", 0), ("3", 3), ("-1", 0), ("x", 0), ("9" * 20, 0)]
)
def test_the_number_of_restarts_is_read_with_care(text: str, number: int) -> None:
    assert _number(text) == number
