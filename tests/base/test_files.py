from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.base.files import (
    FileDamaged,
    FileNotWritten,
    StateFile,
    WriteError,
    open_regular,
    rename_to_free_name,
    write_bytes_atomically,
)
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes, links and pipes of POSIX")

# Writes two states in turn, for ever.
WRITER = """
import sys
from pathlib import Path
from desktop.base.files import StateFile
file = StateFile(Path(sys.argv[1]), 100_000)
while True:
    for letter in b"ab":
        file.write(bytes([letter]) * 50_000)
        print(flush=True)
"""


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written(tmp_path: Path) -> None:
    write_bytes_atomically(tmp_path / "a.txt", "señal\n".encode())
    assert (tmp_path / "a.txt").read_bytes() == "señal\n".encode()
    assert names(tmp_path) == ["a.txt"]


def test_what_is_there_stays_unless_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("old")
    with pytest.raises(FileNotWritten) as caught:
        write_bytes_atomically(path, b"new")
    assert caught.value.reason is WriteError.EXISTS
    assert path.read_text() == "old"
    write_bytes_atomically(path, b"new", overwrite=True)
    assert path.read_text() == "new"
    assert names(tmp_path) == ["a.txt"]


@posix
@pytest.mark.parametrize(("private", "mode"), [(True, 0o600), (False, 0o644)])
def test_who_may_read_it(tmp_path: Path, private: bool, mode: int) -> None:
    before = os.umask(0o022)
    write_bytes_atomically(tmp_path / "a", b"", private=private)
    os.umask(before)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == mode


@posix
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    write_bytes_atomically(tmp_path / "link", b"text", overwrite=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "text"


@pytest.mark.parametrize(
    ("name", "fault"),
    [
        ("none/a", WriteError.NO_FOLDER),
        ("file/a", WriteError.NO_FOLDER),
        ("n" * 300, WriteError.BAD_NAME),
        ("a\0b", WriteError.BAD_NAME),
        ("folder", WriteError.BAD_NAME),
    ],
)
@posix
def test_names_that_cannot_be(tmp_path: Path, name: str, fault: WriteError) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileNotWritten) as caught:
        write_bytes_atomically(tmp_path / name, b"text", overwrite=True)
    assert caught.value.reason is fault
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EACCES, WriteError.NOT_ALLOWED),
        (errno.EROFS, WriteError.NOT_ALLOWED),
        (errno.ENOSPC, WriteError.FULL),
        (errno.EIO, WriteError.OTHER),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: WriteError
) -> None:
    """The tests may run as root, whom no folder refuses; a full disk cannot be had here."""

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FileNotWritten) as caught:
        write_bytes_atomically(tmp_path / "a", b"new", overwrite=True)
    assert (caught.value.reason, names(tmp_path)) == (fault, ["a"])
    assert (tmp_path / "a").read_text() == "old"


def test_the_error_names_the_file_only(tmp_path: Path) -> None:
    with pytest.raises(FileNotWritten, match=r"^a\.txt: NO_FOLDER$"):
        write_bytes_atomically(tmp_path / "none" / "a.txt", b"")


def no_links(source: Path, target: Path) -> None:
    raise PermissionError(errno.EPERM, "this disk knows no links")


@pytest.mark.parametrize("links", [True, False])
def test_a_name_that_is_taken_is_not_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    with pytest.raises(FileExistsError):
        rename_to_free_name(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "b").read_text() == "b"
    rename_to_free_name(tmp_path / "a", tmp_path / "c")
    assert names(tmp_path) == ["b", "c"]
    assert (tmp_path / "c").read_text() == "a"


# State -----------------------------------------------------------------------------------


def decoded(content: bytes) -> Any:
    return json.loads(content)


@pytest.fixture
def file(tmp_path: Path) -> StateFile:
    return StateFile(tmp_path / "state.d" / "a.json", 20)


def put(file: StateFile, content: bytes) -> None:
    file.path.parent.mkdir(exist_ok=True)
    file.path.write_bytes(content)


def test_what_was_written_is_read(file: StateFile) -> None:
    file.write(b"[1]")
    file.write(b"[2]")
    assert file.read(decoded) == [2]
    assert names(file.path.parent) == ["a.json"]


@posix
def test_only_this_user_may_read_it(file: StateFile) -> None:
    put(file, b"[1]")
    file.path.chmod(0o644)
    file.write(b"[2]")
    assert stat.S_IMODE(file.path.stat().st_mode) == 0o600


@posix
def test_only_this_user_may_enter_a_folder_that_was_made(file: StateFile) -> None:
    file.write(b"[1]")
    assert stat.S_IMODE(file.path.parent.stat().st_mode) == 0o700


@pytest.mark.parametrize("below", ["a.json", "none/a.json", "file/a.json"])
def test_a_file_that_is_not_there_has_no_state(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()
    assert StateFile(tmp_path / below, 20).read_or_set_aside(decoded) == (None, None)


DAMAGED = (b"", b"[", b"\xff", b"[1]" + b" " * 18)


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_told_and_left_as_it_was(file: StateFile, content: bytes) -> None:
    put(file, content)
    with pytest.raises(FileDamaged):
        file.read(decoded)
    assert file.path.read_bytes() == content


def test_a_file_as_large_as_the_limit_is_sound(file: StateFile) -> None:
    put(file, b"[1]" + b" " * 17)
    assert file.read(decoded) == [1]


def test_of_a_huge_file_no_more_than_the_limit_is_read(file: StateFile) -> None:
    put(file, b"")
    os.truncate(file.path, 1 << 40)  # bytes, which take no room on the disk
    with pytest.raises(FileDamaged, match="too large"):
        file.read(decoded)


def test_a_file_nested_without_end_is_damaged(file: StateFile) -> None:
    large = StateFile(file.path, 1_000_000)
    put(large, b"[" * 1_000_000)
    with pytest.raises(FileDamaged):
        large.read(decoded)


def test_the_fault_quotes_nothing_of_the_content(file: StateFile) -> None:
    put(file, b"a secret")
    with pytest.raises(FileDamaged) as caught:
        file.read(int)
    assert "secret" not in f"{caught.value} {caught.value.__cause__}"


@pytest.mark.parametrize("content", DAMAGED)
def test_a_damaged_file_is_set_aside(file: StateFile, content: bytes) -> None:
    put(file, content)
    kept, aside = file.read_or_set_aside(decoded)
    assert (kept, aside) == (None, file.path.with_name("a.damaged-1.json"))
    assert (names(file.path.parent), aside.read_bytes()) == (["a.damaged-1.json"], content)


def test_no_file_set_aside_is_ever_replaced(file: StateFile) -> None:
    for content in (b"one", b"two", b"three"):
        put(file, content)
        file.read_or_set_aside(decoded)
    kept = [file.path.with_name(f"a.damaged-{n}.json").read_bytes() for n in (1, 2, 3)]
    assert kept == [b"one", b"two", b"three"]


def test_a_folder_is_not_read_and_can_be_set_aside(file: StateFile) -> None:
    for number in (1, 2):
        (file.path / f"inside{number}").mkdir(parents=True)
        with pytest.raises(IsADirectoryError):
            file.read_or_set_aside(decoded)
        assert [path.name for path in file.set_aside().iterdir()] == [f"inside{number}"]
    assert names(file.path.parent) == ["a.damaged-1.json", "a.damaged-2.json"]


@posix
def test_a_link_is_followed_to_read_and_set_aside_as_a_link(file: StateFile) -> None:
    put(file, b"[1]")
    link = StateFile(file.path.with_name("link.json"), 20)
    link.path.symlink_to(file.path)
    assert link.read(decoded) == [1]
    assert link.set_aside().is_symlink()
    assert names(file.path.parent) == ["a.json", "link.damaged-1.json"]


@posix
@pytest.mark.parametrize("name", ["pipe", "/dev/null"])
def test_what_is_no_regular_file_is_not_read_and_makes_nobody_wait(
    tmp_path: Path, name: str
) -> None:
    if not name.startswith("/"):
        os.mkfifo(tmp_path / name)
    with pytest.raises(OSError, match="Invalid argument"):
        open_regular(tmp_path / name)


def test_a_file_that_cannot_be_set_aside_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="damaged"):
        StateFile(tmp_path / "none.json", 20).set_aside()


def test_a_folder_that_cannot_be_made_is_told(file: StateFile) -> None:
    file.path.parent.touch()
    with pytest.raises(FileNotWritten) as caught:
        file.write(b"[1]")
    assert caught.value.reason is WriteError.NO_FOLDER


def test_removing_takes_what_was_set_aside_and_nothing_else(file: StateFile) -> None:
    for name in ("a[1].json", "a[1].damaged-1.json", "a[1].damaged-12.json"):
        put(StateFile(file.path.with_name(name), 20), b"")
    others = ["a1.damaged-1.json", "a[1].damaged-1.csv", "b.json"]
    for name in others:
        put(StateFile(file.path.with_name(name), 20), b"")
    StateFile(file.path.with_name("a[1].json"), 20).remove()
    assert names(file.path.parent) == others


def test_removing_what_is_not_there_does_nothing(file: StateFile) -> None:
    file.remove()
    assert not file.path.parent.exists()


@given(st.binary(max_size=30))
def test_any_file_is_read_or_set_aside(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    file = StateFile(tmp_path_factory.mktemp("s") / "a.json", 20)
    put(file, content)
    _kept, aside = file.read_or_set_aside(decoded)
    assert (aside or file.path).read_bytes() == content
    assert len(names(file.path.parent)) == 1


def test_another_process_never_finds_half_a_state(tmp_path: Path) -> None:
    file = StateFile(tmp_path / "a", 100_000)
    command = [sys.executable, "-c", WRITER, str(file.path)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
        writer.stdout.readline()
        found = {file.read(bytes) for _ in range(300)}
        writer.kill()
    assert found <= {b"a" * 50_000, b"b" * 50_000}
