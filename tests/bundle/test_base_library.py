from __future__ import annotations

import encodings
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from bundle.base_library import UNUSED_CODEC, reduced_base_library

CODECS = {path.stem for path in Path(encodings.__file__).parent.glob("*.py")}


def is_kept(codec: str) -> bool:
    return not UNUSED_CODEC.match(f"encodings/{codec}.pyc")


@pytest.mark.parametrize(
    "codec",
    [
        *("__init__", "aliases", "ascii", "utf_8", "utf_8_sig", "utf_16", "latin_1", "idna"),
        *("iso8859_1", "iso8859_15", "koi8_r", "cp437", "cp850", "cp866", "cp1252", "punycode"),
    ],
)
def test_codecs_of_files_and_usual_locales_stay(codec: str) -> None:
    assert codec in CODECS
    assert is_kept(codec)


@pytest.mark.parametrize(
    "codec", ["cp037", "cp932", "mac_roman", "big5", "euc_jp", "gb18030", "iso2022_kr", "bz2_codec"]
)
def test_other_codecs_go(codec: str) -> None:
    assert codec in CODECS
    assert not is_kept(codec)


def test_the_copy_has_all_other_modules_unchanged(tmp_path: Path) -> None:
    source = tmp_path / "base_library.zip"
    with ZipFile(source, "w") as library:
        library.writestr("os.pyc", b"os")
        library.writestr("encodings/gbk.pyc", b"gbk")
        library.writestr("encodings/utf_8.pyc", b"utf-8" * 99, ZIP_DEFLATED)
    destination, copy, typecode = reduced_base_library((source.name, str(source), "DATA"), tmp_path)
    assert (destination, typecode) == ("base_library.zip", "DATA")
    with ZipFile(source) as whole, ZipFile(copy) as reduced:
        assert reduced.namelist() == ["os.pyc", "encodings/utf_8.pyc"]
        assert all(reduced.read(name) == whole.read(name) for name in reduced.namelist())
        assert reduced.infolist()[1].compress_type == ZIP_DEFLATED


def test_a_second_build_replaces_the_copy(tmp_path: Path) -> None:
    source = tmp_path / "base_library.zip"
    for name in ("os.pyc", "io.pyc"):
        with ZipFile(source, "w") as library:
            library.writestr(name, b"")
        _, copy, _ = reduced_base_library((source.name, str(source), "DATA"), tmp_path)
    with ZipFile(copy) as reduced:
        assert reduced.namelist() == ["io.pyc"]
