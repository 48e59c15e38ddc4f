"""Print what a screen reader finds of one program, as JSON: run by the system's own Python.

`python3 tree.py NAME SECONDS`: a list of {"role", "name", "text", "depth"}, or exit code 1 if no
program of that name shows up in time. It needs python3-gi and gir1.2-atspi-2.0.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any


def walk(atspi: Any, node: Any, depth: int, found: list[dict[str, Any]]) -> None:
    """Add `node` and all below it to `found`, in the order of the tree."""
    try:
        kinds = node.get_interfaces()
        text = atspi.Text.get_text(node, 0, -1) if "Text" in kinds else ""
        role, name = node.get_role_name(), node.get_name()
        children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
    except Exception:  # noqa: BLE001 - GLib.Error: the node went away while we looked
        return
    found.append({"role": role, "name": name, "text": text, "depth": depth})
    for child in children:
        if child is not None:
            walk(atspi, child, depth + 1, found)


def main(name: str, seconds: str) -> int:
    """Print the tree of the program `name`."""
    importlib.import_module("gi").require_version("Atspi", "2.0")
    atspi = importlib.import_module("gi.repository.Atspi")
    deadline = time.monotonic() + float(seconds)
    while time.monotonic() < deadline:
        desktop = atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            program = desktop.get_child_at_index(index)
            if program is not None and program.get_name().lower() == name:
                found: list[dict[str, Any]] = []
                walk(atspi, program, 0, found)
                json.dump(found, sys.stdout)
                return 0
        time.sleep(0.1)
    return 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
