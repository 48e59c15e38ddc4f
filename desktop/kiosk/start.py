"""Start the supervisor's child process: the interface, or the static help screen."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.base.local_date import today
from desktop.base.process import FAILED, end_at_once, set_process_name
from desktop.content.answer import present_contacts
from desktop.kiosk.guard.guard import EventGuard
from desktop.kiosk.guard.pointer import Pointer
from desktop.kiosk.guard.screen_covers import BlankScreens
from desktop.kiosk.operator.attempts import OperatorLock, PinAttempts
from desktop.kiosk.operator.operator import Operator, OperatorContext
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.operator.tallies import Tallies
from desktop.kiosk.setup.config import ATTEMPTS_NAME, PIN_NAME, LoadedConfig, load_config
from desktop.kiosk.shell import Shell
from desktop.kiosk.watch import heartbeat
from desktop.kiosk.watch.static_screen import HelpLine, run_static
from desktop.kiosk.watch.supervised_process import RESTARTS_VARIABLE
from desktop.kiosk.watch.supervisor import LEFT_FOR_SERVICE
from desktop.ui.look.translations import Translations
from desktop.ui.running.application import FirstPaint, create_application, open_or_shipped
from desktop.ui.running.background import BackgroundTask
from desktop.ui.running.crash import CrashGuard, open_reports
from desktop.ui.running.input_pipeline import InputPipeline, InputStage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QApplication

    from desktop.pack.view import PackView
    from desktop.search.engine import SearchEngine
    from desktop.search.open_pack import OpenedPack

TALLIES_NAME: Final = "tallies.csv"


@dataclass(frozen=True, slots=True)
class KioskPaths:
    """Paths of the operator's files.

    Attributes:
        config: the configuration.
        state: the folder of what outlasts a restart; None if the account has no home.
    """

    config: Path
    state: Path | None


def run_shell(places: KioskPaths, environ: Mapping[str, str]) -> int:
    """Show the kiosk until the operator leaves it, or an error occurs.

    Any error ends the process at once: the supervisor shows the attract screen again, and nothing
    of the visit is left. When the operator leaves it, this does not return.

    Returns: the exit code of the process, see `supervisor`.

    Raises:
        PackErrors: the pack shipped with the program cannot be used.
    """
    read = load_config(places.config)
    config = read.config
    set_process_name(config.name)
    app = create_application([config.name], config.name)
    app.setQuitOnLastWindowClosed(False)
    crash = CrashGuard(open_reports(), app)
    crash.install()
    crash.error_reported.connect(lambda _: end_at_once(FAILED))
    opened = open_or_shipped(config.pack)
    shell = Shell(opened.pack, config, Translations(app))
    guard = EventGuard(app, shell)
    context = _operator_context(places, read, opened, environ)
    operator = Operator(shell, opened.pack, context)
    take_input(app, shell, guard, operator)
    guard.backRequested.connect(operator.go_back)
    _count(shell, context.tallies)
    operator.exitRequested.connect(guard.open)
    operator.exitRequested.connect(lambda: app.exit(LEFT_FOR_SERVICE))
    blank = BlankScreens(app, guard.allow)
    operator.exitRequested.connect(blank.uncover)
    shell.showFullScreen()
    builder = BackgroundTask(opened.make_engine, shell)
    builder.done.connect(lambda engine: _take_engine(shell, engine))
    builder.failed.connect(lambda _: end_at_once(FAILED))
    FirstPaint(shell.windowHandle()).done.connect(builder.start)
    beat = heartbeat.start(environ, app)
    code = app.exec()
    crash.remove()
    if code == LEFT_FOR_SERVICE:
        end_at_once(code)  # an error during cleanup would restart the kiosk
    del beat
    return code


def take_input(
    app: QApplication, shell: Shell, guard: EventGuard, operator: Operator
) -> InputPipeline:
    """Start to pass all events of the program through the kiosk's filters, in order."""
    return InputPipeline(
        app,
        {
            InputStage.LEAVE_KEY: shell.leave_key.see,
            InputStage.PANEL: operator.panel.see,
            InputStage.CORNER: operator.watch.see,
            InputStage.POINTER: Pointer(shell).see,
            InputStage.TOUCH: shell.touch.see,
            InputStage.GUARD: guard.see,
            InputStage.IDLE: shell.idle.see,
            InputStage.KEYBOARD: shell.keys.see,
        },
        shell,
    )


def run_help_screen(places: KioskPaths, environ: Mapping[str, str]) -> int:
    """Show only contacts to call; arguments as for `run_shell`."""
    config = load_config(places.config).config
    set_process_name(config.name)
    try:
        lines = _help_lines(open_or_shipped(config.pack).pack)
    except Exception:  # noqa: BLE001  # this screen has no fallback
        lines = ()
    return run_static(lines, config.name, environ=environ, theme=config.theme)


def _take_engine(shell: Shell, engine: SearchEngine) -> None:
    shell.set_search(lambda text, tag: engine.search(text, lang=tag))


def _operator_context(
    places: KioskPaths, read: LoadedConfig, opened: OpenedPack, environ: Mapping[str, str]
) -> OperatorContext:
    """Load the operator's configuration and state."""
    state = places.state
    attempts = PinAttempts((state or Path(os.devnull)) / ATTEMPTS_NAME)
    return OperatorContext(
        read=read,
        config_path=places.config,
        state=state,
        lock=OperatorLock(PinFile(places.config.with_name(PIN_NAME)), attempts),
        tallies=Tallies(state / TALLIES_NAME if state and read.config.tallies else None),
        pack_errors=opened.errors,
        restarts=_number(environ.get(RESTARTS_VARIABLE, "")),
    )


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _count(shell: Shell, tallies: Tallies) -> None:
    """Count each entry once a visit; write after the visit, so that no time is recorded."""
    seen: set[tuple[str, str]] = set()
    shell.entryOpened.connect(lambda entry, lang: seen.add((entry, lang)))

    def write() -> None:
        for entry, lang in seen:
            tallies.count(entry, lang)
        seen.clear()
        tallies.flush()

    shell.visitForgotten.connect(write)


def _help_lines(pack: PackView) -> tuple[HelpLine, ...]:
    """The numbers of the pack's help bar."""
    english, spanish = (
        present_contacts(pack, pack.manifest.help, lang, today()) for lang in ("en", "es")
    )
    return tuple(
        HelpLine(one.voice_numbers[0].number, one.label, other.label)
        for one, other in zip(english, spanish, strict=True)
        if one.voice_numbers
    )
