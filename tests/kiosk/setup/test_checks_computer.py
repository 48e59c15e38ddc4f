from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.setup import checks_computer
from desktop.kiosk.setup.check_result import CheckStatus
from desktop.kiosk.setup.checks_computer import LEAST_FREE, SERVICE
from desktop.kiosk.setup.probes import Account
from tests.kiosk.made_computers import TODAY, made_computer

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("account", "state"),
    [
        (Account("kiosk", 1001, frozenset({"kiosk", "video"})), CheckStatus.OK),
        (Account("kiosk", 1001, frozenset({"kiosk", "sudo"})), CheckStatus.FAIL),
        (Account("kiosk", 1001, frozenset({"adm"})), CheckStatus.WARN),
        (Account("root", 0, frozenset()), CheckStatus.FAIL),
        (Account(), CheckStatus.UNKNOWN),
    ],
)
def test_account(tmp_path: Path, account: Account, state: CheckStatus) -> None:
    finding = checks_computer.account(made_computer(tmp_path, account=account))
    assert finding.state is state
    assert bool(finding.remedy) == (state is not CheckStatus.OK)


@pytest.mark.parametrize(
    ("file", "text"),
    [
        (
            "etc/systemd/system/getty@tty1.service.d/autologin.conf",
            "[Service]\nExecStart=\nExecStart=-/sbin/agetty --autologin kiosk --noclear %I $TERM\n",
        ),
        (
            "etc/systemd/system/getty@tty1.service.d/override.conf",
            "[Service]\nExecStart=-/sbin/agetty -a kiosk %I $TERM\n",
        ),
        ("etc/lightdm/lightdm.conf", "[Seat:*]\nautologin-user=kiosk\n"),
        ("etc/lightdm/lightdm.conf.d/50-kiosk.conf", "[Seat:*]\nautologin-user = kiosk\n"),
        ("etc/gdm3/daemon.conf", "AutomaticLoginEnable = true\nAutomaticLogin = kiosk\n"),
        ("etc/sddm.conf.d/kiosk.conf", "[Autologin]\nUser=kiosk\n"),
        ("etc/greetd/config.toml", '[initial_session]\ncommand = "startx"\nuser = "kiosk"\n'),
    ],
)
def test_automatic_login(tmp_path: Path, file: str, text: str) -> None:
    for user, state in (("kiosk", CheckStatus.OK), ("ada", CheckStatus.WARN)):
        computer = made_computer(tmp_path, {file: text.replace("kiosk", user)})
        assert checks_computer.automatic_login(computer).state is state


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("etc/none", ""),
        ("etc/lightdm/lightdm.conf", "#autologin-user=kiosk\n"),
        ("etc/greetd/config.toml", '[initial_session]\n[default_session]\nuser = "kiosk"\n'),
    ],
)
def test_no_automatic_login(tmp_path: Path, file: str, text: str) -> None:
    computer = made_computer(tmp_path, {file: text})
    assert checks_computer.automatic_login(computer).state is CheckStatus.UNKNOWN


UNIT = "[Service]\nExecStart=/opt/luminaria/luminaria --kiosk\nRestart=always\nWatchdogSec=10\n"
PLAIN = UNIT.replace("WatchdogSec=10", "#WatchdogSec=10")
OWN = f"home/kiosk/.config/systemd/user/{SERVICE}"
WANTED = f"home/kiosk/.config/systemd/user/graphical-session.target.wants/{SERVICE}"


@pytest.mark.parametrize(
    ("files", "state"),
    [
        ({}, CheckStatus.FAIL),
        ({OWN: UNIT}, CheckStatus.FAIL),
        ({OWN: UNIT, WANTED: UNIT}, CheckStatus.OK),
        ({OWN: PLAIN, WANTED: PLAIN}, CheckStatus.WARN),
        (
            {OWN: PLAIN, WANTED: PLAIN, f"{OWN}.d/a.conf": "[Service]\nWatchdogSec=9"},
            CheckStatus.OK,
        ),
        ({f"etc/systemd/user/{SERVICE}": UNIT, WANTED: UNIT}, CheckStatus.OK),
        ({f"etc/systemd/system/{SERVICE}": UNIT}, CheckStatus.FAIL),
    ],
)
def test_service(tmp_path: Path, files: dict[str, str], state: CheckStatus) -> None:
    assert checks_computer.service(made_computer(tmp_path, files)).state is state


def test_the_service_where_configurations_lie_elsewhere(tmp_path: Path) -> None:
    files = {f"conf/systemd/user/{SERVICE}": UNIT, f"conf/systemd/user/a.wants/{SERVICE}": UNIT}
    computer = made_computer(tmp_path, files, config=tmp_path / "conf")
    assert checks_computer.service(computer).state is CheckStatus.OK


@pytest.mark.parametrize(
    ("free", "state"),
    [(LEAST_FREE, CheckStatus.OK), (LEAST_FREE - 1, CheckStatus.FAIL), (None, CheckStatus.UNKNOWN)],
)
def test_disk(tmp_path: Path, free: int | None, state: CheckStatus) -> None:
    computer = made_computer(tmp_path, free_bytes={tmp_path / "state": free}.get)
    assert checks_computer.disk(computer, tmp_path / "state").state is state


@pytest.mark.parametrize(
    ("unpacks", "runs", "state"),
    [
        (False, False, CheckStatus.OK),
        (True, True, CheckStatus.WARN),
        (True, False, CheckStatus.FAIL),
        (True, None, CheckStatus.UNKNOWN),
    ],
)
def test_temporary_files(
    tmp_path: Path, unpacks: bool, runs: bool | None, state: CheckStatus
) -> None:
    computer = made_computer(tmp_path, unpacks=unpacks, temporary_runs=runs)
    assert checks_computer.temporary_files(computer).state is state


@pytest.mark.parametrize(
    ("made", "state"),
    [
        (None, CheckStatus.OK),
        (TODAY, CheckStatus.OK),
        (TODAY + dt.timedelta(days=1), CheckStatus.FAIL),
        (dt.date(TODAY.year - 11, 1, 1), CheckStatus.WARN),
    ],
)
def test_clock(tmp_path: Path, made: dt.date | None, state: CheckStatus) -> None:
    computer = made_computer(tmp_path, {"sys/class/rtc/rtc0": ""})
    assert checks_computer.clock(computer, made).state is state


def test_a_clock_without_a_battery(tmp_path: Path) -> None:
    computer = made_computer(tmp_path)
    assert checks_computer.clock(computer, TODAY).state is CheckStatus.WARN


ON = 'APT::Periodic::Unattended-Upgrade "1";\n'
AT_ANY_TIME = "They restart the computer at any time."
RESTART = 'Unattended-Upgrade::Automatic-Reboot "true";\n'


@pytest.mark.parametrize(
    ("apt", "state", "told"),
    [
        ("", CheckStatus.OK, "None come by themselves; install them by hand."),
        (ON, CheckStatus.OK, "They come at 6:00 to 7:00."),
        (ON + RESTART, CheckStatus.WARN, AT_ANY_TIME),
        (f"{ON}//{RESTART}", CheckStatus.OK, "They come at 6:00 to 7:00."),
        (
            f'{ON}{RESTART}//Unattended-Upgrade::Automatic-Reboot-Time "02:00";\n',
            CheckStatus.WARN,
            AT_ANY_TIME,
        ),
        (
            f'{ON}{RESTART}Unattended-Upgrade::Automatic-Reboot-Time "03:00";\n',
            CheckStatus.OK,
            "They come at 6:00 to 7:00.",
        ),
    ],
)
def test_updates(tmp_path: Path, apt: str, state: CheckStatus, told: str) -> None:
    finding = checks_computer.updates(made_computer(tmp_path, {"etc/apt/apt.conf.d/20": apt}))
    assert (finding.state, finding.message) == (state, told)


def test_the_hour_of_updates(tmp_path: Path) -> None:
    timer = "etc/systemd/system/apt-daily-upgrade.timer.d/override.conf"
    files = {"etc/apt/apt.conf.d/20": ON, timer: "[Timer]\nOnCalendar=\nOnCalendar=*-*-* 3:00\n"}
    finding = checks_computer.updates(made_computer(tmp_path, files))
    assert finding.message == "They come at *-*-* 3:00."


def test_updates_of_another_system(tmp_path: Path) -> None:
    assert checks_computer.updates(made_computer(tmp_path)).state is CheckStatus.UNKNOWN
