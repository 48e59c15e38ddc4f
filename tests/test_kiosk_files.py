"""The ready-made files of a kiosk, and what docs/kiosk.md says of them and of the settings."""

from __future__ import annotations

import configparser
import re
import subprocess
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from desktop.base.resources import asset
from desktop.kiosk.setup import checks_computer, checks_screen
from desktop.kiosk.setup.check_result import CheckStatus
from desktop.kiosk.setup.config import Config
from desktop.kiosk.setup.config_keys import CONFIG_OPTIONS, ConfigOption
from desktop.kiosk.watch.backoff import Backoff
from desktop.kiosk.watch.supervised_process import ProcessTimeouts
from tests import ROOT
from tests.kiosk.made_computers import made_computer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = asset("linux", "kiosk")
UNIT = asset("linux", "luminaria-kiosk.service")
MANUAL = ROOT.joinpath("docs/kiosk.md").read_text("utf-8")
SCRIPTS = ["as-kiosk", "login", "service", "session"]
OPENBOX = "{http://openbox.org/3.4/rc}"


@pytest.fixture(scope="module")
def unit() -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(UNIT, "utf-8")
    return parser


def table_rows() -> Iterator[list[str]]:
    """The cells of the table of settings."""
    section = MANUAL.split("## Every setting", 1)[1].split("\n## ", 1)[0]
    for line in section.splitlines():
        if line.startswith("| `"):
            yield [cell.strip().strip("`") for cell in line.strip("|").split(" | ")]


def written(value: object) -> str:
    """A value as it stands in the file of settings."""
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else f'"{value or ""}"'


# The window manager and the scripts --------------------------------------------------------


def test_the_window_manager_has_no_key_no_button_and_no_menu() -> None:
    root = ET.parse(FILES / "rc.xml").getroot()  # noqa: S314  # our own file
    assert root.tag == f"{OPENBOX}openbox_config"
    assert {node.tag.removeprefix(OPENBOX) for node in root.iter()}.isdisjoint(
        {"keybind", "mousebind", "action", "menu", "context"}
    )
    # Where these two are left out openbox takes its own bindings.
    assert root.find(f"{OPENBOX}keyboard") is not None
    assert root.find(f"{OPENBOX}mouse") is not None


@pytest.mark.parametrize("name", SCRIPTS)
def test_scripts_can_be_read_by_the_shell(name: str) -> None:
    assert (FILES / name).read_text("utf-8").startswith("#!/bin/sh\n")
    subprocess.run(["sh", "-n", FILES / name], check=True, timeout=30)


@pytest.mark.parametrize("path", sorted(FILES.iterdir()), ids=lambda path: path.name)
def test_the_document_says_where_each_file_goes(path: Path) -> None:
    commands = [line for line in MANUAL.splitlines() if line.strip().startswith("sudo install")]
    assert any(re.search(rf"[ /]{re.escape(path.name)}(\s|$)", line) for line in commands)


# What the pre-flight asks for --------------------------------------------------------------


def test_the_check_is_content_with_the_service(tmp_path: Path) -> None:
    here = "etc/systemd/user"
    wants = f"{here}/kiosk-session.target.wants/luminaria-kiosk.service"
    text = UNIT.read_text("utf-8")
    computer = made_computer(tmp_path, {f"{here}/{UNIT.name}": text, wants: text})
    assert checks_computer.service(computer).state is CheckStatus.OK


def test_the_check_is_content_with_the_login(tmp_path: Path) -> None:
    text = (FILES / "autologin.conf").read_text("utf-8")
    place = "etc/systemd/system/getty@tty1.service.d/autologin.conf"
    assert (
        checks_computer.automatic_login(made_computer(tmp_path, {place: text})).state
        is CheckStatus.OK
    )


def test_the_check_is_content_with_the_keys_of_x(tmp_path: Path) -> None:
    text = (FILES / "10-kiosk.conf").read_text("utf-8")
    files = {
        "etc/X11/xorg.conf.d/10-kiosk.conf": text,
        "etc/default/keyboard": 'XKBOPTIONS="terminate:ctrl_alt_bksp"\n',
    }
    assert checks_screen.server_keys(made_computer(tmp_path, files)).state is CheckStatus.OK


# The service -------------------------------------------------------------------------------


def test_the_service_waits_for_the_static_help_screen(unit: configparser.RawConfigParser) -> None:
    """All tries of an interface that hangs at its start, and the static screen after them."""
    state, needed = Backoff(), ProcessTimeouts().first
    while state.screen is Backoff().screen:
        needed += state.wait + ProcessTimeouts().first
        state = state.after_failure(needed)
    assert float(unit["Service"]["TimeoutStartSec"]) > needed


def test_the_service_keeps_memory_off_the_disk(unit: configparser.RawConfigParser) -> None:
    service = unit["Service"]
    assert (service["LimitCORE"], service["MemorySwapMax"]) == ("0", "0")


def test_the_service_refuses_and_does_not_kill(unit: configparser.RawConfigParser) -> None:
    """`lp` and voices are children of the service: a call that is missed must not end them."""
    assert unit["Service"]["SystemCallErrorNumber"] == "EPERM"


def test_the_service_belongs_to_the_session(unit: configparser.RawConfigParser) -> None:
    target = "kiosk-session.target"
    assert (unit["Unit"]["PartOf"], unit["Install"]["WantedBy"]) == (target, target)
    assert target in (FILES / "session").read_text("utf-8")


# The settings ------------------------------------------------------------------------------


def test_the_document_has_every_setting() -> None:
    assert [tuple(row[:2]) for row in table_rows()] == [
        (key.table, key.name) for key in CONFIG_OPTIONS
    ]


@pytest.mark.parametrize("key", CONFIG_OPTIONS, ids=lambda key: key.name)
def test_the_document_has_what_is_delivered(key: ConfigOption) -> None:
    (row,) = [row for row in table_rows() if row[1] == key.name]
    assert row[3] == written(getattr(Config(), key.field))
    assert not [choice for choice in key.choices if f'"{choice}"' not in row[2]]
