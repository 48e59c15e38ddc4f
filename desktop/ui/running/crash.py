"""Last error handler: an error is reported, and the program continues.

Only `NotForgotten` ends it, in the kiosk and in the window: a person's traces would remain.

Python would write an error with its message to the standard error output, which many systems log
to disk; the message may quote the person. So only types and places are written there, unless
LUMINARIA_DEBUG is set.
"""

from __future__ import annotations

import os
import sys
import threading
from contextlib import suppress
from typing import TYPE_CHECKING, Any, Final

import PySide6
from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qFormatLogMessage,
    qInstallMessageHandler,
)

from desktop.base.folders import reports_folder
from desktop.base.process import FAILED, end_at_once
from desktop.base.reports import FatalFile, Reports, collect, describe, format_report
from desktop.ui.leaving.cleanup_registry import NotForgotten

if TYPE_CHECKING:
    from types import TracebackType

MAX_REPORTED_ERRORS: Final = 20  # different errors of one process; more give no new information


def open_reports() -> Reports:
    """Reports of this user."""
    try:
        return Reports(reports_folder())
    except RuntimeError:  # no home folder
        return Reports(None)


class CrashGuard(QObject):
    """Handles uncaught exceptions in every thread."""

    error_reported = Signal(bool)  # in this thread; true: it is the second within a minute

    _reported = Signal(bool)  # in any thread

    def __init__(self, reports: Reports, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.ended_suddenly = False  # whether an error ended an earlier run; set by `install`
        self._reports = reports
        self._seen: set[str] = set()
        self._fatal: FatalFile | None = None
        # Queued: a page must not be opened during a paint event.
        self._reported.connect(self.error_reported, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Install the handlers; requires the application object."""
        self._before: tuple[Any, ...] = (sys.excepthook, threading.excepthook, sys.unraisablehook)
        sys.excepthook = self._on_error
        threading.excepthook = self._on_thread_error
        sys.unraisablehook = self._on_unraisable
        self._qt_before = qInstallMessageHandler(self._on_qt_message)
        self.ended_suddenly = collect(self._reports) > 0
        with suppress(OSError):
            if self._reports.folder is not None:
                self._fatal = FatalFile(self._reports.folder)

    def remove(self) -> None:
        """Remove the handlers; call it before the application object is deleted.

        Qt logs messages at its very end, after Python has stopped.
        """
        sys.excepthook, threading.excepthook, sys.unraisablehook = self._before
        qInstallMessageHandler(self._qt_before)
        if self._fatal:
            self._fatal.close()
            self._fatal = None

    def report(self, error: BaseException, where: str = "main thread") -> bool:
        """Store a report of `error`, the first time it happens; never raises.

        Returns: whether this is a new one.
        """
        what = describe(error, error.__traceback__)
        if what in self._seen or len(self._seen) >= MAX_REPORTED_ERRORS:
            return False
        self._seen.add(what)
        text = format_report(what, where, f"PySide6 {PySide6.__version__}")
        self._reports.write(text)
        _write_stderr(text)
        return True

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _forget_last()
        if os.environ.get("LUMINARIA_DEBUG") or issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        is_new = isinstance(error, Exception) and self.report(error)
        if isinstance(error, NotForgotten):
            self.remove()
            end_at_once(FAILED)
        if is_new:
            self._report_error()

    def _on_thread_error(self, args: threading.ExceptHookArgs) -> None:
        if os.environ.get("LUMINARIA_DEBUG"):
            self._before[1](args)
        if isinstance(args.exc_value, Exception) and self.report(args.exc_value, "another thread"):
            self._report_error()

    def _on_unraisable(self, args: sys.UnraisableHookArgs) -> None:
        """Report an error of a finalizer without notifying anybody."""
        if os.environ.get("LUMINARIA_DEBUG"):
            self._before[2](args)
        if isinstance(args.exc_value, Exception):
            self.report(args.exc_value, "while tidying up")

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind == QtMsgType.QtFatalMsg and self._fatal:
            self._fatal.note_qt(context.category or "")
        if self._qt_before:
            self._qt_before(kind, context, text)
        else:
            _write_stderr(f"{qFormatLogMessage(kind, context, text)}\n")

    def _report_error(self) -> None:
        with suppress(RuntimeError):  # the program is ending
            self._reported.emit(self._reports.is_loop())


def _write_stderr(text: str) -> None:
    with suppress(OSError, ValueError):  # closed, or its disk is full
        if sys.stderr is not None:
            sys.stderr.write(text)


def _forget_last() -> None:
    """Delete the error that Python keeps for debuggers, with all that its variables hold."""
    for name in ("last_type", "last_value", "last_traceback"):
        if hasattr(sys, name):
            delattr(sys, name)
