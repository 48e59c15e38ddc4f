"""Paths of the files shipped with the program, for each kind of installation."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The folder of `assets` and `data`.

    It is the bundle of the executable, the package of a wheel, or the root of a source checkout.
    """
    if bundle := getattr(sys, "_MEIPASS", None):
        return Path(bundle)
    package = Path(__file__).resolve().parents[1]
    return package if (package / "data").is_dir() else package.parent


def asset(*parts: str) -> Path:
    """Path of a shipped asset, e.g. `asset("icons", "search.svg")`."""
    return root().joinpath("assets", *parts)


def flagship_pack() -> Path:
    """Path of the default pack."""
    return root() / "data" / "nm-trafficking.json"
