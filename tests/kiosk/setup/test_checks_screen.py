from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.setup import checks_screen
from desktop.kiosk.setup.check_result import CheckStatus
from tests.kiosk.made_computers import made_computer, processes

if TYPE_CHECKING:
    from pathlib import Path

XSET = """Screen Saver:
  prefer blanking:  yes    allow exposures:  yes
  timeout:  {seconds}    cycle:  600
DPMS (Energy Star):
  Standby: 600    Suspend: 600    Off: 600
  DPMS is {dpms}
  Monitor is On
"""
SESSION = {"DISPLAY": ":0"}
NO_SWITCH = 'Section "ServerFlags"\n  Option "DontVTSwitch" "true"\nEndSection\n'


@pytest.mark.parametrize(
    ("seconds", "dpms", "state"),
    [
        (0, "Disabled", CheckStatus.OK),
        (600, "Disabled", CheckStatus.FAIL),
        (0, "Enabled", CheckStatus.FAIL),
    ],
)
def test_blanking(tmp_path: Path, seconds: int, dpms: str, state: CheckStatus) -> None:
    outputs = {"xset": XSET.format(seconds=seconds, dpms=dpms)}
    computer = made_computer(tmp_path, environ=SESSION, outputs=outputs)
    assert checks_screen.blanking(computer).state is state


@pytest.mark.parametrize("environ", [{}, SESSION])
def test_blanking_where_nobody_can_be_asked(tmp_path: Path, environ: dict[str, str]) -> None:
    assert (
        checks_screen.blanking(made_computer(tmp_path, environ=environ)).state
        is CheckStatus.UNKNOWN
    )


def test_a_locker_blanks(tmp_path: Path) -> None:
    outputs = {"xset": XSET.format(seconds=0, dpms="Disabled")}
    computer = made_computer(tmp_path, processes("light-locker"), environ=SESSION, outputs=outputs)
    assert checks_screen.blanking(computer).state is CheckStatus.FAIL


@pytest.mark.parametrize(
    ("config", "state"),
    [
        (NO_SWITCH, CheckStatus.OK),
        ('  option "dontvtswitch"  # on\n', CheckStatus.OK),
        ('  Option "DontVTSwitch" "false"\n', CheckStatus.FAIL),
        ('  # Option "DontVTSwitch" "true"\n', CheckStatus.FAIL),
        ("", CheckStatus.FAIL),
    ],
)
def test_other_consoles(tmp_path: Path, config: str, state: CheckStatus) -> None:
    computer = made_computer(tmp_path, {"etc/X11/xorg.conf.d/10-kiosk.conf": config})
    assert checks_screen.server_keys(computer).state is state


@pytest.mark.parametrize(
    ("options", "config", "told"),
    [
        ("terminate:ctrl_alt_bksp,compose:menu", NO_SWITCH, "Ctrl+Alt+Backspace ends everything."),
        ("terminate:ctrl_alt_bksp", f'{NO_SWITCH}Option "DontZap" "on"\n', FINE := "They do not "
         "lead out of the kiosk."),
        ("srvrkeys:none", "", FINE),
        ("compose:menu", NO_SWITCH, FINE),
    ],
)  # fmt: skip
def test_what_keys_are_set_to_do(tmp_path: Path, options: str, config: str, told: str) -> None:
    query = f"rules:      evdev\nlayout:     us\noptions:    {options}\n"
    files = {"etc/X11/xorg.conf": config, "etc/default/keyboard": 'XKBOPTIONS="other"\n'}
    computer = made_computer(tmp_path, files, environ=SESSION, outputs={"setxkbmap": query})
    assert checks_screen.server_keys(computer).message == told


def test_without_a_session_the_file_of_the_keyboard_counts(tmp_path: Path) -> None:
    files = {
        "etc/X11/xorg.conf": NO_SWITCH,
        "etc/default/keyboard": 'XKBLAYOUT="us"\nXKBOPTIONS="terminate:ctrl_alt_bksp"\n',
    }
    assert checks_screen.server_keys(made_computer(tmp_path, files)).state is CheckStatus.FAIL


@pytest.mark.parametrize(
    ("program", "state"),
    [
        ("openbox", CheckStatus.OK),
        ("gnome-shell", CheckStatus.FAIL),
        ("plasmashell", CheckStatus.FAIL),
        ("notification-daemon", CheckStatus.WARN),
    ],
)
def test_desktops(tmp_path: Path, program: str, state: CheckStatus) -> None:
    assert checks_screen.desktop(made_computer(tmp_path, processes(program))).state is state


def test_a_session_of_a_desktop(tmp_path: Path) -> None:
    computer = made_computer(tmp_path, environ={"XDG_CURRENT_DESKTOP": "XFCE"})
    finding = checks_screen.desktop(computer)
    assert (finding.state, finding.message) == (CheckStatus.WARN, "This session calls itself XFCE.")


@pytest.mark.parametrize(
    ("program", "state"), [("openbox", CheckStatus.OK), ("gsd-a11y-settings", CheckStatus.WARN)]
)
def test_sticky_keys(tmp_path: Path, program: str, state: CheckStatus) -> None:
    assert checks_screen.sticky_keys(made_computer(tmp_path, processes(program))).state is state


@pytest.mark.parametrize(
    ("program", "state"),
    [("udiskie", CheckStatus.OK), ("gvfs-udisks2-volume-monitor", CheckStatus.WARN)],
)
def test_sticks(tmp_path: Path, program: str, state: CheckStatus) -> None:
    assert checks_screen.sticks(made_computer(tmp_path, processes(program))).state is state


DEVICE = """I: Bus=0003 Vendor=0eef Product=0001 Version=0110
N: Name="{name}"
H: Handlers=mouse0 event4
B: PROP={prop}
B: EV=b

"""


@pytest.mark.parametrize(
    ("prop", "state"), [("2", CheckStatus.OK), ("1", CheckStatus.WARN), ("0", CheckStatus.WARN)]
)
def test_touch(tmp_path: Path, prop: str, state: CheckStatus) -> None:
    listing = DEVICE.format(name="A mouse", prop="0") + DEVICE.format(name="eGalax", prop=prop)
    computer = made_computer(tmp_path, {"proc/bus/input/devices": listing})
    finding = checks_screen.touch(computer)
    assert finding.state is state
    assert ("eGalax" in finding.message) == (state is CheckStatus.OK)


def test_touch_where_nothing_is_listed(tmp_path: Path) -> None:
    assert checks_screen.touch(made_computer(tmp_path)).state is CheckStatus.UNKNOWN
