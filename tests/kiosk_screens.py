"""Draws every screen of the kiosk: `python -m tests.kiosk_screens [folder] [part of a name]`.

As `tests.screens` does for the window: the same pictures on each run, the best of them copied
into the documentation.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication

from desktop.base.resources import flagship_pack
from desktop.kiosk.operator.attempts import OperatorLock, PinAttempts
from desktop.kiosk.operator.operator import Operator, OperatorContext
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.operator.tallies import Tallies
from desktop.kiosk.screens.screen_with_actions import VisitorAction
from desktop.kiosk.setup.config import Config, LoadedConfig
from desktop.kiosk.shell import Shell
from desktop.kiosk.visit.navigation import VisitLocation, VisitScreen
from desktop.pack import reader
from desktop.search.engine import SearchEngine
from desktop.ui.look.translations import Translations
from desktop.ui.running.application import create_application
from desktop.ui.speech.read_aloud import ReadAloud
from desktop.ui.speech.voices import SpeechEngine as VoiceEngine
from desktop.ui.speech.voices import Voice
from tests import ROOT
from tests.screens import SHOWN, TURNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.pack.model import Pack

COPIES = {
    "attract-en-light-1280x800-100": "kiosk-attract",
    "start-es-light-1280x800-100": "kiosk-start-es",
    "results-es-light-1280x800-100": "kiosk-results-es",
    "answer-en-dark-1280x800-100": "kiosk-answer-dark",
    "pin-en-light-1280x800-100": "kiosk-pin",
}
QUERIES = {
    "results": {"en": "my boss took my passport", "es": "mi jefe tiene mi pasaporte"},
    "nothing": {"en": "xqzj", "es": "xqzj"},
}
DEEDS = {
    "qr-code": VisitorAction.QR_CODE,
    "learn": VisitorAction.LEARN,
    "listen": VisitorAction.LISTEN,
    "print": VisitorAction.PRINT,
}
STATES = (
    *("attract", "start", "keyboard", *QUERIES, "topic", "help", "answer", "warning"),
    *(*DEEDS, "curtain", "pin", "panel"),
)
SIZES = ((1024, 600), (1280, 800), (768, 1024), (1920, 1080), (3840, 2160))
TEXT_SIZES = (100, 200)
THEMES = ("light", "dark", "contrast")


@dataclass(frozen=True, slots=True)
class Look:
    """How the states are drawn: language tag, theme, pixels, per cent."""

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
    for parts in product(("en", "es"), THEMES, SIZES, TEXT_SIZES):
        yield Look(*parts)


def settle() -> None:
    """Let layouts and queued events come to rest."""
    for _ in range(TURNS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def bring_about(shell: Shell, operator: Operator, state: str, lang: str) -> None:
    """Lead the kiosk into one of `STATES`, from the attract screen."""
    shell.leave()
    if state == "attract":
        return
    shell.begin(lang)
    field = shell.home.box.edit
    steps: dict[str, Callable[[], object]] = {
        "start": lambda: None,
        "keyboard": lambda: shell.keys.open(field),
        "topic": lambda: shell.way.go(VisitLocation(VisitScreen.TOPIC, "getting-help")),
        "help": lambda: shell.way.go(VisitLocation(VisitScreen.HELP)),
        "pin": operator.ask,
        "panel": operator.pin.granted.emit,
        "curtain": shell.header.curtainRequested.emit,
    }
    if state in QUERIES:
        shell.keys.open(field)
        field.setText(QUERIES[state][lang])
    elif state in steps:
        steps[state]()
    else:
        shell.way.go(VisitLocation(VisitScreen.ANSWER, "signs"))
        settle()
        if state in DEEDS:
            shell.way.run_action(DEEDS[state], shell.lang)
        elif state == "warning":
            shell.warning.show_left(17)


def opened(look: Look, pack: Pack, speaker: Translations, folder: Path) -> tuple[Shell, Operator]:
    """A kiosk with the look `look` that has everything a kiosk may have."""
    config = Config(theme=look.theme, text_size=look.text_size, printer="Lobby")
    shell = Shell(pack, config, speaker, voice=_voice(pack))
    shell.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)  # no screen limits its size
    pin = PinFile(folder / "kiosk-pin")
    if not pin.is_set:
        pin.set("480273")
    post = OperatorContext(
        read=LoadedConfig(config),
        config_path=folder / "kiosk.toml",
        state=folder,
        lock=OperatorLock(pin, PinAttempts(folder / "attempts.json")),
        tallies=Tallies(None),
    )
    operator = Operator(shell, pack, post)
    shell.show()
    shell.resize(*look.size)
    settle()
    return shell, operator


def _voice(pack: Pack) -> ReadAloud:
    """One that is offered; nobody asks it to speak."""
    owner = QObject(QCoreApplication.instance())
    return ReadAloud(pack, owner, [Voice(VoiceEngine.ESPEAK, "espeak-ng")])


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
        for look in looks():
            states = [state for state in STATES if part in look.name(state)]
            if not states:
                continue
            shell, operator = opened(look, pack, speaker, Path(temporary))
            shell.set_search(lambda text, tag: engine.search(text, lang=tag))
            for state in states:
                bring_about(shell, operator, state, look.lang)
                settle()
                files.append(folder / f"{look.name(state)}.png")
                if not shell.grab().save(str(files[-1])):
                    raise OSError(f"{files[-1]} cannot be written.")
            shell.close()
            shell.deleteLater()
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return files


def main(folder: Path, part: str) -> None:
    """Draw, copy the best into the documentation, and print the list."""
    files = draw(folder, part)
    for name, shown in COPIES.items():
        if (folder / f"{name}.png") in files:
            files.append(SHOWN / f"{shown}.png")
            shutil.copyfile(folder / f"{name}.png", files[-1])
    sys.stdout.write("".join(f"{file}\n" for file in files))


if __name__ == "__main__":
    main(
        Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "screens" / "kiosk",
        sys.argv[2] if len(sys.argv) > 2 else "",
    )
