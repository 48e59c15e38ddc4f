"""Computers made of files in a folder, for the checks of the pre-flight."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from desktop.kiosk.setup.probes import Account, Computer

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 3, 1)


def made_computer(root: Path, files: dict[str, str] | None = None, **changes: Any) -> Computer:
    """A Linux computer with nothing but `files`, by their paths below `root`.

    Args:
        root: an empty folder.
        files: what they say.
        **changes: fields of `Computer`; `outputs` has what programs print, by name.
    """
    for name, text in (files or {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    outputs = changes.pop("outputs", {})
    usual = {
        "environ": {},
        "today": TODAY,
        "account": Account("kiosk", 1001, frozenset({"kiosk", "video"})),
        "config": root / "home" / "kiosk" / ".config",
        "run": lambda words: outputs.get(words[0]),
        "which": lambda _name: None,
        "free_bytes": lambda _folder: 10**10,
        "platform": "linux",
        "root": root,
    }
    return Computer(**usual | changes)


def processes(*names: str) -> dict[str, str]:
    """Files of Linux that say which programs run."""
    return {f"proc/{number}/comm": f"{name[:15]}\n" for number, name in enumerate(names, 100)}
