"""Runs work in a thread and returns its result to the UI thread."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, SignalInstance

if TYPE_CHECKING:
    from collections.abc import Callable


class BackgroundTask(QObject):
    """Runs one piece of work in a separate thread.

    The thread never keeps the program alive: a quick exit does not wait for it.
    """

    done = Signal(object)  # result of the work
    failed = Signal(str)  # type of the exception: its message may quote user input

    def __init__(self, work: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._has_ended = threading.Event()  # the thread lives until the signal is sent

    def start(self) -> None:
        """Start; `done` or `failed` is emitted later, in the thread of this object."""
        self._thread.start()

    @property
    def is_running(self) -> bool:
        """Whether the work is running."""
        return self._thread.is_alive() and not self._has_ended.is_set()

    def _run(self) -> None:
        try:
            result = self._work()
        except Exception as error:  # noqa: BLE001  # any error must be reported
            self._emit_result(self.failed, type(error).__name__)
        else:
            self._emit_result(self.done, result)

    def _emit_result(self, signal: SignalInstance, what: object) -> None:
        self._has_ended.set()
        with suppress(RuntimeError):  # the receiver was deleted, and this object with it
            signal.emit(what)
