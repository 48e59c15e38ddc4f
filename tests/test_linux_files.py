"""What a Linux desktop asks a program for: menu entry, description, manual page, icons.

Their own checkers (`desktop-file-validate`, `appstreamcli`, `mandoc`) say more, but would have to
be installed; these tests hold what may break when the program changes.
"""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtGui import QImage

from desktop import __version__
from desktop.base.resources import asset
from tests.app_icons import APP_ID, HICOLOR, SIZES, drawn, place

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

LINUX = asset("linux")
MANUAL = (LINUX / "luminaria.1").read_text("utf-8")
SUBJECT = re.compile(r"traffick|\btrata\b|abuse|victim|víctima|exploit|hotline|police", re.I)
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def entry() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser(strict=True, interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(LINUX / f"{APP_ID}.desktop", "utf-8")
    return parser["Desktop Entry"]


@pytest.fixture(scope="module")
def metainfo() -> ET.Element:
    return ET.parse(LINUX / f"{APP_ID}.metainfo.xml").getroot()  # noqa: S314  # our own file


# The menu entry ---------------------------------------------------------------------------


def test_the_menu_entry_starts_the_program(entry: configparser.SectionProxy) -> None:
    assert (entry["Type"], entry["Exec"], entry["Terminal"]) == (
        "Application",
        "luminaria",
        "false",
    )
    assert (entry["Name"], entry["Icon"]) == ("Luminaria", APP_ID)


@pytest.mark.parametrize("key", ["GenericName", "Comment", "Keywords"])
def test_the_menu_entry_speaks_both_languages(entry: configparser.SectionProxy, key: str) -> None:
    assert entry[key]
    assert entry[f"{key}[es]"] not in ("", entry[key])


@pytest.mark.parametrize("key", ["Categories", "Keywords", "Keywords[es]"])
def test_lists_end_with_a_semicolon(entry: configparser.SectionProxy, key: str) -> None:
    assert re.fullmatch(r"([^;]+;)+", entry[key])


# The description --------------------------------------------------------------------------


def test_the_description_belongs_to_the_menu_entry(metainfo: ET.Element) -> None:
    assert metainfo.findtext("id") == APP_ID
    assert metainfo.findtext("launchable") == f"{APP_ID}.desktop"
    assert metainfo.findtext("project_license") == "Apache-2.0"


def test_the_description_names_this_version_first(metainfo: ET.Element) -> None:
    assert metainfo.find("releases/release").get("version") == __version__


@pytest.mark.parametrize("path", ["summary", "description/p", "description/ul/li"])
def test_the_description_speaks_both_languages(metainfo: ET.Element, path: str) -> None:
    languages = [node.get(LANG, "en") for node in metainfo.findall(path)]
    assert languages == ["en", "es"] * (len(languages) // 2)
    assert languages


# The manual page --------------------------------------------------------------------------


def help_of(*words: str) -> str:
    command = [sys.executable, "-m", "desktop", *words, "--help"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout


@pytest.mark.parametrize("words", [(), ("ask",)], ids=["window", "ask"])
def test_the_manual_names_every_option(words: tuple[str, ...]) -> None:
    options = set(re.findall(r"(?<!\w)--[a-z]+", help_of(*words)))
    assert "--pack" in options
    assert not [option for option in options if option.replace("-", "\\-") not in MANUAL]


def test_the_manual_names_every_command_for_authors() -> None:
    commands = re.findall(r"^ {4}([a-z]+) ", help_of("pack").split("COMMAND\n")[-1], re.M)
    assert "check" in commands
    assert not [command for command in commands if f"\n.B pack {command}\n" not in MANUAL]


def test_the_manual_is_of_this_version() -> None:
    assert f'"Luminaria {__version__}"' in MANUAL.splitlines()[0]


# Icons ------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_icons_are_drawn_from_the_picture(qapp: QApplication, size: int) -> None:
    """Rounding may differ between processors, a changed picture differs more."""
    kept = QImage(str(place(HICOLOR, size))).convertToFormat(QImage.Format.Format_RGBA8888)
    anew = drawn(size).convertToFormat(QImage.Format.Format_RGBA8888)
    assert (kept.width(), kept.height()) == (size, size)
    pairs = zip(bytes(kept.constBits()), bytes(anew.constBits()), strict=True)
    assert max(abs(one - other) for one, other in pairs) <= 8


def test_the_icon_shows_the_mark_of_the_program() -> None:
    mark = asset("icons", "luminaria.svg").read_text("utf-8")
    icon = (HICOLOR / "scalable" / "apps" / f"{APP_ID}.svg").read_text("utf-8")
    assert re.findall(r' d="([^"]+)"', icon) == re.findall(r' d="([^"]+)"', mark)


# All of them ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "path",
    [path for path in LINUX.rglob("*") if path.is_file() and path.suffix != ".png"],
    ids=lambda path: path.name,
)
def test_nothing_names_the_subject_of_a_pack(path: Path) -> None:
    assert not SUBJECT.search(f"{path.name}\n{path.read_text('utf-8')}")
