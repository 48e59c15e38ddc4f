from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QLocale, QTimer, QTranslator

from desktop.desk import start
from desktop.desk.window import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

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
    assert start.run(pack_path=None, lang="es", query="señales") == 0
    assert not timer.isActive()
    assert seen[0].search.box.edit.text() == "señales"
    assert seen[0].search.topics.index(0, 0).data() == "Cómo recibir ayuda"


def test_the_window_tells_of_a_damaged_pack(desk: QApplication, damaged: Path) -> None:
    seen: list[Window] = []
    timer = once(desk, lambda window: window.notice.isVisible(), seen)
    assert start.run(pack_path=damaged, lang=None, query="") == 0
    assert not timer.isActive()
    assert len(seen) == 1


def test_leaving_quits(desk: QApplication) -> None:
    def left(window: Window) -> bool:
        window.leaving.leave()
        return False

    timer = once(desk, left, [])
    assert start.run(pack_path=None, lang=None, query="") == 0
    timer.stop()
