"""Where the kiosk's controls are: `python -m tests.system.kiosk_places` prints them as JSON.

A kiosk of its own is asked, on the same screen, so that the walk which uses them needs nothing of
the program but its pixels, and no place is written down twice.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.kiosk.setup.config import load_config
from desktop.kiosk.shell import Shell
from desktop.ui.look.translations import Translations
from desktop.ui.running.application import create_application, open_or_shipped
from tests.kiosk_screens import settle
from tests.system.break_out_moves import WORD, Point
from tests.visitor import visible_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPoint, QRect


def main(config: str) -> None:
    """Walk through a kiosk with this configuration, and print what is where on each screen."""
    app = create_application()
    opened = open_or_shipped(None)
    shell = Shell(opened.pack, load_config(Path(config)).config, Translations(app))
    shell.setGeometry(shell.screen().geometry())  # full screen would come a little later
    shell.show()
    settle()
    engine = opened.make_engine()
    shell.set_search(lambda text, tag: engine.search(text, lang=tag))
    names: Names = {}
    controls: dict[str, list[Point]] = {}
    for screen, (name, how) in _walk(shell).items():
        how()
        settle()
        names |= {f"{screen} {key}": place for key, place in name().items()}
        controls[screen] = [_middle(shell, part) for part in _parts(shell)]
    json.dump({"names": names, "controls": controls}, sys.stdout)
    sys.stdout.flush()
    os._exit(0)  # a window that is torn down may take its time


Names = dict[str, Point]


def _walk(shell: Shell) -> dict[str, tuple[Callable[[], Names], Callable[[], object]]]:
    """Screen by screen: the places to know of it, and how it comes about."""
    field, results = shell.home.box.edit, shell.home.results
    middle = {"anywhere": (shell.width() // 2, shell.height() - 60)}

    def start() -> Names:
        return {
            "field": _middle(shell, field),
            "curtain": _middle(shell, shell.header.curtain),
        }

    def keys() -> Names:
        found = visible_keys(shell.keyboard)
        return {key.types: _middle(shell, key) for key in found if key.types in WORD}

    def hits() -> Names:
        box = results.list.visualRect(results.hits.index(0, 0))
        return {"hit": _point(results.list.viewport().mapTo(shell, box.center()))}

    def actions() -> Names:
        names = {
            action: f"action{action.name.title()}"
            for action in (VisitorAction.QR_CODE, VisitorAction.LEARN)
        }
        found = {d.name: shell.page.findChildren(QWidget, name) for d, name in names.items()}
        return {
            "leave": _middle(shell, shell.header.leave_button),
            **{n: _middle(shell, next(w for w in ws if w.isVisible())) for n, ws in found.items()},
        }

    return {
        "attract": (lambda: middle, lambda: None),
        "start": (start, lambda: shell.begin("")),
        "keyboard": (keys, lambda: shell.keys.open(field)),
        "results": (hits, lambda: field.setText(WORD)),
        "answer": (actions, results.choose_first),
        "qr": (dict, lambda: shell.way.run_action(VisitorAction.QR_CODE, shell.lang)),
        "learn": (dict, lambda: shell.way.run_action(VisitorAction.LEARN, shell.lang)),
        "curtain": (dict, shell.header.curtainRequested.emit),
    }


def _parts(shell: Shell) -> list[QWidget]:
    """What can be touched now."""
    found = shell.findChildren(QAbstractButton) + shell.findChildren(QLineEdit)
    return [part for part in found if part.isVisible() and part.isEnabled() and _seen(part)]


def _seen(part: QWidget) -> bool:
    return not part.visibleRegion().isEmpty()


def _middle(shell: Shell, part: QWidget) -> Point:
    seen: QRect = part.visibleRegion().boundingRect()
    return _point(part.mapTo(shell, seen.center()))


def _point(point: QPoint) -> Point:
    return point.x(), point.y()


if __name__ == "__main__":
    main(sys.argv[1])
