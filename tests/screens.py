"""Draws every screen of the window: `python -m tests.screens [folder] [part of a name]`.

Each state in both languages, three themes, two text sizes and on three screens; the same
pictures on each run: settings of their own, the shipped pack. The best are copied into the
documentation.
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

from desktop.base.resources import flagship_pack
from desktop.desk import settings
from desktop.desk.actions import Action
from desktop.desk.printing.preview_page import PreviewPage
from desktop.desk.printing.print_status import PrintState
from desktop.desk.window import Window
from desktop.pack import reader
from desktop.search.engine import SearchEngine
from desktop.ui.look.theme import THEMES
from desktop.ui.look.translations import Translations
from desktop.ui.running.application import create_application
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.pack.model import Pack

SHOWN = ROOT / "docs" / "screenshots"
COPIES = {
    "answer-en-light-1280x800-100": "desktop-answer",
    "search-es-dark-1280x800-100": "desktop-search-es-dark",
    "qr_code-en-light-1280x800-100": "desktop-qr-code",
    "print-en-light-1280x800-100": "desktop-print",
}
QUERIES = {
    "search": {"en": "my boss took my passport", "es": "me quitaron el pasaporte"},
    "help-card": {"en": "help me", "es": "ayuda"},
    "nothing": {"en": "xqzj", "es": "xqzj"},
}
PAGES = (
    Action.HELP,
    Action.ABOUT,
    Action.BOOKMARKS,
    Action.BOTH_LANGUAGES,
    Action.PRINT,
    Action.QR_CODE,
    Action.LEARN_NUMBER,
    Action.TURN_AROUND,
)
STATES = (
    "welcome",
    "answer",
    *QUERIES,
    *(act.name.lower() for act in PAGES),
    "find",
    "notice",
    "dots",
    "cover",  # the last: it forgets what was before
)
SIZES = ((1024, 600), (1280, 800), (1920, 1080))
TEXT_SIZES = (100, 200)
TURNS = 20


@dataclass(frozen=True, slots=True)
class Look:
    """How the states are drawn.

    Attributes:
        lang: language tag.
        theme: name of a theme.
        size: width and height of the window, in pixels.
        text_size: per cent.
    """

    lang: str
    theme: str
    size: tuple[int, int]
    text_size: int

    def name(self, state: str) -> str:
        """File name of a state, without its ending."""
        wide, high = self.size
        return f"{state}-{self.lang}-{self.theme}-{wide}x{high}-{self.text_size}"


def looks() -> Iterator[Look]:
    """Every look."""
    for lang, theme, size, text_size in product(("en", "es"), THEMES, SIZES, TEXT_SIZES):
        yield Look(lang, theme, size, text_size)


def bring_about(window: Window, state: str, lang: str) -> None:
    """Lead `window` into one of `STATES`."""
    window.leaving.dots.show_progress(0)
    window.sheet.close_page()
    window.answer.close_find()
    window.notice.hide()
    window.search.set_query(QUERIES.get(state, {}).get(lang, ""))
    window.search.box.edit.deselect()
    while window.search.hits.rowCount() and not window.answer.entry_id:  # the preview
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    if state != "welcome" and state not in QUERIES:
        window.open_entry("signs")
    match state:
        case "find":
            window.answer.open_find()
            window.answer.find_bar.edit.setText("a")
        case "notice":
            window.notice.show_text(window.voice.unavailable_reason() or "…")
        case "dots":
            window.leaving.dots.show_progress(2)
        case "cover":
            window.window_actions[Action.COVER].setChecked(True)
            window.leaving.leave()
        case _ if state.upper() in Action.__members__:
            window.window_actions[Action[state.upper()]].trigger()


def settle(window: Window) -> None:
    """Let layouts, queued events and the pages of a print come to rest."""
    for _ in range(TURNS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    page = window.sheet.page
    if isinstance(page, PreviewPage) and page.status.state is PrintState.MAKING:
        settle(window)


def opened(
    look: Look, pack: Pack, engine: SearchEngine, store: QSettings, speaker: Translations
) -> Window:
    """A window with the look `look`."""
    store.clear()
    settings.THEME.write(store, look.theme)
    settings.TEXT_SIZE.write(store, look.text_size)
    window = Window(pack, store, speaker, lang=look.lang)
    window.set_search(lambda text, tag: engine.search(text, lang=tag))
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # no screen limits its size
    window.show()
    window.resize(*look.size)
    settle(window)
    return window


def draw(folder: Path, part: str = "") -> list[Path]:
    """Draw every picture whose name has `part` into `folder`; returns the files."""
    app = QCoreApplication.instance() or create_application()
    assert isinstance(app, QApplication)
    app.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    pack = reader.read(flagship_pack())
    engine, speaker = SearchEngine(pack), Translations(app)
    files = []
    with tempfile.TemporaryDirectory() as temporary:
        store = QSettings(f"{temporary}/settings.ini", QSettings.Format.IniFormat)
        for look in looks():
            states = [state for state in STATES if part in look.name(state)]
            if not states:
                continue
            window = opened(look, pack, engine, store, speaker)
            for state in states:
                bring_about(window, state, look.lang)
                settle(window)
                files.append(folder / f"{look.name(state)}.png")
                if not window.grab().save(str(files[-1])):
                    raise OSError(f"{files[-1]} cannot be written.")
            window.close()
            window.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        del store
    return files


def main(folder: Path, part: str) -> None:
    """Draw, copy the best into the documentation, and print the list."""
    files = draw(folder, part)
    SHOWN.mkdir(parents=True, exist_ok=True)
    for name, shown in COPIES.items():
        if (folder / f"{name}.png") in files:
            files.append(SHOWN / f"{shown}.png")
            shutil.copyfile(folder / f"{name}.png", files[-1])
    sys.stdout.write("".join(f"{os.path.relpath(file)}\n" for file in files))


if __name__ == "__main__":
    main(
        Path(sys.argv[1] if len(sys.argv) > 1 else "screens"),
        sys.argv[2] if len(sys.argv) > 2 else "",
    )
