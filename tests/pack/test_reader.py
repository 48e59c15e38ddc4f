from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop.base import resources
from desktop.pack import reader
from desktop.pack.errors import PackErrors
from desktop.pack.model import Pack
from tests.pack.conftest import PackBuilder, build_pack


def encoded(pack: object) -> bytes:
    return json.dumps(pack).encode()


def complaint(data: bytes) -> str:
    with pytest.raises(PackErrors) as caught:
        reader.decode_pack(data, file="x.json")
    assert all(fault.expected and fault.remedy for fault in caught.value.errors)
    return str(caught.value)


def nested_topics(depth: int) -> dict[str, Any]:
    topic: dict[str, Any] = {"id": "basics", "title": {"en": "Deep"}}
    for level in range(depth - 1):
        topic = {"id": f"level-{level}", "title": {"en": "Level"}, "children": [topic]}
    return topic


def test_a_sound_pack_is_read(pack_bytes: bytes) -> None:
    pack = reader.decode_pack(pack_bytes, file="x.json")
    assert isinstance(pack, Pack)
    assert pack.entry_by_id["signs"].contacts == ("hotline",)


def test_a_sound_file_is_read(tmp_path: Path, pack_bytes: bytes) -> None:
    path = tmp_path / "señales.json"
    path.write_bytes(pack_bytes)
    assert reader.read(path) == reader.decode_pack(pack_bytes, file="")


def test_a_byte_order_mark_and_dos_line_ends_are_passed_over(make_pack: PackBuilder) -> None:
    text = json.dumps(make_pack(), indent=1).replace("\n", "\r\n")
    assert reader.decode_pack(b"\xef\xbb\xbf" + text.encode(), file="").entries


def test_unknown_fields_are_passed_over(make_pack: PackBuilder) -> None:
    assert reader.decode_pack(encoded(make_pack(extra={"deep": [1, {"a": None}]})), file="").entries


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b" \r\n", "empty"),
        ('{"a": 1}'.encode("utf-16"), "UTF-16"),
        ('{"a": 1}'.encode("utf-16-le"), "UTF-16"),
        ('{"a": 1}'.encode("utf-16-be"), "UTF-16"),
        (b'{\n"a": "\xff"}', "line 2: A pack is UTF-8 text; byte 8 is not"),
        (b'{\n\n"a": "\x00"}', "line 3: A pack has no NUL"),
        (b'{"manifest": {', "cut off"),
        (b'{"manifest": "unfini', "cut off"),
        (b'{"manifest": tru', "cut off"),
        (b'{"a": 1,}', "line 1, column 9: A field name"),
        (b'{\n"a" 1}', 'line 2, column 5: A ":"'),
        (b'{"a": 1 "b": 2}', 'column 9: A ","'),
        (b"[1,]", "A value is expected"),
        (b'{"a": NaN}', "NaN"),
        (b'{"a": "x\ny"}', "without line breaks"),
        (b'{"a": "\\q"}', "escape"),
        (b"{} {}", "end of the pack"),
        (b"[]", "not a list"),
        (b'"pack"', 'not "pack"'),
        (b"null", "not null"),
        (b"9" * 5000, "number"),
        (b"[" * 10_000, "at most 64 deep"),
        (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "at most 64 deep"),
        (b"{}", 'The field "manifest" is missing'),
    ],
)
def test_what_is_no_pack_is_refused_in_words(data: bytes, words: str) -> None:
    assert words in complaint(data)


def test_deep_unknown_fields_are_refused_or_passed_over(make_pack: PackBuilder) -> None:
    deep = b"[" * 10_000 + b"]" * 10_000
    assert "64 deep" in complaint(encoded(make_pack())[:-1] + b', "x": ' + deep + b"}")


def test_a_huge_text_is_refused(make_pack: PackBuilder) -> None:
    pack = make_pack()
    pack["entries"][0]["answer"]["es"] = "x" * 50_000_000
    text = complaint(encoded(pack))
    assert "entries[0] (signs).answer.es: At most 200000 characters" in text
    assert len(text) < 200


def test_every_fault_is_named_with_its_place(make_pack: PackBuilder) -> None:
    entries = [
        {"id": "one", "topic": "basics", "question": {"en": 5, "e s": "x"}, "number": 0},
        {"id": "Two!", "topic": "basics", "question": "Who?", "sensitive": "no"},
        {"id": "one", "topic": "basic", "reviewed_on": "2024-13-01", "related": [7]},
        "entry",
    ]
    text = complaint(encoded(make_pack(entries=entries)))
    assert [line.removeprefix("x.json, ").partition(": ")[0] for line in text.splitlines()] == [
        "entries[0] (one).question.en",
        "entries[0] (one).question.e s",
        "entries[0] (one).number",
        "entries[1].id",
        "entries[1].question",
        "entries[1].sensitive",
        "entries[2] (one)",
        "entries[2] (one).related[0]",
        "entries[2] (one).reviewed_on",
        "entries[3]",
        "entries[2] (one).id",
        "entries[2] (one).topic",
    ]
    assert "Did you mean" in text


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"format": 2}, "newer Luminaria"),
        ({"format": 99, "title": 5}, "newer Luminaria"),
        ({"format": 0}, "manifest.format: 1 is expected"),
        ({"format": True}, "manifest.format: 1 is expected"),
        ({"format": "1"}, "manifest.format: 1 is expected"),
        ({"version": 0}, "manifest.version: A whole number from 1"),
        ({"version": 10**30}, "manifest.version: A whole number from 1"),
        ({"languages": []}, "manifest.languages: The list is empty"),
        ({"languages": ["english!"]}, "A language tag"),
        ({"id": "small\n"}, "manifest.id: An id"),
        ({"created": "yesterday"}, "manifest.created: A date"),
        ({"title": {"en": "\ud800"}}, "manifest.title.en"),
        ({"created": "\ud800"}, "manifest.created"),
        ({"help": ["hotlime"]}, 'No contact has the id "hotlime". Did you mean "hotline"?'),
    ],
)
def test_a_bad_manifest_is_refused(
    make_pack: PackBuilder, changes: dict[str, Any], words: str
) -> None:
    pack = make_pack()
    pack["manifest"] |= changes
    assert words in complaint(encoded(pack))


def test_a_newer_format_is_the_only_complaint(make_pack: PackBuilder) -> None:
    assert len(complaint(encoded({"manifest": {"format": 2}})).splitlines()) == 1


@pytest.mark.parametrize("name", ["topics", "entries", "contacts", "sources"])
def test_repeated_ids_are_refused(make_pack: PackBuilder, name: str) -> None:
    pack = make_pack()
    pack[name] *= 2
    assert f"{name}[1]" in complaint(encoded(pack))


def test_an_id_repeated_at_another_depth_is_refused(make_pack: PackBuilder) -> None:
    topics = [
        *make_pack()["topics"],
        {"id": "more", "title": {}, "children": make_pack()["topics"]},
    ]
    assert "topics[1] (more).children[0] (basics).id" in complaint(
        encoded(make_pack(topics=topics))
    )


def test_topics_nest_eight_deep_and_no_deeper(make_pack: PackBuilder) -> None:
    assert reader.decode_pack(encoded(make_pack(topics=[nested_topics(8)])), file="").topics
    assert "at most 8 deep" in complaint(encoded(make_pack(topics=[nested_topics(9)])))


def test_repeated_fields_are_named_beside_other_faults(pack_bytes: bytes) -> None:
    text = complaint(pack_bytes[:-1] + b', "entries": 1, "entries": 2}')
    assert "entries: The field" in text
    assert "more than once" in text


def test_messages_hold_no_control_characters(make_pack: PackBuilder) -> None:
    entries = [{"id": "\x1b[31m", "topic": "\x1b]0;x\x07" * 99, "question": {"\x1b": "x"}}]
    assert "\x1b" not in complaint(encoded(make_pack(entries=entries)))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(PackErrors, match=r"none\.json: There is no such file"):
        reader.read(tmp_path / "none.json")


def test_a_folder_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackErrors, match="folder"):
        reader.read(tmp_path)


def test_a_name_with_nul_is_refused() -> None:
    with pytest.raises(PackErrors, match="cannot be read"):
        reader.read(Path("a\0b"))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_is_refused_before_it_can_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(PackErrors, match="regular file"):
        reader.read(tmp_path / "pipe")


def test_a_file_without_permission_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")  # root may read all: chmod proves nothing

    (tmp_path / "locked.json").touch()
    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(PackErrors, match="may not read"):
        reader.read(tmp_path / "locked.json")


def test_a_file_too_large_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.truncate(reader.MAX_BYTES + 1)  # sparse: takes no room
    with pytest.raises(PackErrors, match="at most 2 GiB"):
        reader.read(path)


def test_reading_a_sound_pack_loads_no_diagnosis(tmp_path: Path, pack_bytes: bytes) -> None:
    (tmp_path / "small.json").write_bytes(pack_bytes)
    program = (
        "import sys; from pathlib import Path; from desktop.pack import reader;"
        "reader.read(Path(sys.argv[1]));"
        "assert not {'desktop.pack.check.diagnosis', 'json', 'difflib'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", program, str(tmp_path / "small.json")], check=True)


def read_or_refuse(data: bytes) -> None:
    with contextlib.suppress(PackErrors):
        reader.decode_pack(data, file="x.json")
        return
    assert "Report this file" not in complaint(data)  # every fault has words of its own


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    read_or_refuse(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)


@given(st.data())
def test_any_value_in_any_field_is_read_or_refused(data: st.DataObject) -> None:
    pack: Any = build_pack()
    spot: Any = pack
    while True:
        keys = list(spot) if isinstance(spot, dict) else list(range(len(spot)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(spot[key], dict | list) or not spot[key] or data.draw(st.booleans()):
            break
        spot = spot[key]
    spot[key] = data.draw(JSON)
    read_or_refuse(json.dumps(pack).encode())


FLAGSHIP = resources.flagship_pack()


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.integers(0), st.integers(0, 7))
def test_a_flipped_bit_is_read_or_refused(at: int, bit: int) -> None:
    data = bytearray(FLAGSHIP.read_bytes())
    data[at % len(data)] ^= 1 << bit
    read_or_refuse(bytes(data))


@given(st.integers(0))
def test_a_shortened_file_is_refused(at: int) -> None:
    data = FLAGSHIP.read_bytes().rstrip()
    complaint(data[: at % len(data)])
