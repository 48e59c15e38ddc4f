"""Information about a computer for the pre-flight: files, programs, the account.

Nothing here raises: unknown values are None or empty.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.base.folders import config_folder
from desktop.base.local_date import today
from desktop.base.process import outside_environment

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable, Mapping

_COMMAND_TIMEOUT: Final = 5.0  # seconds; a print server that is switched off may never answer
_LARGEST: Final = 1_000_000  # bytes of a file that are read


@dataclass(frozen=True, slots=True)
class Account:
    """The user of this process."""

    name: str = ""  # if unknown
    number: int | None = None  # if the system has none
    groups: frozenset[str] = frozenset()  # names


@dataclass(frozen=True, slots=True)
class Computer:
    """A computer as its files and programs describe it."""

    environ: Mapping[str, str]  # of the process
    today: dt.date  # by its clock
    account: Account
    config: Path  # folder of the configurations of this account's programs
    run: Callable[[list[str]], str | None]  # output of a program; None if it is missing or fails
    which: Callable[[str], str | None]  # path of a program
    free_bytes: Callable[[Path], int | None]  # on the disk of a folder, which may be missing
    root: Path = Path("/")  # of its files
    platform: str = sys.platform
    unpacks: bool = False  # whether this is the one-file executable, which unpacks itself to run
    temporary_runs: bool | None = None  # whether programs may run from the temporary folder

    def texts(self, *patterns: str) -> list[str]:
        """Content of the matching files.

        Args:
            patterns: as for `Path.glob`, below the root, such as "etc/sddm.conf.d/*.conf".
        """
        found: list[str | None] = []
        for pattern in patterns:
            with suppress(OSError):  # a process ended, a folder is not readable
                found += map(read_text, sorted(self.root.glob(pattern)))
        return [text for text in found if text is not None]

    def has(self, *patterns: str) -> bool:
        """Whether a file matches."""
        with suppress(OSError):
            return any(any(self.root.glob(pattern)) for pattern in patterns)
        return False

    def running(self, names: frozenset[str]) -> list[str]:
        """The running programs among `names`; Linux stores the first 15 letters of a name."""
        comms = {text.strip() for text in self.texts("proc/[0-9]*/comm")}
        return sorted(name for name in names if name[:15] in comms)


def read_text(path: Path) -> str | None:
    """Content of the file at `path`, None if it cannot be read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return None


def this_computer() -> Computer:
    """The computer that this process runs on."""
    return Computer(
        environ=os.environ,
        today=today(),
        account=_account(),
        config=_config(),
        run=_run,
        which=shutil.which,
        free_bytes=free_bytes,
        unpacks=_unpacks(),
        temporary_runs=_temporary_runs(),
    )


def free_bytes(folder: Path) -> int | None:
    """Free bytes on the disk of `folder`, or of its nearest existing parent."""
    for path in (folder, *folder.parents):
        with suppress(FileNotFoundError, NotADirectoryError):
            try:
                return shutil.disk_usage(path).free
            except PermissionError:
                return None
    return None


def _config() -> Path:
    try:
        return config_folder().parent
    except RuntimeError:
        return Path(os.devnull)  # contains nothing


def _account() -> Account:
    if sys.platform == "win32":
        return Account()
    import grp  # noqa: PLC0415  # Windows has neither
    import pwd  # noqa: PLC0415

    name = ""
    with suppress(KeyError):
        name = pwd.getpwuid(os.geteuid()).pw_name
    groups = set()
    for number in {os.getegid(), *os.getgroups()}:
        with suppress(KeyError):
            groups.add(grp.getgrgid(number).gr_name)
    return Account(name, os.geteuid(), frozenset(groups))


def _run(words: list[str]) -> str | None:
    try:
        done = subprocess.run(  # noqa: S603  # fixed words, no shell
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=outside_environment(os.environ) | {"LC_ALL": "C"},
            timeout=_COMMAND_TIMEOUT,
            check=True,
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode("utf-8", "replace")


def _unpacks() -> bool:
    """Whether this is the one-file executable; the folder build has its files beside it."""
    bundle = getattr(sys, "_MEIPASS", None)
    return bundle is not None and Path(sys.executable).parent not in Path(bundle).parents


def _temporary_runs() -> bool | None:
    if sys.platform == "win32":
        return True
    try:
        flags = os.statvfs(tempfile.gettempdir()).f_flag
    except OSError:
        return None
    return not flags & getattr(os, "ST_NOEXEC", 0)
