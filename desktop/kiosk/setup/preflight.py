"""The pre-flight of a kiosk: all checks before visitors use it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.kiosk.setup import checks_computer, checks_program, checks_screen
from desktop.kiosk.setup.finding import CheckResult, CheckStatus

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from desktop.kiosk.setup.config import LoadedConfig
    from desktop.kiosk.setup.probes import Computer
    from desktop.pack.errors import PackErrors
    from desktop.pack.view import PackView

    Check = Callable[[], CheckResult | Iterable[CheckResult]]


def preflight(
    computer: Computer,
    read: LoadedConfig,
    *,
    pack: PackView | PackErrors,
    pin_path: Path,
    state: Path,
) -> dict[str, tuple[CheckResult, ...]]:
    """Run all checks.

    Args:
        computer: as `probes.this_computer` returns it.
        read: the configuration.
        pack: the configured one, or its errors.
        pin_path: of the PIN file.
        state: the folder of what outlasts a restart.

    Returns: results by the title of their group, in display order.
    """
    made = None if isinstance(pack, Exception) else pack.manifest.created
    computers: list[Check] = [
        lambda: checks_computer.account(computer),
        lambda: checks_computer.automatic_login(computer),
        lambda: checks_computer.service(computer),
        lambda: checks_computer.updates(computer),
    ]
    anywhere: list[Check] = [
        lambda: checks_computer.clock(computer, made),
        lambda: checks_computer.disk(computer, state),
        lambda: checks_computer.temporary_files(computer),
    ]
    screens: list[Check] = [
        lambda: checks_screen.blanking(computer),
        lambda: checks_screen.server_keys(computer),
        lambda: checks_screen.desktop(computer),
        lambda: checks_screen.sticky_keys(computer),
        lambda: checks_screen.sticks(computer),
        lambda: checks_screen.touch(computer),
    ]
    is_linux = computer.platform == "linux"
    return {
        "Luminaria": _run(_program(computer, read, pack, pin_path)),
        "This computer": _run([*(computers if is_linux else []), *anywhere]),
        "Screen and keys": _run(screens) if is_linux else (_not_here(computer),),
    }


def _program(
    computer: Computer, read: LoadedConfig, pack: PackView | PackErrors, pin_path: Path
) -> list[Check]:
    config = read.config
    checks: list[Check] = [
        lambda: checks_program.configuration(read),
        lambda: checks_program.pin(pin_path),
        lambda: checks_program.pack_is_sound(pack, config),
    ]
    if not isinstance(pack, Exception):
        checks += [
            lambda: checks_program.contacts_are_fresh(pack, computer.today),
            lambda: checks_program.languages(pack, config),
            lambda: checks_program.index(config),
        ]
    return [
        *checks,
        lambda: checks_program.printer(config, computer),
        lambda: checks_program.voice(config, computer),
    ]


def _run(checks: list[Check]) -> tuple[CheckResult, ...]:
    return tuple(finding for check in checks for finding in _guarded(check))


def _guarded(check: Check) -> Iterator[CheckResult]:
    """Run a check; an error in it becomes a result, so that the others are still shown."""
    try:
        found = check()
        yield from [found] if isinstance(found, CheckResult) else list(found)
    except Exception as error:  # noqa: BLE001
        yield failed(type(error).__name__)


def failed(kind: str) -> CheckResult:
    """Result for a check that raised an error.

    Args:
        kind: the type of the error.
    """
    told = f"A check failed ({kind})."
    return CheckResult(
        CheckStatus.UNKNOWN, "Pre-flight", told, "Please tell the makers of Luminaria."
    )


def _not_here(computer: Computer) -> CheckResult:
    told = f"This cannot be checked on {computer.platform}, nor can account and start."
    return CheckResult(CheckStatus.UNKNOWN, "System", told, "Go through docs/kiosk.md by hand.")
