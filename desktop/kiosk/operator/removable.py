"""Finds USB sticks that the system has mounted, and saves a file on one. Linux, no Qt.

Mounting is left to the system: the kiosk has no right to do it. From `/proc/mounts` and sysfs
(proc(5), sysfs(5)): whatever hangs on a USB port or calls itself removable, and is not the disk
the system itself runs from.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from desktop.base.files import FileNotWritten, WriteFault, write_text_atomically

if TYPE_CHECKING:
    from collections.abc import Iterator

_OF_THE_SYSTEM: Final = {"/", "/boot", "/boot/efi", "/boot/firmware", "/home", "/usr", "/var"}


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick that can be written to.

    Attributes:
        folder: where it is mounted.
        name: what its owner called it, or the name of that folder.
    """

    folder: Path
    name: str


@dataclass(frozen=True, slots=True)
class _Mount:
    device: str
    folder: str


def find_sticks(root: Path = Path("/")) -> tuple[Stick, ...]:
    """The sticks that are mounted now and may be written to, by name.

    Args:
        root: the folder that holds `proc` and `sys`.

    Returns: empty where there is none, or no such system.
    """
    mounts = list(_mounts(root))
    own = {_disk(root, mount.device) for mount in mounts if mount.folder in _OF_THE_SYSTEM}
    folders = {
        Path(mount.folder)
        for mount in mounts
        if (disk := _disk(root, mount.device)) and disk not in own and _is_removable(disk)
    }
    sticks = [Stick(path, path.name) for path in folders if os.access(path, os.W_OK | os.X_OK)]
    return tuple(sorted(sticks, key=lambda stick: (stick.name.casefold(), stick.folder)))


def save_on(folder: Path, name: str, text: str) -> None:
    """Write a file on a stick, so that the stick may be pulled afterwards.

    Takes as long as the stick does: not for the UI thread.

    Args:
        folder: of a `Stick`.
        name: of the file; one that is there is replaced.
        text: all of it.

    Raises:
        FileNotWritten: the stick is full, gone or locked; an older file is as it was.
    """
    path = folder / name
    try:
        if path.is_symlink():  # whoever made the stick must not choose what is written over
            path.unlink()
    except OSError as error:
        raise FileNotWritten(path, WriteFault.NOT_ALLOWED) from error
    write_text_atomically(path, text, overwrite=True)
    if hasattr(os, "sync"):
        os.sync()  # the table of a FAT stick too


def _mounts(root: Path) -> Iterator[_Mount]:
    """What is mounted for reading and writing."""
    try:
        lines = (root / "proc/mounts").read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return
    for line in lines:
        device, folder, _kind, options = [_unescaped(part) for part in line.split()[:4]]
        if device.startswith("/dev/") and "rw" in options.split(","):
            yield _Mount(device, folder)


def _unescaped(text: str) -> str:
    r"""`text` with octal escapes undone: a space stands as \040."""
    return re.sub(r"\\([0-7]{3})", lambda match: chr(int(match[1], 8)), text)


def _disk(root: Path, device: str) -> Path | None:
    """The whole disk of a device in sysfs; None for what is none, such as a file system in RAM."""
    node = root / "sys/class/block" / Path(os.path.realpath(device)).name
    if not os.access(node, os.F_OK):  # unlike `exists`, it never raises: any text may stand there
        return None
    place = node.resolve()
    return place.parent if (place / "partition").exists() else place


def _is_removable(disk: Path) -> bool:
    if any(part.startswith("usb") for part in disk.parts):
        return True
    try:
        return (disk / "removable").read_text("ascii").strip() == "1"
    except (OSError, ValueError):
        return False
