from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from desktop.pack import reader
from desktop.pack.errors import PackErrors
from desktop.pack.streamed import read_long

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.pack.conftest import PackBuilder


def test_a_pack_read_entry_by_entry_is_the_same(tmp_path: Path, pack_bytes: bytes) -> None:
    path = tmp_path / "señales.json"
    path.write_bytes(b"\xef\xbb\xbf" + pack_bytes)
    long, whole = read_long(path), reader.read(path)
    assert long.size == len(whole.entries)
    assert tuple(long.entries) == whole.entries
    assert (long.head.manifest, long.head.topics) == (whole.manifest, whole.topics)
    assert (long.head.contacts, long.head.entries) == (whole.contacts, ())


def wrong_entry(pack: dict[str, Any]) -> None:
    pack["entries"][-1]["question"] = 7


def wrong_topic(pack: dict[str, Any]) -> None:
    pack["entries"][-1]["topic"] = "nowhere"


def same_id(pack: dict[str, Any]) -> None:
    pack["entries"].append(pack["entries"][0])


def same_topic(pack: dict[str, Any]) -> None:
    pack["topics"].append(pack["topics"][0])


def no_manifest(pack: dict[str, Any]) -> None:
    del pack["manifest"]


@pytest.mark.parametrize("spoil", [wrong_entry, wrong_topic, same_id, same_topic, no_manifest])
def test_faults_are_told_as_in_a_short_pack(
    make_pack: PackBuilder, tmp_path: Path, spoil: Callable[[dict[str, Any]], None]
) -> None:
    pack = make_pack()
    spoil(pack)
    path = tmp_path / "pack.json"
    path.write_text(json.dumps(pack))
    with pytest.raises(PackErrors) as told:
        list(read_long(path).entries)
    with pytest.raises(PackErrors) as expected:
        reader.read(path)
    assert str(told.value) == str(expected.value)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"entries": [{]}'])
def test_what_is_no_pack_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "pack.json"
    path.write_text(text)
    with pytest.raises(PackErrors):
        read_long(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackErrors, match="no such file"):
        read_long(tmp_path / "none.json")
