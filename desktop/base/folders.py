"""Folders of this account: whether they are there, and may be written to. Knows no Qt.

Not by the methods of `Path`: where a folder on the way may not be entered, they raise an error.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

CONFIG_NAME: Final = "kiosk.toml"  # the configuration of a kiosk, in `config_folder`


def home_folder() -> Path:
    """The home folder.

    Raises:
        RuntimeError: there is none, or none that may be looked at.
    """
    if not is_folder(home := Path.home()):
        raise RuntimeError("The home folder is missing, and is not ours to make.")
    return home


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path` that may be looked at."""
    return os.path.isdir(path)  # noqa: PTH112  # see above


def may_write_in(folder: Path) -> bool:
    """Whether files can be made in `folder`, or it in the innermost folder that is there."""
    ways = (folder, *folder.parents)
    there = next((path for path in ways if os.access(path, os.F_OK)), folder)
    return is_folder(there) and os.access(there, os.W_OK | os.X_OK)


def config_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the configuration is, by the custom of the system.

    Args:
        environ: the environment variables of the process.
        platform: as `sys.platform`.

    Raises:
        RuntimeError: there is no home folder.
    """
    if platform == "win32" and environ.get("APPDATA"):
        return Path(environ["APPDATA"]) / "luminaria"
    return _base(environ, "XDG_CONFIG_HOME", ".config", platform) / "luminaria"


def state_folder(environ: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where the kiosk keeps what must outlast a restart; all else as for `config_folder`."""
    if platform == "win32" and environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "luminaria" / "kiosk"
    return _base(environ, "XDG_STATE_HOME", ".local/state", platform) / "luminaria" / "kiosk"


def _base(environ: Mapping[str, str], variable: str, usual: str, platform: str) -> Path:
    if platform == "darwin":
        return home_folder() / "Library" / "Application Support"
    # A relative path is to be ignored, says the XDG Base Directory Specification.
    named = Path(environ.get(variable) or ".")
    return named if named.is_absolute() else home_folder() / usual
