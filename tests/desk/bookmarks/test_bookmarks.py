from __future__ import annotations

import json
import os
import stat
import sys
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.files import StateFile
from desktop.desk.bookmarks.bookmarks import (
    LONGEST_NAME,
    MAX_BOOKMARKS,
    MAX_BYTES,
    Bookmark,
    BookmarkError,
    BookmarkNotice,
    Bookmarks,
    ToggleResult,
    tidy_name,
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "luminaria" / "bookmarks.json"


def json_again(bookmark: Bookmark) -> Bookmark:
    return msgspec.json.decode(msgspec.json.encode(bookmark), type=Bookmark)


def filled(path: Path | None, entries: str = "abc") -> Bookmarks:
    bookmarks = Bookmarks(path)
    for entry in entries:
        bookmarks.toggle("small", entry)
    return bookmarks


def order(bookmarks: Bookmarks) -> str:
    return "".join(item.entry for item in bookmarks.items)


def test_a_bookmark_is_there_the_next_time(path: Path) -> None:
    bookmarks = filled(path)
    bookmarks.rename(1, "For Tuesday")
    again = Bookmarks(path)
    assert again.items == bookmarks.items
    assert again.items[1] == Bookmark("small", "b", "For Tuesday")
    assert again.pop_notice() is None


def test_toggling_adds_and_removes() -> None:
    bookmarks = Bookmarks(None)
    assert bookmarks.toggle("small", "a") is ToggleResult.ADDED
    assert bookmarks.has("small", "a")
    assert not bookmarks.has("other", "a")
    assert bookmarks.toggle("small", "a") is ToggleResult.REMOVED
    assert bookmarks.items == ()


@pytest.mark.parametrize(
    ("row", "to", "then"), [(0, 2, "bca"), (2, 0, "cab"), (0, 1, "bac"), (1, 1, "abc")]
)
def test_moving(path: Path, row: int, to: int, then: str) -> None:
    bookmarks = filled(path)
    bookmarks.move(row, to)
    assert order(bookmarks) == order(Bookmarks(path)) == then


def test_what_was_removed_goes_back_to_its_row(path: Path) -> None:
    bookmarks = filled(path)
    removed = bookmarks.remove(1)
    assert order(Bookmarks(path)) == "ac"
    assert bookmarks.add(removed, 1)
    assert order(Bookmarks(path)) == "abc"


def test_an_entry_is_there_once() -> None:
    bookmarks = filled(None)
    assert not bookmarks.add(Bookmark("small", "a", "again"))
    assert order(bookmarks) == "abc"


def test_a_full_list_of_the_longest_takes_no_more_and_can_be_read(path: Path) -> None:
    bookmarks = Bookmarks(None)
    name = "\N{GRINNING FACE}" * LONGEST_NAME
    for number in range(MAX_BOOKMARKS):
        assert bookmarks.add(Bookmark("p" * 100, f"{number:0100}", name))
    assert bookmarks.toggle("small", "a") is ToggleResult.FULL
    bookmarks._file = StateFile(path, MAX_BYTES)
    bookmarks.move(0, 1)
    assert path.stat().st_size <= MAX_BYTES
    assert Bookmarks(path).items == bookmarks.items


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_only_the_user_may_read_the_file(path: Path) -> None:
    filled(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_file_tells_the_entries_and_no_more(path: Path) -> None:
    filled(path, "a")
    told = json.loads(path.read_text())
    assert told == {"format": 1, "bookmarks": [{"pack": "small", "entry": "a"}]}
    assert [each.name for each in path.parent.iterdir()] == [path.name]


DAMAGED = (
    b"",
    b"{",
    b"\xff\xfe",
    b"[]",
    b'{"format": 2, "bookmarks": []}',
    b'{"format": 1, "bookmarks": [], "more": 1}',
    b'{"format": 1, "bookmarks": [{"pack": "../x", "entry": "a"}]}',
    b'{"format": 1, "bookmarks": [{"pack": "p", "entry": 1}]}',
    b'{"format": 1, "bookmarks": [{"pack": "p", "entry": "a", "name": "%s"}]}' % (b"n" * 121),
    b"[" * 100_000,
    b" " * (MAX_BYTES + 1) + b'{"format": 1, "bookmarks": []}',
)


@pytest.mark.parametrize("content", DAMAGED, ids=lambda content: content[:60].decode("latin-1"))
def test_a_damaged_file_is_set_aside_and_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bookmarks.json"
    path.write_bytes(content)
    bookmarks = Bookmarks(path)
    aside = "bookmarks.damaged-1.json"
    assert bookmarks.pop_notice() == BookmarkNotice(BookmarkError.SET_ASIDE, aside)
    assert (tmp_path / aside).read_bytes() == content
    bookmarks.toggle("small", "a")
    assert order(Bookmarks(path)) == "a"


def test_no_file_set_aside_is_ever_replaced(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.json"
    for content in ("one", "two"):
        path.write_text(content)
        Bookmarks(path)
    kept = [(tmp_path / f"bookmarks.damaged-{n}.json").read_text() for n in (1, 2)]
    assert kept == ["one", "two"]


@given(st.binary(max_size=200))
def test_no_file_stops_the_start(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bookmarks.json"
        path.write_bytes(content)
        assert filled(path, "a").has("small", "a")


def test_a_file_that_cannot_be_opened_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "bookmarks.json"
    path.mkdir()  # root may open every file
    bookmarks = filled(path)
    notice = bookmarks.pop_notice()
    assert notice == BookmarkNotice(BookmarkError.NOT_READ, "bookmarks.json")
    assert order(bookmarks) == "abc"
    assert path.is_dir()


def test_where_nothing_can_be_written_the_list_lives_on_and_tells_once(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    bookmarks = filled(tmp_path / "file" / "bookmarks.json")
    assert order(bookmarks) == "abc"
    notice = bookmarks.pop_notice()
    assert notice is not None
    assert bookmarks.pop_notice() is None


def test_a_disk_with_room_again_is_written_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bookmarks = filled(path)

    def full(handle: int) -> None:
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        bookmarks.remove(0)
        assert order(Bookmarks(path)) == "abc"
    bookmarks.remove(0)
    assert order(Bookmarks(path)) == "c"


def test_two_programs_leave_one_whole_list(path: Path) -> None:
    one, two = Bookmarks(path), Bookmarks(path)
    one.toggle("small", "a")
    two.toggle("small", "b")
    assert order(Bookmarks(path)) == "b"


@given(st.text(alphabet=st.characters(), max_size=300))
def test_a_name_is_short_tidy_and_can_be_written(text: str) -> None:
    name = tidy_name(text)
    assert len(name) <= LONGEST_NAME
    assert name == tidy_name(name) == " ".join(name.split())
    assert Bookmark("p", "e", name) == json_again(Bookmark("p", "e", name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("  For\tTuesday \n", "For Tuesday"),
        ("a\x00b", "a b"),
        ("a\ud800b", "ab"),
        ("n" * 200, "n" * LONGEST_NAME),
        ("\N{WOMAN}\N{ZERO WIDTH JOINER}\N{PERSONAL COMPUTER}",) * 2,
    ],
)
def test_names(text: str, name: str) -> None:
    assert tidy_name(text) == name
