"""Command and environment for starting this program again and other programs."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def own_command(words: Sequence[str] = ()) -> list[str]:
    """The command line of this program with the arguments `words`."""
    itself = [sys.executable] if _is_bundled() else [sys.executable, "-m", "desktop"]
    return [*itself, *words]


def outside_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a program that does not use the libraries of this process.

    The executable puts its own libraries first in LD_LIBRARY_PATH, and saves the previous value in
    LD_LIBRARY_PATH_ORIG. Source: PyInstaller manual, "LD_LIBRARY_PATH / LIBPATH considerations".

    Args:
        environ: that of this process.
    """
    kept = {key: value for key, value in environ.items() if key != "LD_LIBRARY_PATH_ORIG"}
    if _is_bundled():
        kept.pop("LD_LIBRARY_PATH", None)
        if before := environ.get("LD_LIBRARY_PATH_ORIG"):
            kept["LD_LIBRARY_PATH"] = before
    return kept


def _is_bundled() -> bool:
    return getattr(sys, "frozen", False)
