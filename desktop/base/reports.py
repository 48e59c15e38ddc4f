"""Local error reports without user text.

They contain the types of errors and their locations in the program. Messages, which may quote user
text, values of variables and paths of files are omitted.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import sys
import time
from typing import TYPE_CHECKING, Final

from desktop import __version__
from desktop.base.files import FileNotWritten, write_bytes_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

KEPT: Final = 10  # reports; older ones are removed
LOOP_SECONDS: Final = 60.0
_CAUSES: Final = 5  # reported per error
_PLACES: Final = 40  # innermost frames reported per error


def describe(error: BaseException, trace: TracebackType | None) -> str:
    """Types and frames of `error` and its causes, one per line.

    Args:
        error: the error; its message is ignored.
        trace: its traceback, or None.
    """
    lines: list[str] = []
    cause: BaseException | None = error
    for _ in range(_CAUSES):
        if cause is None:
            break
        lines += [_kind(cause), *list(_places(trace))[-_PLACES:]]
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
        trace = cause.__traceback__ if cause else None
    return "\n".join(lines)


def _kind(error: BaseException) -> str:
    kind = type(error)
    name = (
        kind.__qualname__
        if kind.__module__ == "builtins"
        else f"{kind.__module__}.{kind.__qualname__}"
    )
    number = error.errno if isinstance(error, OSError) else None
    reason = errno.errorcode.get(number) if number else None
    return f"{name} ({reason})" if reason else name


def _places(trace: TracebackType | None) -> Iterator[str]:
    while trace is not None:
        frame = trace.tb_frame
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{trace.tb_lineno}:{frame.f_code.co_qualname}"
        trace = trace.tb_next


def compose(what: str, where: str, versions: str = "") -> str:
    """The text of a report.

    Args:
        what: from `describe`.
        where: part of the process, for the author.
        versions: of the libraries in use.
    """
    python = ".".join(map(str, sys.version_info[:3]))
    head = f"Luminaria {__version__}, Python {python}, {versions or 'no Qt'}, {sys.platform}"
    return f"{head}\n{where}\n{what}\n"


class Reports:
    """The reports in one folder.

    Args:
        folder: need not exist yet; None if reports cannot be stored.
    """

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._times: list[float] = []  # of reports that could not be written

    def write(self, text: str, at: float | None = None) -> Path | None:
        """Write a report, and remove the oldest ones beyond the limit.

        Args:
            text: from `compose`.
            at: time of the error, in seconds since 1970; None for now.

        Returns: its file; None if it could not be written.
        """
        try:
            return self._write(text, at)
        except (OSError, FileNotWritten):
            self._times.append(time.time() if at is None else at)
            return None

    def is_loop(self) -> bool:
        """Whether any processes made two or more reports in the last minute."""
        since = time.time() - LOOP_SECONDS
        times = [*self._times, *(at for at, _path in self._found())]
        return sum(at > since for at in times) > 1

    def _write(self, text: str, at: float | None) -> Path:
        if self.folder is None:
            raise FileNotFoundError
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.folder / f"report-{secrets.token_hex(4)}.txt"
        write_bytes_atomically(path, text.encode("utf-8", "replace"), private=True)
        if at is not None:
            os.utime(path, (at, at))
        for _at, old in self._found()[KEPT:]:
            old.unlink(missing_ok=True)
        return path

    def _found(self) -> list[tuple[float, Path]]:
        """The time and file of each report, newest first."""
        with contextlib.suppress(OSError):  # another process has just removed one
            if self.folder is not None:
                paths = self.folder.glob("report-*.txt")
                return sorted(((path.stat().st_mtime, path) for path in paths), reverse=True)
        return []
