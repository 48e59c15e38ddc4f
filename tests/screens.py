"""Draws the window's main states: `python -m tests.screens [folder]`.

The same pictures on each run: fixed sizes, settings of their own, the shipped pack. The
best two are copied into the documentation.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QSettings, Qt
from PySide6.QtWidgets import QApplication

from desktop.app import create_application
from desktop.pack import reader
from desktop.resources import flagship_pack
from desktop.search.engine import Engine
from desktop.ui import settings
from desktop.ui.language import Speaker
from desktop.ui.theme import THEMES
from desktop.ui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pack.model import Pack

ROOT = Path(__file__).resolve().parent.parent
SHOWN = ROOT / "docs" / "screenshots"
COPIES = {
    "answer-en-light": "desktop-answer",
    "search-es-dark": "desktop-search-es-dark",
}
QUERIES = {
    "search": {"en": "my boss took my passport", "es": "me quitaron el pasaporte"},
    "nothing": {"en": "xqzj", "es": "xqzj"},
}
TURNS = 20


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        state: "welcome", "answer", "search" or "nothing".
        lang: language tag.
        theme: name of a theme.
        size: width and height, in pixels.
        text_size: per cent.
        note: end of the file name.
    """

    state: str
    lang: str
    theme: str
    size: tuple[int, int] = (1280, 800)
    text_size: int = 100
    note: str = ""

    @property
    def name(self) -> str:
        """File name without its ending."""
        return f"{self.state}-{self.lang}-{self.theme}{self.note}"


def shots() -> Iterator[Shot]:
    """Every picture."""
    states = ("welcome", "answer", "search", "nothing")
    for state, lang, theme in product(states, ("en", "es"), THEMES):
        yield Shot(state, lang, theme)
    for lang in ("en", "es"):
        yield Shot("answer", lang, "light", (1024, 600), 200, "-1024x600-200")
        yield Shot("answer", lang, "light", (1920, 1080), 100, "-1920x1080")


def opened(shot: Shot, pack: Pack, engine: Engine, store: QSettings, speaker: Speaker) -> Window:
    """The window in the state of `shot`."""
    store.clear()
    settings.THEME.write(store, shot.theme)
    settings.TEXT_SIZE.write(store, shot.text_size)
    window = Window(pack, store, speaker, lang=shot.lang)
    window.set_search(lambda text, tag: engine.search(text, lang=tag))
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # no screen limits its size
    window.show()
    window.resize(*shot.size)
    settle()
    if shot.state == "answer":
        window.open_entry("signs")
    elif query := QUERIES.get(shot.state, {}).get(shot.lang):
        window.search.set_query(query)
        while window.search.hits.rowCount() and not window.answer.entry_id:  # the preview
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    settle()
    return window


def settle() -> None:
    """Let layouts and queued events come to rest."""
    for _ in range(TURNS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def draw(folder: Path) -> list[Path]:
    """Draw every picture into `folder`; returns the files."""
    app = QCoreApplication.instance() or create_application()
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    pack = reader.read(flagship_pack())
    engine, speaker = Engine(pack), Speaker(app)
    files = []
    with tempfile.TemporaryDirectory() as temporary:
        store = QSettings(f"{temporary}/settings.ini", QSettings.Format.IniFormat)
        for shot in shots():
            window = opened(shot, pack, engine, store, speaker)
            files.append(folder / f"{shot.name}.png")
            if not window.grab().save(str(files[-1])):
                raise OSError(f"{files[-1]} cannot be written.")
            window.close()
            window.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del store
    return files


def main(folder: Path) -> None:
    """Draw, copy the best two into the documentation, and print the list."""
    files = draw(folder)
    SHOWN.mkdir(parents=True, exist_ok=True)
    for name, shown in COPIES.items():
        files.append(SHOWN / f"{shown}.png")
        shutil.copyfile(folder / f"{name}.png", files[-1])
    sys.stdout.write("".join(f"{os.path.relpath(file)}\n" for file in files))


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"))
