from __future__ import annotations

import ctypes
import shutil
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

from bundle import icu_archive
from bundle.icu_library import is_icu_data, is_wanted, link, reduced_icu

SOURCES = sorted((Path(PySide6.__file__).parent / "Qt/lib").glob("libicudata.so.*"))
linux = pytest.mark.skipif(sys.platform != "linux", reason="Qt's own ICU is for Linux")
compiler = pytest.mark.skipif(not shutil.which("gcc"), reason="needs gcc")


@pytest.mark.parametrize(
    "name",
    [
        *("icudt73l/root.res", "icudt73l/en.res", "icudt73l/es_419.res", "icudt73l/curr/en_US.res"),
        *("icudt73l/zoneinfo64.res", "icudt73l/nfc.nrm", "icudt73l/uprops.icu"),
        *("icudt73l/brkitr/word.brk", "icudt73l/brkitr/root.res", "icudt73l/coll/es.res"),
    ],
)
def test_english_spanish_and_what_all_languages_share_are_wanted(name: str) -> None:
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        *("icudt73l/de.res", "icudt73l/est.res", "icudt73l/zone/fil_PH.res"),
        *("icudt73l/translit/root.res", "icudt73l/translit/en.res", "icudt73l/unames.icu"),
        *("icudt73l/brkitr/thaidict.dict", "icudt73l/brkitr/line_cj.brk", "icudt73l/ibm-37.cnv"),
    ],
)
def test_other_languages_and_encodings_are_not_wanted(name: str) -> None:
    assert not is_wanted(name)


def test_only_the_data_of_icu_is_replaced() -> None:
    assert is_icu_data(("PySide6/Qt/lib/libicudata.so.73", "", "BINARY"))
    assert not is_icu_data(("PySide6/Qt/lib/libicuuc.so.73", "", "BINARY"))


@linux
@compiler
def test_a_linked_library_offers_the_archive_to_icu(tmp_path: Path) -> None:
    data = tmp_path / "some.dat"
    data.write_bytes(b"an archive")
    library = tmp_path / "libicudata.so.73"
    link(data, library)
    found = (ctypes.c_char * 10).in_dll(ctypes.CDLL(str(library)), "icudt73_dat")
    assert found.raw == b"an archive"
    assert ctypes.addressof(found) % 16 == 0


@linux
@compiler
@pytest.mark.skipif(not shutil.which("readelf"), reason="needs binutils")
def test_a_linked_library_has_the_name_that_others_ask_for(tmp_path: Path) -> None:
    data = tmp_path / "some.dat"
    data.write_bytes(b"an archive")
    link(data, tmp_path / "libicudata.so.73")
    out = subprocess.check_output(["readelf", "-d", tmp_path / "libicudata.so.73"], text=True)
    assert "soname: [libicudata.so.73]" in out


@linux
@compiler
def test_the_library_of_qt_becomes_an_eighth(tmp_path: Path) -> None:
    (source,) = SOURCES
    entry = (f"PySide6/Qt/lib/{source.name}", str(source), "BINARY")
    destination, made, typecode = reduced_icu(entry, tmp_path)
    blob = Path(made).read_bytes()
    assert (destination, typecode) == (entry[0], entry[2])
    assert len(blob) < source.stat().st_size / 7
    assert all(is_wanted(item.name) for item in icu_archive.read(blob).items)


@linux
def test_without_a_compiler_the_whole_library_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (source,) = SOURCES
    entry = (f"PySide6/Qt/lib/{source.name}", str(source), "BINARY")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert reduced_icu(entry, tmp_path) == entry
    assert "no gcc" in caplog.text
