"""Starts the program anew, as a process that outlives this one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QProcessEnvironment

if TYPE_CHECKING:
    from collections.abc import Sequence


def restart_command(options: Sequence[str] = ()) -> list[str]:
    """The program with `options`, e.g. "--pack" and a file; never with a query."""
    itself = (
        [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "desktop"]
    )
    return [*itself, *options]


def start_again(command: Sequence[str]) -> bool:
    """Start `command`; release the instance before, end this process after.

    Returns: whether it started.
    """
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments(list(command[1:]))
    process.setProcessEnvironment(_environment())
    return bool(process.startDetached())


def _environment() -> QProcessEnvironment:
    """That of this process, without what the one file has added for itself.

    Source: PyInstaller manual, "Using sys.executable to spawn subprocesses that outlive the
    application process implementation", and "LD_LIBRARY_PATH / LIBPATH considerations".
    """
    environment = QProcessEnvironment.systemEnvironment()
    environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")
    if getattr(sys, "frozen", False):
        before = environment.value("LD_LIBRARY_PATH_ORIG")
        environment.insert("LD_LIBRARY_PATH", before)
    return environment
