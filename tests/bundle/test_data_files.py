from __future__ import annotations

import json
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from bundle.data_files import KIOSK_FILES, PACK, is_wanted, reduced
from desktop.languages.loader import read

ROOT = Path(__file__).parents[2]
LIBRARIES = {"libQt6Core.so.6"}


def wanted(destination: str, typecode: str = "DATA", *, kind: str = "file") -> bool:
    return is_wanted((destination, "", typecode), kind=kind, libraries=LIBRARIES)


@pytest.mark.parametrize(
    "destination",
    [
        *(PACK, "base_library.zip", "luminaria-bundle.txt", "assets/words/es.txt"),
        *("assets/translations/luminaria_es.qm", "PySide6/Qt/translations/qtbase_es.qm"),
    ],
)
def test_what_the_program_reads_is_wanted(destination: str) -> None:
    assert wanted(destination)


@pytest.mark.parametrize(
    "destination",
    [
        *("assets/translations/luminaria_es.ts", "attrs-26.1.0.dist-info/METADATA"),
        *("PySide6/Qt/translations/qtbase_de.qm", "PySide6/Qt/translations/qt_es.qm"),
        *("assets/linux/luminaria.1", "assets/linux/icons/luminaria.png"),
    ],
)
@pytest.mark.parametrize("kind", ["file", "compact", "folder"])
def test_what_it_does_not_read_is_left_out(destination: str, kind: str) -> None:
    assert not wanted(destination, kind=kind)


@pytest.mark.parametrize("destination", KIOSK_FILES)
def test_only_the_folder_sets_up_a_kiosk(destination: str) -> None:
    assert (ROOT / destination).exists()
    assert wanted(destination, kind="folder")
    assert not wanted(destination, kind="file")


def test_links_to_libraries_stay_with_the_library() -> None:
    assert wanted("libQt6Core.so.6", "SYMLINK")
    assert not wanted("libQt6Network.so.6", "SYMLINK")


def test_the_pack_loses_its_white_space_only(tmp_path: Path) -> None:
    destination, copy, typecode = reduced((PACK, str(ROOT / PACK), "DATA"), tmp_path)
    before, after = (ROOT / PACK).read_text("utf-8"), Path(copy).read_text("utf-8")
    assert (destination, typecode) == (PACK, "DATA")
    assert json.loads(after) == json.loads(before)
    assert len(after) < len(before)
    assert "\n" not in after


def test_a_language_file_becomes_json_with_the_same_data(tmp_path: Path) -> None:
    source = ROOT / "assets/languages/es.toml"
    entry = ("assets/languages/es.toml", str(source), "DATA")
    destination, copy, typecode = reduced(entry, tmp_path)
    assert (destination, typecode) == ("assets/languages/es.json", "DATA")
    assert json.loads(Path(copy).read_text("utf-8")) == tomllib.loads(source.read_text("utf-8"))
    assert read(Path(copy)) == read(source)


def test_the_base_library_is_reduced(tmp_path: Path) -> None:
    source = tmp_path / "base_library.zip"
    with ZipFile(source, "w") as library:
        library.writestr("encodings/big5.pyc", b"")
    _, copy, _ = reduced((source.name, str(source), "DATA"), tmp_path)
    with ZipFile(copy) as smaller:
        assert not smaller.namelist()


def test_any_other_file_is_carried_as_it_is(tmp_path: Path) -> None:
    entry = ("data/pack.schema.json", str(ROOT / "data/pack.schema.json"), "DATA")
    assert reduced(entry, tmp_path) == entry
