from __future__ import annotations

import struct
from pathlib import Path

import PySide6
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle import icu_archive
from bundle.icu_archive import Archive, Item

HEADER = struct.pack("<HBB", 32, 0xDA, 0x27) + bytes(8) + b"CmnD" + bytes(16)
BEFORE = b"\x7fELF, and code before the archive"


def archive(**items: bytes) -> Archive:
    return Archive(HEADER, tuple(Item(name, data) for name, data in items.items()))


SOME = icu_archive.write(archive(a_de=b"Hallo", a_en=b"Hello", a_es=b"Hola"))


def contents(blob: bytes) -> dict[str, bytes]:
    """Data of each item by name, without the padding."""
    return {item.name: item.data.rstrip(b"\0") for item in icu_archive.read(blob).items}


def test_items_are_read_from_within_a_library() -> None:
    assert contents(BEFORE + SOME) == {"a_de": b"Hallo", "a_en": b"Hello", "a_es": b"Hola"}


def test_a_cut_archive_has_only_the_wanted_items() -> None:
    smaller = icu_archive.cut(BEFORE + SOME, lambda name: name != "a_de")
    assert contents(smaller) == {"a_en": b"Hello", "a_es": b"Hola"}
    assert smaller.startswith(HEADER)


def test_an_archive_is_laid_out_as_icu_reads_it() -> None:
    body = icu_archive.write(archive(ab=b"first", c=b"second"))[len(HEADER) :]
    assert struct.unpack_from("<5I", body) == (2, 20, 32, 23, 48)
    assert body[20:25] == b"ab\0c\0"
    assert body[32:37] == b"first"
    assert body[48:] == b"second"


def test_data_without_an_archive_is_refused() -> None:
    with pytest.raises(ValueError, match="no ICU data archive"):
        icu_archive.read(BEFORE)


@given(st.dictionaries(st.from_regex(r"[a-z/_]{1,12}", fullmatch=True), st.binary(max_size=40)))
def test_what_was_written_is_read_again(items: dict[str, bytes]) -> None:
    found = icu_archive.read(icu_archive.write(archive(**items))).items
    assert [item.name for item in found] == list(items)
    assert all(item.data.startswith(items[item.name]) for item in found)


def test_the_archive_of_qt_is_read_and_written() -> None:
    (library,) = (Path(PySide6.__file__).parent / "Qt/lib").glob("libicudata.so.*")
    whole = icu_archive.read(library.read_bytes())
    names = [item.name for item in whole.items]
    assert names == sorted(names)
    assert len(names) > 1000
    assert icu_archive.read(icu_archive.write(whole)) == whole
