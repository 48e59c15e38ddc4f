"""Starts the program again, as a process that outlives this one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QProcess, QProcessEnvironment

from desktop.base.process import outside_environment

if TYPE_CHECKING:
    from collections.abc import Sequence


def start_again(command: Sequence[str]) -> bool:
    """Start `command`; release the instance before, and end this process afterwards.

    Args:
        command: from `own_command`, never with a query.

    Returns: whether it started.
    """
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments(list(command[1:]))
    process.setProcessEnvironment(_environment())
    return bool(process.startDetached())


def _environment() -> QProcessEnvironment:
    """Environment without PyInstaller's variables: the executable unpacks itself again.

    Source: PyInstaller manual, "Using sys.executable to spawn subprocesses that outlive the
    application process implementation".
    """
    environment = QProcessEnvironment()
    for key, value in outside_environment(os.environ).items():
        environment.insert(key, value)
    environment.insert("PYINSTALLER_RESET_ENVIRONMENT", "1")
    return environment
