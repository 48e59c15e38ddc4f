"""Local error reports without user text.

They contain the types of errors and their locations in the program. Messages, which may quote user
text, values of variables and paths of files are omitted.
"""

from __future__ import annotations

import errno
import faulthandler
import os
import re
import secrets
import sys
import time
from contextlib import suppress
from pathlib import Path
from traceback import walk_tb
from typing import TYPE_CHECKING, Final

from desktop import __version__
from desktop.base.files import FileNotWritten, write_bytes_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType
    from typing import BinaryIO

MAX_REPORTS: Final = 10  # reports; older ones are removed
LOOP_SECONDS: Final = 60.0
_CAUSES: Final = 5  # reported per error
_PLACES: Final = 40  # innermost frames reported per error
_ERROR: Final = re.compile(
    r"Fatal Python error: (Segmentation fault|Aborted|Bus error|Illegal instruction"
    r"|Floating-point exception)$"
)
_QT: Final = re.compile(r"(Qt fatal: [\w.-]{1,60})$")
_PLACE: Final = re.compile(r'  File "(?P<file>.*)", line (?P<line>\S+) in (?P<function>.+)$')
_LONGEST: Final = 64 * 1024  # bytes to read


def describe(error: BaseException, trace: TracebackType | None) -> str:
    """Types and frames of `error`, whose traceback is `trace`, and its causes, one per line."""
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
    module = "" if kind.__module__ == "builtins" else f"{kind.__module__}."
    name = module + kind.__qualname__
    number = error.errno if isinstance(error, OSError) else None
    reason = errno.errorcode.get(number) if number else None
    return f"{name} ({reason})" if reason else name


def _places(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        module = frame.f_globals.get("__name__", "?")
        yield f"  {module}:{line}:{frame.f_code.co_qualname}"


def format_report(what: str, where: str, versions: str = "") -> str:
    """The text of a report of `what`, from `describe`; `versions` are those of libraries in use."""
    python = ".".join(map(str, sys.version_info[:3]))
    head = f"Luminaria {__version__}, Python {python}, {versions or 'no Qt'}, {sys.platform}"
    return f"{head}\n{where}\n{what}\n"


class Reports:
    """The reports in one folder."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder  # need not exist yet; None if reports cannot be stored
        self._times: list[float] = []  # of reports that could not be written

    def write(self, text: str, at: float | None = None) -> None:
        """Write a report, if possible, and remove the oldest ones beyond the limit.

        Args:
            text: from `format_report`.
            at: time of the error, in seconds since 1970; None for now.
        """
        when = time.time() if at is None else at
        try:
            self._write(text, when)
        except (OSError, FileNotWritten):
            self._times.append(when)

    def is_loop(self) -> bool:
        """Whether any processes made two or more reports in the last minute."""
        since = time.time() - LOOP_SECONDS
        times = [*self._times, *(at for at, _path in self._found())]
        return sum(at > since for at in times) > 1

    def _write(self, text: str, at: float) -> None:
        if self.folder is None:
            raise FileNotFoundError
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        path = self.folder / f"report-{secrets.token_hex(4)}.txt"
        write_bytes_atomically(path, text.encode("utf-8", "replace"), private=True)
        os.utime(path, (at, at))
        for _at, old in self._found()[MAX_REPORTS:]:
            old.unlink(missing_ok=True)

    def _found(self) -> list[tuple[float, Path]]:
        """The time and file of each report, newest first."""
        with suppress(OSError):  # another process has just removed one
            if self.folder is not None:
                paths = self.folder.glob("report-*.txt")
                return sorted(((path.stat().st_mtime, path) for path in paths), reverse=True)
        return []


class FatalFile:
    """The file for the traceback of a crash of this process; empty until then.

    faulthandler writes it without values, but with the paths of files. The next start converts it
    into a report without paths, and removes it.
    """

    def __init__(self, folder: Path) -> None:
        """Enable faulthandler; `folder` is that of the reports, and need not exist yet.

        Raises:
            OSError: it cannot be written to.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = folder / f"fatal-{os.getpid()}.txt"
        self.path.unlink(missing_ok=True)  # of another process with this id
        number = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        self._file: BinaryIO = os.fdopen(number, "wb", buffering=0)
        faulthandler.enable(self._file, all_threads=False)

    def note_qt(self, category: str) -> None:
        """Record that Qt aborts the process; `category` is one of its logging, never a message."""
        with suppress(OSError):
            self._file.write(f"Qt fatal: {category}\n".encode("ascii", "replace"))

    def close(self) -> None:
        """Disable faulthandler and remove the file."""
        faulthandler.disable()
        self._file.close()
        with suppress(OSError):
            self.path.unlink()


def collect(reports: Reports) -> int:
    """Make reports of the crashes of earlier processes, and return their number."""
    count = 0
    with suppress(OSError):
        for path in sorted(reports.folder.glob("fatal-*.txt") if reports.folder else ()):
            if not _is_running(path.stem.removeprefix("fatal-")):
                count += _collect_one(path, reports)
    return count


def _collect_one(path: Path, reports: Reports) -> bool:
    """Report the crash in `path`, if any, and remove the file; return whether there was one."""
    with path.open("rb") as file:
        what = sanitized(file.read(_LONGEST).decode("utf-8", "replace"))
    at = path.stat().st_mtime
    path.unlink()
    if what:  # else the process was killed, or the machine switched off
        reports.write(format_report(what, "the program ended suddenly"), at)
    return bool(what)


def sanitized(text: str) -> str:
    """The error and frames of a faulthandler traceback, frames as module:line:function."""
    lines: list[str] = []
    for line in text.splitlines():
        if match := _ERROR.match(line) or _QT.match(line):
            lines.append(match[1])
        elif match := _PLACE.match(line):
            lines.append(f"  {_module(match['file'])}:{match['line']}:{match['function']}")
    return "\n".join(lines)


def _module(file: str) -> str:
    """The module of a file, without the folders outside this program."""
    parts = Path(file).with_suffix("").parts
    ours = parts.index("desktop") if "desktop" in parts else len(parts) - 1
    return ".".join(parts[max(ours, 0) :])


def _is_running(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except OSError:  # of another user, so the id was reused
        return False
    return True
