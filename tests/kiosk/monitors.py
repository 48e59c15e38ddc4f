"""Monitors that come and go, on a real X server."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

HALF = "{0}/100x{1}/100+{2}+0"


class Monitors:
    """Splits the X server's screen into monitors, as cables do."""

    def __init__(self) -> None:
        self._known: list[str] = []
        self._whole = QGuiApplication.primaryScreen().geometry()

    def left(self) -> None:
        """The left half is a monitor, and the only one."""
        self._add("left", "screen", 0)

    def right(self) -> None:
        """Also the right half."""
        self._add("right", "none", self._whole.width() // 2)

    def mirror(self) -> None:
        """Also a monitor that shows what the left half does."""
        self._add("mirror", "none", 0)

    def remove(self, name: str) -> None:
        self._known.remove(name)
        subprocess.run(["xrandr", "--delmonitor", name], check=True)

    def _add(self, name: str, output: str, x: int) -> None:
        place = HALF.format(self._whole.width() // 2, self._whole.height(), x)
        subprocess.run(["xrandr", "--setmonitor", name, place, output], check=True)
        self._known.append(name)

    def restore(self) -> None:
        for name in reversed(self._known[:]):
            self.remove(name)


@pytest.fixture
def monitors(qtbot: QtBot) -> Iterator[Monitors]:
    if QGuiApplication.platformName() != "xcb":
        pytest.skip("needs an X server: other platforms have one screen in tests")
    if not shutil.which("xrandr"):
        reason = "not installed: xrandr (x11-xserver-utils)"
        pytest.fail(reason) if os.environ.get("CI") else pytest.skip(reason)
    monitors = Monitors()
    whole = QGuiApplication.primaryScreen().geometry()
    monitors.left()
    qtbot.waitUntil(lambda: QGuiApplication.primaryScreen().geometry() != whole)
    yield monitors
    monitors.restore()
    qtbot.waitUntil(lambda: QGuiApplication.primaryScreen().geometry() == whole)
