"""Starts the window: the one place where pack, search and widgets meet."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop import __version__
from desktop.pack import reader
from desktop.pack.errors import PackErrors
from desktop.resources import flagship_pack
from desktop.ui import settings
from desktop.ui.background import Background
from desktop.ui.first_paint import FirstPaint
from desktop.ui.language import Speaker
from desktop.ui.theme import load_fonts
from desktop.ui.window import Window

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.pack.model import Pack
    from desktop.search.engine import Engine


def create_application(argv: list[str] | None = None) -> QApplication:
    """The application object, with its fonts and a style that looks the same everywhere."""
    QCoreApplication.setApplicationName("luminaria")
    QCoreApplication.setApplicationVersion(__version__)
    app = QApplication(argv if argv is not None else sys.argv[:1])
    app.setStyle("Fusion")
    load_fonts()
    return app


def run(*, pack_path: Path | None, lang: str | None, query: str) -> int:
    """Open the window and stay until it is closed.

    Args:
        pack_path: the pack to show; None for the one shipped with the program.
        lang: language tag to start in; None for the remembered one.
        query: what to search for at once, "" for nothing.

    Returns: the exit code of the process.

    Raises:
        PackErrors: the pack shipped with the program cannot be used.
    """
    pack, complaint = _pack(pack_path)
    app = create_application()
    store = settings.open_store()
    window = Window(pack, store, Speaker(app), lang=lang or "")
    window.leaveRequested.connect(app.quit)
    if complaint:
        window.show_notice(complaint)

    def take_engine(engine: Engine) -> None:
        window.set_search(lambda text, tag: engine.search(text, lang=tag))
        if query:
            window.search.set_query(query)

    builder = Background(lambda: _engine(pack), window)
    builder.done.connect(take_engine)
    builder.failed.connect(window.tell_search_failed)
    window.show()
    FirstPaint(window.windowHandle()).done.connect(builder.start)
    code = app.exec()
    if builder.is_running:  # leaving does not wait for the index of a large pack
        store.sync()
        os._exit(code)
    return code


def _engine(pack: Pack) -> Engine:
    # Imported here: the first paint does not wait for the library either.
    from desktop.search.engine import Engine  # noqa: PLC0415

    return Engine(pack)


def _pack(path: Path | None) -> tuple[Pack, str]:
    """The pack to show, and a complaint if it is not the one asked for.

    A damaged pack never stops the start: the one shipped with the program stands in.
    """
    if path is None:
        return reader.read(flagship_pack()), ""
    try:
        return reader.read(path), ""
    except PackErrors as error:
        for line in str(error).splitlines():  # a pack must not steer the terminal
            print("".join(c if c.isprintable() else " " for c in line), file=sys.stderr)  # noqa: T201
        return reader.read(flagship_pack()), str(error)
