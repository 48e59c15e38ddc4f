"""Starts what the supervisor of a kiosk watches: the interface, or the static help screen."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, NoReturn

from desktop.base.local_date import today
from desktop.base.process import set_process_name
from desktop.content.answer import present_contacts
from desktop.kiosk.guard.blank_screens import BlankScreens
from desktop.kiosk.guard.guard import Guard
from desktop.kiosk.guard.pointer import Pointer
from desktop.kiosk.guard.touch import Touch
from desktop.kiosk.operator.attempts import Attempts
from desktop.kiosk.operator.lock import OperatorLock
from desktop.kiosk.operator.operator import Operator, Post
from desktop.kiosk.operator.pin import PinFile
from desktop.kiosk.operator.tallies import Tallies
from desktop.kiosk.setup.config import ATTEMPTS_NAME, PIN_NAME, Config, Read, read_config
from desktop.kiosk.shell import Shell
from desktop.kiosk.watch import heartbeat
from desktop.kiosk.watch.static_screen import HelpLine, run_static
from desktop.kiosk.watch.supervisor import LEFT_FOR_SERVICE
from desktop.kiosk.watch.watched import RESTARTS_VARIABLE
from desktop.pack import reader
from desktop.pack.errors import PackErrors
from desktop.search.index.cache import CacheDamaged
from desktop.search.open_pack import is_large, open_ready
from desktop.ui.look.language import Speaker
from desktop.ui.running.application import create_application, make_engine, read_pack
from desktop.ui.running.background import Background
from desktop.ui.running.crash import CrashGuard, open_reports
from desktop.ui.running.first_paint import FirstPaint

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.pack.model import Pack
    from desktop.search.engine import Engine
    from desktop.search.open_pack import Opened

FAILED: Final = 70  # exit code of an interface that met an error; EX_SOFTWARE of sysexits.h
TALLIES_NAME: Final = "tallies.csv"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a kiosk keeps what is its operator's.

    Attributes:
        config: the configuration.
        state: the folder of what outlasts a restart; None where the account has no home.
    """

    config: Path
    state: Path | None


def run_shell(places: Places, environ: Mapping[str, str]) -> int:
    """Show the kiosk until the operator leaves it, or something fails.

    Any error ends the process at once: the supervisor brings the attract screen back, and
    nothing of the visit is left. When the operator leaves it, this does not return.

    Args:
        places: of configuration and state.
        environ: the environment variables of the process.

    Returns: the exit code of the process, see `supervisor`.

    Raises:
        PackErrors: the pack shipped with the program cannot be used.
    """
    read = read_config(places.config)
    config = read.config
    set_process_name(config.name)
    app = create_application([config.name], config.name)
    app.setQuitOnLastWindowClosed(False)
    crash = CrashGuard(open_reports(), app)
    crash.install()
    crash.troubled.connect(lambda _: os._exit(FAILED))
    opened = _open_pack(config)
    shell = Shell(opened.pack, config, Speaker(app))
    guard = Guard(app, shell)
    shell.use_touch(Touch(app, shell))
    app.installEventFilter(Pointer(app))
    post = _post(places, read, opened, environ)
    operator = Operator(shell, opened.pack, post)
    guard.backRequested.connect(operator.go_back)
    _count(shell, post.tallies)
    operator.exitRequested.connect(guard.open)
    operator.exitRequested.connect(lambda: app.exit(LEFT_FOR_SERVICE))
    blank = BlankScreens(app, guard.allow)
    operator.exitRequested.connect(blank.uncover)
    shell.showFullScreen()
    builder = Background(opened.make_engine, shell)
    builder.done.connect(lambda engine: _take_engine(shell, engine))
    builder.failed.connect(lambda _: os._exit(FAILED))
    FirstPaint(shell.windowHandle()).done.connect(builder.start)
    beat = heartbeat.start(environ, app)
    code = app.exec()
    crash.remove()
    if code == LEFT_FOR_SERVICE:
        _end_at_once(code)
    del beat
    return code


def _end_at_once(code: int) -> NoReturn:
    """End without tidying up: a fault while Qt and Python do would bring the kiosk back.

    All that is kept is written by now: the visit is over.
    """
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):  # a full disk, a closed stream
            if stream is not None:
                stream.flush()
    os._exit(code)


def run_help_screen(places: Places, environ: Mapping[str, str]) -> int:
    """Show whom to call, and nothing else; see `run_shell` for the arguments."""
    config = read_config(places.config).config
    set_process_name(config.name)
    try:
        lines = _help_lines(_open_pack(config).pack)
    except Exception:  # noqa: BLE001  # nothing stands in for this screen
        lines = ()
    return run_static(lines, config.name, environ=environ, theme=config.theme)


@dataclass(frozen=True, slots=True)
class _Opened:
    pack: Pack
    make_engine: Callable[[], Engine]
    errors: PackErrors | None = None  # of the pack that it stands in for


def _open_pack(config: Config) -> _Opened:
    """The pack to show: one that cannot be used never stops the start."""
    path = config.pack
    if path is not None and is_large(path):
        with suppress(PackErrors):  # told below
            if ready := open_ready(path, os.environ):
                return _Opened(ready.pack, lambda: _open_engine(ready, path))
    pack, errors = read_pack(path)
    return _Opened(pack, lambda: make_engine(pack), errors)


def _open_engine(ready: Opened, path: Path) -> Engine:
    """The search of a large pack; in memory where its index cannot be opened.

    Raises:
        PackErrors: the pack cannot be read any more.
    """
    try:
        return ready.make_engine()
    except (CacheDamaged, OSError):  # to open it takes a disk that can be written to
        return make_engine(reader.read(path))


def _take_engine(shell: Shell, engine: Engine) -> None:
    shell.set_search(lambda text, tag: engine.search(text, lang=tag))


def _post(places: Places, read: Read, opened: _Opened, environ: Mapping[str, str]) -> Post:
    """What the operator finds at this kiosk."""
    state = places.state
    attempts = Attempts((state or Path(os.devnull)) / ATTEMPTS_NAME)
    return Post(
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
    """Count each entry once a visit; write when a visit is over, so that no time is told."""
    seen: set[tuple[str, str]] = set()
    shell.entryOpened.connect(lambda entry, lang: seen.add((entry, lang)))

    def write() -> None:
        for entry, lang in seen:
            tallies.count(entry, lang)
        seen.clear()
        tallies.flush()

    shell.visitForgotten.connect(write)


def _help_lines(pack: Pack) -> tuple[HelpLine, ...]:
    """The numbers of the pack's help bar."""
    english, spanish = (
        present_contacts(pack, pack.manifest.help, lang, today()) for lang in ("en", "es")
    )
    return tuple(
        HelpLine(one.voice_numbers[0].number, one.label, other.label)
        for one, other in zip(english, spanish, strict=True)
        if one.voice_numbers
    )
