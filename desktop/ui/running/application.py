"""What both shells start with: the application object, a pack and its search."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.base.resources import flagship_pack
from desktop.pack import reader
from desktop.pack.errors import PackErrors
from desktop.ui.look.theme import load_fonts

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.view import PackView
    from desktop.search.engine import Engine


def create_application(argv: list[str] | None = None, name: str = "luminaria") -> QApplication:
    """The application object, with its fonts and a style that looks the same everywhere.

    Args:
        argv: as the process got it, by default.
        name: what windows are grouped under, and accessibility tools call the program.
    """
    QCoreApplication.setApplicationName(name)
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(argv if argv is not None else sys.argv[:1])
    app.setStyle("Fusion")
    keep_no_places()
    load_fonts()
    return app


def keep_no_places() -> None:
    """Keep Qt from writing into a file of its own which folders its dialogs showed."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def make_engine(pack: PackView) -> Engine:
    """The search of a pack that is in memory."""
    # Imported here: the first paint does not wait for the library either.
    from desktop.search.engine import Engine  # noqa: PLC0415

    return Engine(pack)


def read_pack(path: Path | None) -> tuple[PackView, PackErrors | None]:
    """The pack to show, and what is wrong with the one asked for if it is not that.

    A damaged pack never stops the start: the one shipped with the program stands in.
    """
    if path is None:
        return reader.read(flagship_pack()), None
    try:
        return reader.read(path), None
    except PackErrors as errors:
        for line in str(errors).splitlines():  # a pack must not steer the terminal
            print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr)  # noqa: T201
        return reader.read(flagship_pack()), errors
