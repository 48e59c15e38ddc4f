"""Single instance in the event loop: requests of later starts, and a restart of the program."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QSocketNotifier, QTimer, Signal

from desktop.base.process import outside_environment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.desk.instance.single_instance import InstanceListener


class Instance(QObject):
    """Answers later starts while the event loop runs.

    One that is created before the window answers for it: the receiver of `openRequested` then
    stores the query.
    """

    openRequested = Signal(str, str)  # query and language tag, each "" for none: show the window

    def __init__(self, listener: InstanceListener, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listener = listener
        self._knocks = QSocketNotifier(listener.fileno(), QSocketNotifier.Type.Read, self)
        self._knocks.activated.connect(self._take)
        self._ready = QTimer(self, singleShot=True, interval=0)
        self._ready.timeout.connect(listener.mark_ready)
        self._ready.start()

    def release(self) -> None:
        """Stop answering; the next start is the first. Used for a restart."""
        self._ready.stop()
        self._knocks.setEnabled(False)
        self._listener.close()

    def _take(self) -> None:
        request = self._listener.take()
        if request and request.show:
            self.openRequested.emit(request.query, request.lang)


def start_again(command: Sequence[str]) -> bool:
    """Start a process that outlives this one.

    Release the instance before, and end this process afterwards.

    Args:
        command: from `own_command`, never with a query.

    Returns: whether it started.
    """
    # With this variable the executable unpacks itself again. Source: PyInstaller manual, "Using
    # sys.executable to spawn subprocesses that outlive the application process implementation".
    environ = outside_environment(os.environ) | {"PYINSTALLER_RESET_ENVIRONMENT": "1"}
    process = QProcess()
    process.setProgram(command[0])
    process.setArguments(list(command[1:]))
    process.setEnvironment([f"{key}={value}" for key, value in environ.items()])
    return bool(process.startDetached())
