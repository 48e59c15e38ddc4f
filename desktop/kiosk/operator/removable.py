"""Find mounted USB sticks, and save a file on one. Linux.

The system mounts them, since the kiosk has no right to. A stick is a mounted volume that, by
sysfs(5), is on a USB port or marked as removable, and is not on the system's own disk.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QStorageInfo

from desktop.base.files import FileNotWritten, WriteError, write_bytes_atomically

if TYPE_CHECKING:
    from collections.abc import Sequence

_OF_THE_SYSTEM: Final = {"/", "/boot", "/boot/efi", "/boot/firmware", "/home", "/usr", "/var"}


@dataclass(frozen=True, slots=True)
class Stick:
    """A stick that can be written to."""

    folder: Path  # its mount point
    name: str  # its label, or the name of the mount point


@dataclass(frozen=True, slots=True)
class Volume:
    """A mounted file system."""

    device: str  # its source, such as "/dev/sdb1"; any text if that is not a disk
    folder: str  # its mount point
    read_only: bool


def find_sticks() -> tuple[Stick, ...]:
    """The mounted and writable sticks, by name."""
    return choose_sticks(mounted_volumes())


def mounted_volumes() -> list[Volume]:
    """The mounted file systems, without virtual ones such as `/proc`."""
    return [
        Volume(os.fsdecode(bytes(info.device().data())), info.rootPath(), info.isReadOnly())
        for info in QStorageInfo.mountedVolumes()
    ]


def choose_sticks(volumes: Sequence[Volume], root: Path = Path("/")) -> tuple[Stick, ...]:
    """Select the writable sticks among `volumes`, by name; `root` is the folder of `sys`."""
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


def save_on(folder: Path, name: str, text: str) -> WriteError | None:
    """Write a file on a stick, so that the stick may be pulled afterwards.

    As slow as the stick: not for the UI thread. An existing file of that name is replaced.

    Returns: None if it is saved; else the stick is full, removed or locked, and an older file is
        unchanged.
    """
    path = folder / name
    try:
        if path.is_symlink():  # the owner of the stick must not choose what is overwritten
            path.unlink()
        write_bytes_atomically(path, text.encode(), overwrite=True)
    except FileNotWritten as error:
        return error.reason
    except OSError:
        return WriteError.NOT_ALLOWED
    if hasattr(os, "sync"):
        os.sync()  # the table of a FAT stick too
    return None


def _disk(root: Path, device: str) -> Path | None:
    """The whole disk of a device in sysfs; None if it has none, such as a file system in RAM."""
    if not device.startswith("/dev/"):
        return None
    node = root / "sys/class/block" / Path(os.path.realpath(device)).name
    if not os.access(node, os.F_OK):  # unlike `exists`, it never raises on any text
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
