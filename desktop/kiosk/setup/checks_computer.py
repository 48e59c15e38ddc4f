"""Pre-flight checks of the computer: account, start, service, disk, clock, updates.

Paths are those of Debian 12; systems with the same conventions work too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from desktop.kiosk.setup.check_result import CheckResult, fail, ok, unknown, warn
from desktop.kiosk.setup.probes import read_text

if TYPE_CHECKING:
    import datetime as dt
    from pathlib import Path

    from desktop.kiosk.setup.probes import Computer

SERVICE: Final = "luminaria-kiosk.service"
LEAST_FREE: Final = 50 * 1_000_000  # bytes
_OLDEST_CLOCK: Final = 10  # years after the pack was made: no kiosk runs that long unattended

_RULERS: Final = frozenset({"sudo", "wheel", "admin", "root", "docker", "lxd", "disk", "shadow"})
"""Groups whose members can become the administrator."""

_LOGINS: Final = {
    "etc/systemd/system/getty@tty1.service.d/*": r"^ExecStart=.*\s(?:--autologin|-a)[ =]+(\S+)",
    "etc/lightdm/lightdm.conf": r"^\s*autologin-user\s*=\s*(\S+)",
    "etc/lightdm/lightdm.conf.d/*.conf": r"^\s*autologin-user\s*=\s*(\S+)",
    "etc/gdm3/*.conf": r"^\s*AutomaticLogin\s*=\s*(\S+)",
    "etc/gdm/*.conf": r"^\s*AutomaticLogin\s*=\s*(\S+)",
    "etc/sddm.conf": r"^\s*User\s*=\s*(\S+)",
    "etc/sddm.conf.d/*.conf": r"^\s*User\s*=\s*(\S+)",
    "etc/greetd/config.toml": r"^\[initial_session\][^\[]*?^\s*user\s*=\s*\"([^\"]+)",
}
"""Files of automatic login, with a pattern for the account in them."""

_KEEPS_ALIVE: Final = {
    "Restart=always": re.compile(r"^\s*Restart\s*=\s*(?:always|on-)", re.MULTILINE),
    "WatchdogSec=": re.compile(r"^\s*WatchdogSec\s*=\s*[1-9]", re.MULTILINE),
}


def account(computer: Computer) -> CheckResult:
    """Check whether the kiosk's account is an unprivileged one."""
    name = "Account"
    who = computer.account
    remedy = (
        "Give the kiosk an account of its own without such rights, and run this check from "
        "that account."
    )
    if who.number is None:
        return unknown(name, "Its rights could not be found out.", remedy)
    if who.number == 0:
        return fail(name, "This is the administrator (root).", remedy)
    if groups := sorted(who.groups & _RULERS):
        message = f'"{who.name}" can become the administrator: it is in {", ".join(groups)}.'
        return fail(name, message, remedy)
    if "adm" in who.groups:
        message = f'"{who.name}" can read the logs of the system: it is in adm.'
        return warn(name, message, remedy)
    return ok(name, f'"{who.name}" has no special rights.')


def automatic_login(computer: Computer) -> CheckResult:
    """Check whether the computer logs in automatically, and as this account."""
    name = "Automatic login"
    users = [
        user
        for pattern, form in _LOGINS.items()
        for text in computer.texts(pattern)
        for user in re.findall(form, text, re.MULTILINE | re.IGNORECASE)
    ]
    own = computer.account.name
    if own and own in users:
        return ok(name, f'This computer starts as "{own}".')
    if users:
        remedy = "Set up the login for the account of the kiosk."
        return warn(name, f'It is set up for "{users[0]}", not "{own}".', remedy)
    remedy = "Restart the computer and see that the kiosk comes up without a password."
    return unknown(name, "It was not found where it is usually set up.", remedy)


def service(computer: Computer) -> CheckResult:
    """Check whether systemd starts the kiosk, and restarts it when it hangs."""
    name = "Service"
    folders = _unit_folders(computer)
    remedy = "Set up the service as docs/kiosk.md says."
    unit = next((text for folder in folders if (text := read_text(folder / SERVICE))), None)
    if unit is None:
        message = f"{SERVICE} is not there, so nothing starts the kiosk with the computer."
        return fail(name, message, remedy)
    if not any(list(folder.glob(f"*.wants/{SERVICE}")) for folder in folders):
        remedy = f"systemctl --user enable {SERVICE}"
        return fail(name, "It is there, but does not start by itself.", remedy)
    added = [path for folder in folders for path in sorted(folder.glob(f"{SERVICE}.d/*.conf"))]
    text = "\n".join([unit, *(read_text(path) or "" for path in added)])
    if lacking := [line for line, form in _KEEPS_ALIVE.items() if not form.search(text)]:
        message = f"It lacks {' and '.join(lacking)}, so a kiosk that hangs may stay so."
        return warn(name, message, remedy)
    return ok(name, "systemd starts the kiosk, and again when it hangs.")


def _unit_folders(computer: Computer) -> list[Path]:
    system = ("etc", "usr/local/lib", "usr/lib")
    return [
        computer.config / "systemd" / "user",
        *(computer.root / folder / "systemd" / "user" for folder in system),
        *(computer.root / folder / "systemd" / "system" for folder in system),
    ]


def disk(computer: Computer, folder: Path) -> CheckResult:
    """Check whether the disk of `folder` has space for the kiosk's files."""
    name = "Disk"
    free = computer.free_bytes(folder)
    if free is None:
        return unknown(name, "The free space could not be found out.")
    message = f"{free // 1_000_000} MB are free."
    if free < LEAST_FREE:
        return fail(name, message, "Remove what is not needed from the disk.")
    return ok(name, message)


def temporary_files(computer: Computer) -> CheckResult:
    """Check whether the one-file executable can unpack itself."""
    name = "Temporary files"
    if not computer.unpacks:
        return ok(name, "The program runs without unpacking anything.")
    if computer.temporary_runs is None:
        return unknown(name, "Their folder could not be looked at.")
    remedy = "Use the folder build for a kiosk; it also starts faster."
    if not computer.temporary_runs:
        message = "No program may run from their folder, and this one unpacks itself there."
        return fail(name, message, remedy)
    message = "The program unpacks itself at each start."
    return warn(name, message, remedy)


def clock(computer: Computer, made: dt.date | None) -> CheckResult:
    """Compare the date with `made`, that of the pack, and check if it is kept without power."""
    name = "Clock"
    today = computer.today
    message = f"It says {today}."
    remedy = "Set the date and time of this computer."
    if made and today < made:
        return fail(name, f"{message} The pack was made on {made}, later.", remedy)
    if made and today.year > made.year + _OLDEST_CLOCK:
        return warn(name, f"{message} The pack was made on {made}.", remedy)
    if computer.has("sys/class/rtc/rtc*", "run/systemd/timesync/synchronized"):
        return ok(name, message)
    remedy = "Add a clock with a battery, or look at the date after each loss of power."
    return warn(name, f"{message} Without power it may not stay right.", remedy)


def updates(computer: Computer) -> CheckResult:
    """Check when the system updates itself, and whether it restarts for that at a bad time."""
    name = "Updates of the system"
    if not computer.has("etc/apt"):
        remedy = "See that none come, and nothing restarts, while people use the kiosk."
        return unknown(name, "When they come could not be found out.", remedy)
    text = "\n".join(computer.texts("etc/apt/apt.conf.d/*"))
    if not _is_set(text, "APT::Periodic::Unattended-Upgrade", "[1-9]"):
        return ok(name, "None come by themselves; install them by hand.")
    restart = "Unattended-Upgrade::Automatic-Reboot"
    if _is_set(text, restart, "(?:true|1|yes|on)") and not _is_set(text, f"{restart}-Time", ""):
        remedy = f'Set {restart}-Time "03:00"; in /etc/apt/apt.conf.d.'
        return warn(name, "They restart the computer at any time.", remedy)
    timers = computer.texts("etc/systemd/system/apt-daily-upgrade.timer.d/*.conf")
    hours = re.findall(r"^\s*OnCalendar=(\S.*)", "\n".join(timers), re.MULTILINE)
    return ok(name, f"They come at {hours[-1] if hours else '6:00 to 7:00'}.")


def _is_set(text: str, option: str, value: str) -> bool:
    """Whether files of apt set `option` to a value that begins with the pattern `value`."""
    form = rf'^\s*{option}\s+"{value}'
    return bool(re.search(form, text, re.MULTILINE | re.IGNORECASE))


LINUX_CHECKS: Final = (account, automatic_login, service, updates)
"""Checks that only Linux has."""
