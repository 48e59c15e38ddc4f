"""Work off the UI thread, its result handed back on it."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

if TYPE_CHECKING:
    from collections.abc import Callable


class Background(QObject):
    """Runs one piece of work in a thread of its own.

    The thread never keeps the program alive: who leaves in a hurry does not wait for it.
    """

    done = Signal(object)  # what the work returned
    failed = Signal(str)  # the type of what it raised: its words may hold what somebody typed

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._is_done = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin; `done` or `failed` comes later, in the thread of this object."""
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the work still goes on; no more when its result is told."""
        return self._thread.is_alive() and not self._is_done

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # whatever it is, the program goes on
            self._tell(self.failed, type(error).__name__)
        else:
            self._tell(self.done, result)

    def _tell(self, signal: SignalInstance, what: object) -> None:
        self._is_done = True
        with suppress(RuntimeError):  # whoever waited is gone, and this object with it
            signal.emit(what)
