"""The kiosk, `luminaria --kiosk`, and the commands for its operators, `luminaria kiosk …`."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.base.display import has_screen
from desktop.base.files import FileNotWritten, write_bytes_atomically
from desktop.base.folders import CONFIG_NAME, config_folder, state_folder
from desktop.base.process import own_command, set_process_name
from desktop.base.resources import asset
from desktop.cli.terminal import (
    FINE,
    FOUND_PROBLEMS,
    WRONG_USE,
    Parser,
    print_error,
    print_lines,
    printable,
)
from desktop.kiosk.setup.check_result import CheckStatus
from desktop.kiosk.setup.config import ATTEMPTS_NAME, PIN_NAME, Config, load_config
from desktop.kiosk.setup.probes import this_computer
from desktop.kiosk.watch.backoff import ChildMode
from desktop.kiosk.watch.supervisor import supervise
from desktop.pack.errors import PackErrors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from desktop.kiosk.setup.check_result import CheckResult
    from desktop.pack.view import PackView

NO_SCREEN: Final = "luminaria: there is no screen to show the kiosk on."
_TRIES = 3  # at the terminal
_LONGEST_PIN = 64  # characters that are read; longer PINs are rejected


def open_kiosk(words: list[str]) -> int:
    """Open the kiosk, or the part of it that `words` name, and return the exit code."""
    parser = Parser(
        prog="luminaria",
        description="Show the pack on an unattended screen. Set it up with luminaria kiosk init.",
    )
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--kiosk", action="store_true", help="open the kiosk, and keep it open")
    for hidden in ChildMode:
        what.add_argument(hidden.value, action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--config", type=Path, metavar="FILE", help="its configuration")
    args = parser.parse_args(words)
    if not has_screen(os.environ):
        print_error(NO_SCREEN)
        return WRONG_USE
    if args.kiosk and sys.platform == "linux":  # elsewhere the system starts it again
        return _supervise(args.config)
    from desktop.kiosk.start import KioskPaths, run_help_screen, run_shell  # noqa: PLC0415  # brings Qt

    places = KioskPaths(*_places_or_none(args.config))
    show = run_help_screen if args.kiosk_static else run_shell
    return show(places, os.environ)


def _places_or_none(named: Path | None) -> tuple[Path, Path | None]:
    """Result of `_places`; without a home folder nothing outlasts a restart."""
    try:
        return _places(named)
    except RuntimeError:
        return named or Path(os.devnull), None


def _supervise(config: Path | None) -> int:
    set_process_name(load_config(_places_or_none(config)[0]).config.name)
    options = ["--config", str(config.absolute())] if config else []
    return supervise(own_command(options), environ=os.environ)


# For operators ----------------------------------------------------------------------------


def run(words: list[str]) -> int:
    """Run `luminaria kiosk` with the arguments `words`, and return the exit code."""
    parser = Parser(prog="luminaria kiosk", description="Tools for operators of kiosks.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    init = commands.add_parser("init", help="write a configuration with notes, and set the PIN")
    init.add_argument(
        "--force", action="store_true", help="start over; the old file is kept as FILE.bak"
    )
    pin = commands.add_parser("pin", help="set a new PIN, also when the old one is lost")
    check = commands.add_parser("check", help="name everything that is wrong with this kiosk")
    for command in (init, pin, check):
        command.add_argument(
            "--config", type=Path, metavar="FILE", help="a configuration in another place"
        )
    for command in (init, pin):
        command.add_argument(
            "--pin-stdin", action="store_true", help="read the PIN from standard input, for scripts"
        )
    args = parser.parse_args(words)
    try:
        path, state = _places(args.config)
    except RuntimeError:  # no home folder
        print_error("There is no home folder. Set HOME to the one of the account of the kiosk.")
        return WRONG_USE
    if args.command == "check":
        return _check(path, state)
    ask = _from_stdin if args.pin_stdin else _from_terminal
    if args.command == "init":
        return _init(path, state, ask, force=args.force)
    return _pin(path, state, ask)


def _places(named: Path | None) -> tuple[Path, Path]:
    return named or config_folder() / CONFIG_NAME, state_folder()


# init and pin -----------------------------------------------------------------------------


def _init(path: Path, state: Path, ask: Callable[[], str | None], *, force: bool) -> int:
    if os.path.lexists(path) and not force:
        print_error(
            f"{printable(str(path))} is there already. Change it in an editor, or start over "
            f"with --force: the old file is then kept as {printable(path.name)}.bak."
        )
        return WRONG_USE
    if code := _pin(path, state, ask):
        return code
    try:
        if path.exists():
            backup = path.with_name(f"{path.name}.bak")
            write_bytes_atomically(backup, path.read_bytes(), overwrite=True)
        write_bytes_atomically(path, asset(CONFIG_NAME).read_bytes(), overwrite=force)
    except (FileNotWritten, OSError) as error:
        return _not_written(path, error)
    print_lines(
        f"{printable(str(path))} is written. Change it as you like, then: luminaria kiosk check"
    )
    return FINE


def _pin(path: Path, state: Path, ask: Callable[[], str | None]) -> int:
    """Set a PIN beside the configuration, and delete the failed attempts at the previous one."""
    # Imported here: they bring argon2 and msgspec, which the supervisor does not need.
    from desktop.kiosk.operator.attempts import PinAttempts  # noqa: PLC0415
    from desktop.kiosk.operator.pin import PinFile  # noqa: PLC0415

    if (pin := ask()) is None:
        return FOUND_PROBLEMS
    pin_path = path.with_name(PIN_NAME)
    try:
        PinFile(pin_path).set(pin)
    except OSError as error:
        return _not_written(pin_path, error)
    PinAttempts(state / ATTEMPTS_NAME).clear()
    print_lines("The PIN is set. Keep it where visitors do not see it.")
    return FINE


def _not_written(path: Path, error: Exception) -> int:
    cause = error if isinstance(error, OSError) else error.__cause__
    words = getattr(cause, "strerror", None) or "its name is not allowed"
    print_error(
        f"{printable(str(path))} cannot be written ({words}). Check the folder and the disk."
    )
    return WRONG_USE


def _from_stdin() -> str | None:
    """First line of standard input, if it is an acceptable PIN."""
    line = sys.stdin.readline(_LONGEST_PIN) if sys.stdin else ""
    return _taken(line.rstrip("\r\n"))


def _from_terminal() -> str | None:
    """PIN typed twice without an echo, if both are equal."""
    if not (sys.stdin and sys.stdin.isatty()):
        print_error("There is no terminal to type a PIN at. For scripts: --pin-stdin")
        return None
    try:
        return next(filter(None, (_typed() for _ in range(_TRIES))), None)
    except EOFError:
        print_error("\nNo PIN was set.")
        return None


def _typed() -> str | None:
    pin = _taken(getpass.getpass("New PIN, 6 to 12 digits: "))
    if pin and getpass.getpass("The same PIN again: ") != pin:
        print_error("These were not the same.")
        return None
    return pin


def _taken(pin: str) -> str | None:
    from desktop.kiosk.operator.pin import WeakPin, refuse_weak  # noqa: PLC0415  # argon2, see `_pin`

    try:
        refuse_weak(pin)
    except WeakPin as why:
        print_error(str(why))
        return None
    return pin


# check ------------------------------------------------------------------------------------


def _check(path: Path, state: Path) -> int:
    # Imported here: it brings argon2 and msgspec, see `_pin`.
    from desktop.kiosk.setup.preflight import preflight  # noqa: PLC0415

    read = load_config(path)
    groups = preflight(
        this_computer(),
        read,
        pack=_pack_of(read.config),
        pin_path=path.with_name(PIN_NAME),
        state=state,
    )
    print_lines("\n\n".join([printable(str(path)), *_report(groups)]))
    found = [finding.state for group in groups.values() for finding in group]
    counts = {state: found.count(state) for state in CheckStatus}
    print_lines(
        f"\n{counts[CheckStatus.OK]} ok, {counts[CheckStatus.WARN]} to look at, "
        f"{counts[CheckStatus.FAIL]} to correct, {counts[CheckStatus.UNKNOWN]} could not be checked"
    )
    return FOUND_PROBLEMS if counts[CheckStatus.FAIL] else FINE


def _pack_of(config: Config) -> PackView | PackErrors:
    """Pack to check; a large one is indexed, since the kiosk itself does not build an index."""
    from desktop.search.open_pack import open_pack  # noqa: PLC0415  # brings msgspec, see `_pin`

    try:
        return open_pack(config.pack, _make_index).pack
    except PackErrors as errors:
        return errors


def _make_index(path: Path) -> None:
    from desktop.search.open_index import build_index  # noqa: PLC0415  # brings msgspec, see `_pin`

    print_lines("The pack is large. Its index is being made, which may take some minutes.")
    build_index(path)  # a failure appears among the findings as a missing index


def _report(groups: Mapping[str, tuple[CheckResult, ...]]) -> Iterator[str]:
    """Findings as text, a paragraph for each group."""
    for title, findings in groups.items():
        lines = [title]
        for finding in findings:
            lines.append(
                f"  {finding.state.value:8}{printable(f'{finding.name}: {finding.message}')}"
            )
            if finding.remedy:
                lines.append(f"  {'':8}What to do: {printable(finding.remedy)}")
        yield "\n".join(lines)
