"""The one file shows the kiosk's screens too: all that they import is in it."""

from __future__ import annotations

import os
import select
import subprocess
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.watch.supervised_process import FD_VARIABLE

if TYPE_CHECKING:
    from pathlib import Path

SECONDS = 60


@pytest.mark.parametrize("option", ["--kiosk-shell", "--kiosk-static"])
def test_the_executable_shows_each_screen(
    executable: Path, plain: dict[str, str], option: str
) -> None:
    beats, beating = os.pipe()
    environment = plain | {"QT_QPA_PLATFORM": "offscreen", FD_VARIABLE: str(beating)}
    process = subprocess.Popen(
        [executable, option], env=environment, pass_fds=[beating], stderr=subprocess.PIPE, text=True
    )
    os.close(beating)
    ready, _, _ = select.select([beats], [], [], SECONDS)
    alive = bool(ready and os.read(beats, 1))
    process.terminate()
    told = process.communicate(timeout=SECONDS)[1]
    os.close(beats)
    assert alive, told
