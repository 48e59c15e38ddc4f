"""Run a command that opens a window, wait for the window, close it: exit code of the command."""

from __future__ import annotations

import os
import subprocess
import sys

from tests.system import hands
from tests.system.xserver import private_xserver

SECONDS = 600.0  # the first `make run` installs a lot

with private_xserver() as server:
    process = subprocess.Popen(
        sys.argv[1:], env={**os.environ, "DISPLAY": server.display}, text=True
    )
    window = hands.wait_for_window(server, process, SECONDS)
    print("window:", hands.xdotool(server, "getwindowname", window), flush=True)
    hands.close_window(server, window)
    sys.exit(process.wait(timeout=60))
