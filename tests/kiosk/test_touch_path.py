"""A person's whole way by touch alone, on a real window system with a real window manager."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from desktop.base.resources import flagship_pack
from desktop.kiosk.guard.guard import EventGuard
from desktop.pack import reader
from desktop.search.engine import SearchEngine
from desktop.ui.running.input_pipeline import InputStage
from tests import ROOT
from tests.conftest import input_through
from tests.kiosk.touch_path import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from desktop.kiosk.shell import Shell
    from desktop.pack.model import Pack
    from tests.kiosk.conftest import MakeShell

PICTURES = ROOT / "build" / "kiosk-path"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return reader.read(flagship_pack())


@pytest.fixture(scope="module")
def engine(pack: Pack) -> SearchEngine:
    return SearchEngine(pack)


@pytest.fixture
def manager() -> Iterator[None]:
    """A window manager, where there is a screen for one."""
    if QGuiApplication.platformName() != "xcb":
        yield
        return
    if not shutil.which("openbox"):
        pytest.skip("not installed: openbox")
    process = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    yield
    process.terminate()
    process.wait()


@pytest.fixture
def kiosk(
    manager: None, make_shell: MakeShell, qtbot: QtBot, qapp: QApplication
) -> Iterator[Shell]:
    shell = make_shell()
    guard = EventGuard(qapp, shell)
    shell.showFullScreen()
    qtbot.waitUntil(lambda: shell.size() == shell.screen().size())
    with input_through({InputStage.TOUCH: shell.touch.see, InputStage.GUARD: guard.see}):
        yield shell
    guard.open()


@pytest.mark.parametrize("lang", ["en", "es"])
def test_a_visit_by_touch_alone(kiosk: Shell, lang: str, qtbot: QtBot) -> None:
    facts: dict[str, bool] = {}
    PICTURES.mkdir(parents=True, exist_ok=True)

    def see(step: str) -> None:
        for _ in range(10):
            QApplication.processEvents()
        number = len(facts)
        kiosk.grab().save(str(PICTURES / f"{lang}-{number}-{step}.png"))
        facts[step] = {
            "attract": lambda: kiosk.is_resting,
            "start": lambda: kiosk.home.tiles.isVisible() and kiosk.lang == lang,
            "keyboard": kiosk.keyboard.isVisible,
            "results": lambda: kiosk.home.results.hits.rowCount() > 0,
            "answer": lambda: kiosk.answer.entry_id == "signs",
            "scrolled": lambda: kiosk.answer.area.verticalScrollBar().value() > 0,
            "qr-code": lambda: (
                kiosk.sheet.page is not None and kiosk.stage.currentWidget() is kiosk.sheet
            ),
            "left": lambda: kiosk.is_resting and not kiosk.home.box.edit.text(),
        }[step]()

    walk(kiosk, lang, see)
    assert facts == dict.fromkeys(facts, True)
    assert len(facts) == 8
