"""Folders of this account: standard locations, existence, permissions.

Methods of `Path` are avoided where they raise an error for an inaccessible parent folder.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from platformdirs import PlatformDirs

CONFIG_NAME: Final = "kiosk.toml"  # the configuration of a kiosk, in `config_folder`


def is_folder(path: Path) -> bool:
    """Whether `path` is an accessible folder."""
    return os.path.isdir(path)  # noqa: PTH112  # see above


def may_write_in(folder: Path) -> bool:
    """Whether files can be created in `folder`, or it in its innermost existing ancestor."""
    ways = (folder, *folder.parents)
    there = next((path for path in ways if os.access(path, os.F_OK)), folder)
    return is_folder(there) and os.access(there, os.W_OK | os.X_OK)


def config_folder() -> Path:
    """The folder of the configuration, by the convention of the system.

    Raises:
        RuntimeError: there is no home folder.
    """
    return _usable(_platform_folders(roaming=True).user_config_path)


def state_folder() -> Path:
    """The folder of the kiosk's persistent state; otherwise like `config_folder`."""
    return _usable(_platform_folders().user_state_path) / "kiosk"


def cache_folder() -> Path:
    """The folder of the indexes of large packs; otherwise like `config_folder`."""
    return _usable(_platform_folders().user_cache_path) / "packs"


def reports_folder() -> Path:
    """The folder of error reports; otherwise like `config_folder`."""
    return _usable(_platform_folders().user_log_path) / "reports"


def _platform_folders(*, roaming: bool = False) -> PlatformDirs:
    # Imported here (4 ms): most commands need no folder.
    from platformdirs import PlatformDirs  # noqa: PLC0415

    return PlatformDirs("luminaria", appauthor=False, roaming=roaming, opinion=False)


def _usable(folder: Path) -> Path:
    """`folder`, if it is absolute and not in a missing home folder.

    Raises:
        RuntimeError: it is not; a missing home folder must not be created.
    """
    home = Path.home()
    if not folder.is_absolute() or (folder.is_relative_to(home) and not is_folder(home)):
        raise RuntimeError("The home folder is missing.")
    return folder
