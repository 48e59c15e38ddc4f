"""Reports of crashes outside Python.

Python's faulthandler writes a traceback without values, but with the paths of files. The next
start converts it into a report without paths, and removes it.
"""

from __future__ import annotations

import faulthandler
import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.base.reports import Reports, compose

if TYPE_CHECKING:
    from typing import BinaryIO

_ERROR: Final = re.compile(
    r"Fatal Python error: (Segmentation fault|Aborted|Bus error|Illegal instruction"
    r"|Floating-point exception)$"
)
_QT: Final = re.compile(r"(Qt fatal: [\w.-]{1,60})$")
_PLACE: Final = re.compile(r'  File "(?P<file>.*)", line (?P<line>\S+) in (?P<function>.+)$')
_LONGEST: Final = 64 * 1024  # bytes to read


class FatalFile:
    """The file for the traceback of a crash of this process; empty until then."""

    def __init__(self, folder: Path) -> None:
        """Enable faulthandler.

        Args:
            folder: of the reports; need not exist yet.

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
        """Record that Qt is about to abort the process; the traceback follows.

        Args:
            category: a logging category of Qt, never a message.
        """
        with suppress(OSError):
            self._file.write(f"Qt fatal: {category}\n".encode("ascii", "replace"))

    def close(self) -> None:
        """Disable faulthandler and remove the file."""
        faulthandler.disable()
        self._file.close()
        with suppress(OSError):
            self.path.unlink()


def collect(reports: Reports) -> int:
    """Make reports of the crashes of earlier processes.

    Args:
        reports: the folder of the tracebacks and the reports.

    Returns: the number of crashes.
    """
    count = 0
    with suppress(OSError):
        for path in sorted(reports.folder.glob("fatal-*.txt") if reports.folder else ()):
            if not _is_running(path.stem.removeprefix("fatal-")):
                count += _collect_one(path, reports)
    return count


def _collect_one(path: Path, reports: Reports) -> bool:
    """Report the crash in `path`, if any, and remove the file; return whether there was one."""
    with path.open("rb") as file:
        what = tidied(file.read(_LONGEST).decode("utf-8", "replace"))
    at = path.stat().st_mtime
    path.unlink()
    if what:  # else the process was killed, or the machine switched off
        reports.write(compose(what, "the program ended suddenly"), at)
    return bool(what)


def tidied(text: str) -> str:
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
