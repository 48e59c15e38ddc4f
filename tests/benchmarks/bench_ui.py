"""What a key costs: `python -m tests.benchmarks.bench_ui`.

Types queries into the real window, key by key, and measures the time from each key event
to the list painted with its results. The figure that compares across computers is the
ratio to the same painting without a search.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.base.resources import flagship_pack
from desktop.desk.window import Window
from desktop.pack import reader
from desktop.search.engine import SearchEngine
from desktop.ui.look.translations import Translations
from desktop.ui.running.application import create_application

QUERIES = (
    *("signs", "what are the signs", "help me", "my boss took my passport", "traficking of drugs"),
    *("laws and penalties", "how many cases", "survivor services", "where can i sleep"),
    *(
        "who is at risk",
        "hotline",
        "covid",
        "police",
        "report a crime",
        "nonprofits in albuquerque",
    ),
    *("hotels and truck stops", "my daughter is being sold", "recruitment online", "learn more"),
    *("massage parlor", "zzzz qqqq", "señales", "qué es la trata", "ayuda", "mi jefe no me paga"),
    *("leyes y penas", "grupos vulnerables", "refugio", "no me dejan salir", "número de teléfono"),
)


def key_event(letter: str) -> QEvent:
    """What typing `letter` sends to a field."""
    if letter.isascii():
        code = ord(letter.upper())
        return QKeyEvent(QEvent.Type.KeyPress, code, Qt.KeyboardModifier.NoModifier, letter)
    event = QInputMethodEvent()
    event.setCommitString(letter)
    return event


def milliseconds(start: float) -> float:
    """Time since `start`."""
    return (time.perf_counter() - start) * 1000


class Paints(QObject):
    """Notes whether tree or results were painted."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.seen = False
        for view in (window.search.list, window.search.tree):
            view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt's."""
        self.seen = self.seen or event.type() == QEvent.Type.Paint
        return False


def paint(window: Window, paints: Paints) -> None:
    """Lay out and paint what a key changed; at the latest now."""
    QApplication.sendPostedEvents()
    if not paints.seen:
        window.search.repaint()


def keys(window: Window) -> tuple[list[float], list[float]]:
    """Milliseconds of each key until its results are painted, and of the painting alone."""
    typed, painted = [], []
    paints = Paints(window)
    for query in QUERIES:
        for letter in query:
            paints.seen = False
            start = time.perf_counter()
            QApplication.sendEvent(window.search.box.edit, key_event(letter))
            paint(window, paints)
            typed.append(milliseconds(start))
            start = time.perf_counter()
            window.search.repaint()
            painted.append(milliseconds(start))
        window.search.box.edit.clear()
        QApplication.processEvents()
    return typed, painted


def p95(values: list[float]) -> float:
    """The value that 95 of 100 stay below."""
    return statistics.quantiles(values, n=20)[-1]


def main() -> None:
    """Print the figures."""
    app = QCoreApplication.instance() or create_application()
    assert isinstance(app, QApplication)
    pack = reader.read(flagship_pack())
    engine = SearchEngine(pack)
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(f"{folder}/settings.ini", QSettings.Format.IniFormat)
        window = Window(pack, store, Translations(app))
        window.set_search(lambda text, tag: engine.search(text, lang=tag))
        window.show()
        window.resize(1280, 800)
        window.search.box.edit.setFocus()
        for _ in range(20):
            QApplication.processEvents()
        keys(window)  # the first round fills the caches
        typed, painted = keys(window)
        window.close()
        del store
    ratio = statistics.median(typed) / statistics.median(painted)
    sys.stdout.write(
        f"{len(typed)} keys of {len(QUERIES)} queries, {app.platformName()}\n"
        f"key to results painted: median {statistics.median(typed):.1f} ms, "
        f"95 of 100 below {p95(typed):.1f} ms, slowest {max(typed):.1f} ms\n"
        f"painting alone: median {statistics.median(painted):.1f} ms, "
        f"95 of 100 below {p95(painted):.1f} ms\n"
        f"key to results / painting alone: x{ratio:.1f}\n"
    )


if __name__ == "__main__":
    os.environ.setdefault(
        "QT_QPA_PLATFORM", "offscreen" if not os.environ.get("DISPLAY") else "xcb"
    )
    main()
