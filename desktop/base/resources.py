"""Where the files shipped with the program are, in each way it can be installed."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """Folder that holds `assets` and `data`.

    The unpacked executable keeps them beside the code, a wheel inside the package, a
    source checkout beside the package.
    """
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle)
    package = Path(__file__).resolve().parents[1]
    return package if (package / "data").is_dir() else package.parent


def asset(*parts: str) -> Path:
    """Path of a shipped asset, e.g. `asset("icons", "search.svg")`."""
    return root().joinpath("assets", *parts)


def flagship_pack() -> Path:
    """Path of the pack shown when no other is named."""
    return root() / "data" / "nm-trafficking.json"
