from __future__ import annotations

import errno
import os
import stat
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.base.files import (
    FileNotWritten,
    WriteFault,
    rename_to_free_name,
    write_bytes_atomically,
)

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes and links of POSIX")


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
    assert caught.value.fault is WriteFault.EXISTS
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
        ("none/a", WriteFault.NO_FOLDER),
        ("file/a", WriteFault.NO_FOLDER),
        ("n" * 300, WriteFault.BAD_NAME),
        ("a\0b", WriteFault.BAD_NAME),
        ("folder", WriteFault.BAD_NAME),
    ],
)
@posix
def test_names_that_cannot_be(tmp_path: Path, name: str, fault: WriteFault) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileNotWritten) as caught:
        write_bytes_atomically(tmp_path / name, b"text", overwrite=True)
    assert caught.value.fault is fault
    assert names(tmp_path) == ["file", "folder"]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.EACCES, WriteFault.NOT_ALLOWED),
        (errno.EROFS, WriteFault.NOT_ALLOWED),
        (errno.ENOSPC, WriteFault.FULL),
        (errno.EIO, WriteFault.OTHER),
    ],
)
def test_a_disk_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, fault: WriteFault
) -> None:
    """The tests may run as root, whom no folder refuses; a full disk cannot be had here."""

    def refuse(handle: int) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "a").write_text("old")
    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(FileNotWritten) as caught:
        write_bytes_atomically(tmp_path / "a", b"new", overwrite=True)
    assert (caught.value.fault, names(tmp_path)) == (fault, ["a"])
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
