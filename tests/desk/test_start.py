from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QTimer, QTranslator

from desktop.base.process import FAILED
from desktop.desk import start
from desktop.desk.settings import FOLLOW_SYSTEM, THEME
from desktop.desk.window import Window
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from desktop.ui.look.translations import Translations

POLL_MS = 5


@pytest.fixture
def damaged(tmp_path: Path) -> Path:
    file = tmp_path / "damaged.json"
    file.write_text(json.dumps({"manifest": {"format": 1}}), "utf-8")
    return file


@pytest.fixture
def desk(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[QApplication]:
    """`run` starts in this application and with settings of its own."""
    before = QLocale()
    monkeypatch.setattr(start, "create_application", lambda: qapp)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    yield qapp
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qapp.setStyleSheet("")
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
    QLocale.setDefault(before)


def once(desk: QApplication, fact: Callable[[Window], bool], seen: list[Window]) -> QTimer:
    """A timer that quits as soon as `fact` holds of the open window, and keeps the window."""

    def look() -> None:
        for window in desk.topLevelWidgets():
            if isinstance(window, Window) and window.isVisible() and fact(window):
                seen.append(window)
                timer.stop()
                window.close()
                desk.quit()

    timer = QTimer(interval=POLL_MS)
    timer.timeout.connect(look)
    timer.start()
    return timer


def test_a_folder_that_cannot_be_entered_makes_no_kiosk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", "/" + "long" * 100)  # fails as a locked one does
    assert not start._is_kiosk()


def test_the_window_opens_on_the_results(desk: QApplication) -> None:
    seen: list[Window] = []
    timer = once(desk, lambda window: window.search.list.isVisible(), seen)
    assert start.run_window(pack_path=None, lang="es", query="señales") == 0
    assert not timer.isActive()
    assert seen[0].search.box.edit.text() == "señales"
    assert seen[0].search.topics.index(0, 0).data() == "Cómo recibir ayuda"


def test_the_window_tells_of_a_damaged_pack(desk: QApplication, damaged: Path) -> None:
    seen: list[Window] = []
    timer = once(desk, lambda window: window.notice.isVisible(), seen)
    assert start.run_window(pack_path=damaged, lang=None, query="") == 0
    assert not timer.isActive()
    assert len(seen) == 1


def test_leaving_quits(desk: QApplication) -> None:
    def left(window: Window) -> bool:
        window.leaving.leave()
        return False

    timer = once(desk, left, [])
    assert start.run_window(pack_path=None, lang=None, query="") == 0
    timer.stop()


def test_a_large_pack_gets_ready_in_the_theme_of_the_system(
    store: QSettings, speaker: Translations, tmp_path: Path
) -> None:
    assert THEME.read(store) == FOLLOW_SYSTEM
    start._make_index(tmp_path / "missing.json", speaker, store)  # ends at once


# -- what cannot be forgotten

UNFORGETTING = """
import sys
from PySide6.QtCore import QMetaObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from desktop.desk import start
from desktop.desk.window import Window

def told(word):
    print(word, flush=True)

class Stubborn(Window):
    def _register_traces(self):
        super()._register_traces()
        self.leaving.traces.register({"stubborn": self.fail, "next": lambda: told("next")})

    def fail(self):
        query = "my boss took my passport"
        seen = self.search.isVisible()
        told("seen" if seen else "covered" if self.leaving.cover.isVisible() else "hidden")
        raise ValueError(query)

    def showEvent(self, event):
        super().showEvent(event)
        QTimer.singleShot(0, self.go)

    def go(self):
        self.search.set_query("my boss took my passport")
        HOW(self)

def keep_ready(window):
    QApplication.setQuitOnLastWindowClosed(False)
    QMetaObject.invokeMethod(window, "close", Qt.ConnectionType.QueuedConnection)

def cover(window):
    window.leaving.set_covers(True)
    window.leaving.leave()

def end(window):
    window.leaving.leave()

HOW = globals()[sys.argv[1]]
start.Window = Stubborn
sys.exit(start.run_window(pack_path=None, lang="en", query=""))
"""


@pytest.mark.parametrize(
    ("how", "seen"), [("end", "hidden"), ("cover", "covered"), ("keep_ready", "hidden")]
)
def test_what_cannot_be_forgotten_ends_the_program_out_of_sight(
    how: str, seen: str, tmp_path: Path
) -> None:
    names = {"HOME": str(tmp_path), "XDG_STATE_HOME": str(tmp_path / "state")}
    environ = {"PATH": os.environ["PATH"], "QT_QPA_PLATFORM": "offscreen", **names}
    done = subprocess.run(
        [sys.executable, "-c", UNFORGETTING, how],
        env={**environ, "XDG_CONFIG_HOME": str(tmp_path / "config")},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stdout.split()) == (FAILED, [seen, "next"]), done.stderr
    (report,) = (tmp_path / "state").rglob("report-*.txt")
    assert "NotForgotten" in report.read_text("utf-8")
    assert "ValueError" in report.read_text("utf-8")
    kept = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"passport" in each for each in (*kept, done.stderr.encode()))
