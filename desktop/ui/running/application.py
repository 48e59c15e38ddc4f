"""Start of both shells: the application object, a pack with its search, the first paint."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.pack.errors import PackErrors
from desktop.search.open_pack import open_pack
from desktop.ui.look.theme import load_fonts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop.search.open_pack import OpenedPack


def create_application(argv: list[str] | None = None, name: str = "luminaria") -> QApplication:
    """Create the application object, with its fonts and a style that is the same everywhere.

    Args:
        argv: by default that of the process.
        name: group of the windows, and name in accessibility tools.
    """
    QCoreApplication.setApplicationName(name)
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(argv if argv is not None else sys.argv[:1])
    app.setStyle("Fusion")
    keep_no_places()
    load_fonts()
    return app


def keep_no_places() -> None:
    """Prevent Qt from storing the folders of its dialogs in a file."""
    QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)


def open_or_shipped(
    path: Path | None, make_index: Callable[[Path], object] | None = None
) -> OpenedPack:
    """Open a pack, see `open_pack`; a damaged one never stops the start.

    The pack shipped with the program replaces it, together with its errors.

    Raises:
        PackErrors: the pack shipped with the program cannot be used.
    """
    try:
        return open_pack(path, make_index)
    except PackErrors as errors:
        if path is None:
            raise
        for line in str(errors).splitlines():  # a pack must not control the terminal
            print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr)  # noqa: T201
        return replace(open_pack(None), errors=errors)


class FirstPaint(QObject):
    """Emits `done` once, after the first paint of a window.

    A timer of zero is not enough: it may run before the window system has requested a paint.
    """

    done = Signal()

    def __init__(self, window: QWindow) -> None:
        """Watch `window`, which also owns this object."""
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window paints while it handles this event, and the timer comes after."""
        if event.type() == QEvent.Type.Expose and isinstance(watched, QWindow):
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.done.emit)
        return False
