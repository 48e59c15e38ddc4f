"""Run a command that opens a window, wait for the window and close it.

`python -m tests.system.open_and_close COMMAND…` passes on the command's exit code.
"""

from __future__ import annotations

import os
import subprocess
import sys

from tests.system import hands
from tests.system.xserver import private_xserver

SECONDS = 900.0  # the first `make run` installs a lot


def main() -> int:
    """Open and close the window of the command line's command."""
    with private_xserver() as server:
        process = subprocess.Popen(
            sys.argv[1:], env={**os.environ, "DISPLAY": server.display}, text=True
        )
        window = hands.wait_for_window(server, process, SECONDS)
        print("window:", hands.xdotool(server, "getwindowname", window), flush=True)  # noqa: T201
        hands.close_window(server, window)
        return process.wait(timeout=60)


if __name__ == "__main__":
    sys.exit(main())
