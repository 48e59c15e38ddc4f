"""Folders of this account: where its files belong, whether they are there, and may be written to.

Not by the methods of `Path`: where a folder on the way may not be entered, they raise an error.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

CONFIG_NAME: Final = "kiosk.toml"  # the configuration of a kiosk, in `config_folder`


def is_folder(path: Path) -> bool:
    """Whether there is a folder at `path` that may be looked at."""
    return os.path.isdir(path)  # noqa: PTH112  # see above


def may_write_in(folder: Path) -> bool:
    """Whether files can be made in `folder`, or it in the innermost folder that is there."""
    ways = (folder, *folder.parents)
    there = next((path for path in ways if os.access(path, os.F_OK)), folder)
    return is_folder(there) and os.access(there, os.W_OK | os.X_OK)


def config_folder() -> Path:
    """Where the configuration is, by the custom of the system.

    Raises:
        RuntimeError: there is no home folder.
    """
    return _usable(_platform_folders(roaming=True).user_config_path)


def state_folder() -> Path:
    """Where the kiosk keeps what must outlast a restart; all else as for `config_folder`."""
    return _usable(_platform_folders().user_state_path) / "kiosk"


def cache_folder() -> Path:
    """Where indexes of large packs are kept; all else as for `config_folder`."""
    return _usable(_platform_folders().user_cache_path) / "packs"


def reports_folder() -> Path:
    """Where reports of errors are kept; all else as for `config_folder`."""
    return _usable(_platform_folders().user_log_path) / "reports"


def _platform_folders(*, roaming: bool = False) -> PlatformDirs:
    # Imported here: most questions on the command line need no folder and no wait for it (4 ms).
    from platformdirs import PlatformDirs  # noqa: PLC0415

    return PlatformDirs("luminaria", appauthor=False, roaming=roaming, opinion=False)


def _usable(folder: Path) -> Path:
    """`folder`, if it is absolute and not in a home folder that is missing.

    Raises:
        RuntimeError: it is not; a missing home folder is not ours to make.
    """
    home = Path.home()
    if not folder.is_absolute() or (folder.is_relative_to(home) and not is_folder(home)):
        raise RuntimeError("The home folder is missing.")
    return folder
