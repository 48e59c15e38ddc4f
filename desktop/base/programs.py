"""How to start this program anew, and programs of the system."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


def own_command(words: Sequence[str] = ()) -> list[str]:
    """This program, followed by `words`, e.g. "--pack" and a file."""
    itself = [sys.executable] if _is_bundled() else [sys.executable, "-m", "desktop"]
    return [*itself, *words]


def outside_environment(environ: Mapping[str, str]) -> dict[str, str]:
    """The environment for a program that does not use the libraries of this process.

    The executable lets the loader look into its own libraries first, and keeps in
    LD_LIBRARY_PATH_ORIG what was set before. Source: PyInstaller manual, "LD_LIBRARY_PATH /
    LIBPATH considerations".

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
