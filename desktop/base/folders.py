"""Folders of this account: whether they are there, and may be written to. Knows no Qt.

Not by the methods of `Path`: where a folder on the way may not be entered, they raise an error.
"""

from __future__ import annotations

import os
from pathlib import Path


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
