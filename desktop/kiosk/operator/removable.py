"""Finds USB sticks that the system has mounted, and saves a file on one. Linux.

Mounting is left to the system: the kiosk has no right to do it. A stick is whatever is mounted and,
by sysfs(5), hangs on a USB port or calls itself removable, and is not the disk the system itself
runs from.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStorageInfo

from desktop.base.files import FileNotWritten, WriteFault, write_text_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence

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
class Volume:
    """A file system that is mounted.

    Attributes:
        device: what holds it, such as "/dev/sdb1"; any text for what is not a disk.
        folder: where it is mounted.
        read_only: whether nothing can be written to it.
    """

    device: str
    folder: str
    read_only: bool


def find_sticks() -> tuple[Stick, ...]:
    """The sticks that are mounted now and may be written to, by name."""
    return choose_sticks(mounted_volumes())


def mounted_volumes() -> list[Volume]:
    """What is mounted now, without what the kernel makes up, such as `/proc`."""
    return [
        Volume(os.fsdecode(bytes(info.device().data())), info.rootPath(), info.isReadOnly())
        for info in QStorageInfo.mountedVolumes()
    ]


def choose_sticks(volumes: Sequence[Volume], root: Path = Path("/")) -> tuple[Stick, ...]:
    """Those of `volumes` that are sticks and may be written to, by name.

    Args:
        volumes: what is mounted.
        root: the folder that holds `sys`.
    """
    own = {_disk(root, volume.device) for volume in volumes if volume.folder in _OF_THE_SYSTEM}
    folders = {
        Path(volume.folder)
        for volume in volumes
        if not volume.read_only
        and (disk := _disk(root, volume.device))
        and disk not in own
        and _is_removable(disk)
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


def _disk(root: Path, device: str) -> Path | None:
    """The whole disk of a device in sysfs; None for what is none, such as a file system in RAM."""
    if not device.startswith("/dev/"):
        return None
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
