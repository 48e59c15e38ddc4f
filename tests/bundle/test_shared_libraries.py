"""On the ELF files of PySide6 and of this machine; ldd says what is right."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
import pytest

from bundle.shared_libraries import DISPATCHER, GLIBC, Closure, closure, needed, required_binaries

if TYPE_CHECKING:
    from bundle import TocEntry

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="ELF files"),
    pytest.mark.skipif(not shutil.which("readelf"), reason="needs binutils"),
]

QT = Path(PySide6.__file__).parent
EXTENSION = QT / "QtGui.abi3.so"
PLUGIN = "platforms/libqoffscreen.so"
ROOT: TocEntry = ("PySide6/QtGui.abi3.so", str(EXTENSION), "EXTENSION")


def libraries(path: Path) -> dict[str, str]:
    """Path by name of all libraries that ldd finds for a file, but those of glibc."""
    out = subprocess.run(["ldd", path], capture_output=True, text=True, check=True).stdout
    found = re.findall(r"(\S+) => (/\S+)", out)
    return {name: place for name, place in found if not GLIBC.match(name)}


@pytest.fixture(scope="module")
def everything() -> list[TocEntry]:
    """What PyInstaller would collect: no dispatchers, and a library that nothing asks for."""
    found = libraries(EXTENSION) | libraries(QT / "Qt/plugins" / PLUGIN)
    others = {"libQt6Sql.so.6": str(QT / "Qt/lib/libQt6Sql.so.6")}
    return [
        ROOT,
        (f"PySide6/Qt/plugins/{PLUGIN}", str(QT / "Qt/plugins" / PLUGIN), "BINARY"),
        *(
            (f"lib/{name}", place, "BINARY")
            for name, place in (found | others).items()
            if not DISPATCHER.match(name)
        ),
    ]


def names(result: Closure) -> set[str]:
    return {Path(destination).name for destination, *_ in result.binaries}


def test_needed_names_what_the_file_asks_for() -> None:
    asked = needed(str(EXTENSION))
    assert "libQt6Gui.so.6" in asked
    assert set(asked) - {name for name in asked if GLIBC.match(name)} <= libraries(EXTENSION).keys()


def test_all_that_an_extension_needs_is_kept_and_nothing_else(everything: list[TocEntry]) -> None:
    found = closure(everything, plugins=(), resolve=libraries(EXTENSION).get)
    assert names(found) == {EXTENSION.name, *libraries(EXTENSION)}
    assert not found.missing


def test_dispatchers_are_taken_from_this_machine(everything: list[TocEntry]) -> None:
    places = libraries(EXTENSION)
    found = closure(everything, plugins=(), resolve=places.get)
    assert ("libEGL.so.1", places["libEGL.so.1"], "BINARY") in found.binaries


def test_a_plugin_is_kept_with_what_it_needs(everything: list[TocEntry]) -> None:
    entries = [entry for entry in everything if entry[2] != "EXTENSION"]
    needs = libraries(QT / "Qt/plugins" / PLUGIN)
    found = closure(entries, plugins={PLUGIN}, resolve=needs.get)
    assert names(found) == {Path(PLUGIN).name, *needs}


def test_a_library_that_is_missing_is_named_with_what_asks_for_it() -> None:
    found = closure([ROOT], plugins=(), resolve=lambda _: None)
    assert "libQt6Gui.so.6 (for PySide6/QtGui.abi3.so)" in found.missing
    assert not [name for name in found.missing if GLIBC.match(name.partition(" ")[0])]


def test_a_plugin_that_is_missing_is_named(everything: list[TocEntry]) -> None:
    plugins = {PLUGIN, "platforms/libnone.so"}
    found = closure(everything, plugins=plugins, resolve=libraries(EXTENSION).get)
    assert found.missing == ("platforms/libnone.so",)


def test_a_build_with_gaps_ends_with_their_names() -> None:
    with pytest.raises(SystemExit, match=r"The build lacks:\n(.*\n)*  platforms/libqxcb\.so"):
        required_binaries([ROOT], resolve=lambda _: None)
