"""What is left when the process is ended by a fault outside Python, and a report made of it.

Python's faulthandler writes where the program was, but no values; it names files with their
paths, and nothing else can run at such a moment. So the next start makes a report of it without
them, and removes it. Knows no Qt.
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
_LONGEST: Final = 64 * 1024  # bytes that are read


class FatalFile:
    """The file that a fault of this process would be written to; empty as long as it is fine."""

    def __init__(self, folder: Path) -> None:
        """Catch faults from now on.

        Args:
            folder: of the reports; need not be there yet.

        Raises:
            OSError: it cannot be written to.
        """
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.path = folder / f"fatal-{os.getpid()}.txt"
        self.path.unlink(missing_ok=True)  # of another process of this number
        number = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND, 0o600)
        self._file: BinaryIO = os.fdopen(number, "wb", buffering=0)
        faulthandler.enable(self._file, all_threads=False)

    def note_qt(self, category: str) -> None:
        """Qt is about to end the process; the fault itself follows.

        Args:
            category: from Qt's source, never a message.
        """
        with suppress(OSError):
            self._file.write(f"Qt fatal: {category}\n".encode("ascii", "replace"))

    def close(self) -> None:
        """The process ends as it should: catch nothing more, leave nothing."""
        faulthandler.disable()
        self._file.close()
        with suppress(OSError):
            self.path.unlink()


def collect(reports: Reports) -> int:
    """Make reports of the faults that ended earlier processes.

    Args:
        reports: where they are and go.

    Returns: how many there were.
    """
    count = 0
    with suppress(OSError):
        for path in sorted(reports.folder.glob("fatal-*.txt") if reports.folder else ()):
            if not _is_running(path.stem.removeprefix("fatal-")):
                count += _collect_one(path, reports)
    return count


def _collect_one(path: Path, reports: Reports) -> bool:
    """Whether that process ended with a fault; its file goes in any case."""
    with path.open("rb") as file:
        what = tidied(file.read(_LONGEST).decode("utf-8", "replace"))
    at = path.stat().st_mtime
    path.unlink()
    if what:  # else it was killed, or the machine switched off
        reports.write(compose(what, "the program ended suddenly"), at)
    return bool(what)


def tidied(text: str) -> str:
    """What faulthandler wrote, places as module:line:function, all else left out."""
    lines: list[str] = []
    for line in text.splitlines():
        if match := _ERROR.match(line) or _QT.match(line):
            lines.append(match[1])
        elif match := _PLACE.match(line):
            lines.append(f"  {_module(match['file'])}:{match['line']}:{match['function']}")
    return "\n".join(lines)


def _module(file: str) -> str:
    """The module in a file, without the folders outside this program."""
    parts = Path(file).with_suffix("").parts
    ours = parts.index("desktop") if "desktop" in parts else len(parts) - 1
    return ".".join(parts[max(ours, 0) :])


def _is_running(number: str) -> bool:
    try:
        os.kill(int(number), 0)
    except (ProcessLookupError, ValueError, OverflowError):
        return False
    except OSError:  # of another user: not ours, so its number has been given again
        return False
    return True
