"""The pre-flight of a kiosk: all checks before visitors use it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop.kiosk.setup import checks_computer, checks_program
from desktop.kiosk.setup.check_result import CheckResult, unknown
from desktop.kiosk.setup.checks_computer import LINUX_CHECKS
from desktop.kiosk.setup.checks_screen import SCREEN_CHECKS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
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
    anywhere: list[Check] = [
        lambda: checks_computer.clock(computer, made),
        lambda: checks_computer.disk(computer, state),
        lambda: checks_computer.temporary_files(computer),
    ]
    is_linux = computer.platform == "linux"
    login = [partial(check, computer) for check in LINUX_CHECKS if is_linux]
    screens = [partial(check, computer) for check in SCREEN_CHECKS]
    return {
        "Luminaria": _run(_program(computer, read, pack, pin_path)),
        "This computer": _run([*login, *anywhere]),
        "Screen and keys": _run(screens) if is_linux else (_not_here(computer),),
    }


def _program(
    computer: Computer, read: LoadedConfig, pack: PackView | PackErrors, pin_path: Path
) -> list[Check]:
    config = read.config
    checks: list[Check] = [
        lambda: checks_program.configuration(read),
        lambda: checks_program.pin(pin_path),
        lambda: checks_program.pack_is_valid(pack, config),
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


def _run(checks: Sequence[Check]) -> tuple[CheckResult, ...]:
    return tuple(finding for check in checks for finding in _guarded(check))


def _guarded(check: Check) -> Iterator[CheckResult]:
    """Run a check; an error in it becomes a result, so that the others are still shown."""
    try:
        found = check()
        yield from [found] if isinstance(found, CheckResult) else list(found)
    except Exception as error:  # noqa: BLE001
        yield failed(type(error).__name__)


def failed(kind: str) -> CheckResult:
    """Result for a check that raised an error of the type `kind`."""
    remedy = "Please tell the makers of Luminaria."
    return unknown("Pre-flight", f"A check failed ({kind}).", remedy)


def _not_here(computer: Computer) -> CheckResult:
    message = f"This cannot be checked on {computer.platform}, nor can account and start."
    return unknown("System", message, "Go through docs/kiosk.md by hand.")
