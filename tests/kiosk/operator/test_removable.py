from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.operator.removable import (
    Stick,
    Volume,
    choose_sticks,
    find_sticks,
    mounted_volumes,
    save_on,
)
from tests import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sysfs is Linux's")

# A process that mounts a file system in RAM, of a device that is named, and tells what it finds.
MOUNTING = """
mount -t tmpfs -o size=1m,$1 /dev/sdb1 "$2" || exit 77
exec "$3" -c "
import sys
from pathlib import Path
from desktop.kiosk.operator.removable import choose_sticks, mounted_volumes
for stick in choose_sticks(mounted_volumes(), Path(sys.argv[1])): print(stick.folder)
" "$4"
"""


class Machine:
    """A computer's `sys`, with the disks and mounts that a test gives it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.volumes: list[Volume] = []
        (root / "sys/class/block").mkdir(parents=True)
        self.mount("/dev/sda2", "/")
        self.plug("sda", "pci0/ata1", partitions=2)

    def plug(self, disk: str, bus: str, *, partitions: int = 1, removable: str = "0") -> None:
        home = self.root / "sys/devices" / bus / "block" / disk
        home.mkdir(parents=True)
        (home / "removable").write_text(f"{removable}\n")
        (self.root / "sys/class/block" / disk).symlink_to(home)
        for number in range(1, partitions + 1):
            (home / f"{disk}{number}").mkdir()
            (home / f"{disk}{number}/partition").touch()
            (self.root / f"sys/class/block/{disk}{number}").symlink_to(home / f"{disk}{number}")

    def mount(self, device: str, folder: str, *, read_only: bool = False) -> None:
        self.volumes.append(Volume(device, folder, read_only))

    def sticks(self) -> tuple[Stick, ...]:
        return choose_sticks(self.volumes, self.root)

    def folder(self, name: str) -> Path:
        path = self.root / "media" / name
        path.mkdir(parents=True)
        return path


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_a_stick_is_found(machine: Machine) -> None:
    machine.plug("sdb", "pci0/usb1/1-2")
    machine.mount("/dev/sdb1", str(machine.folder("KEYS")))
    assert machine.sticks() == (Stick(machine.root / "media/KEYS", "KEYS"),)


def test_a_stick_without_partitions_is_found(machine: Machine) -> None:
    machine.plug("sdb", "pci0/usb1/1-2", partitions=0)
    machine.mount("/dev/sdb", str(machine.folder("KEYS")))
    assert len(machine.sticks()) == 1


def test_a_card_reader_says_that_it_is_removable(machine: Machine) -> None:
    machine.plug("sdb", "pci0/card", removable="1")
    machine.mount("/dev/sdb1", str(machine.folder("CARD")))
    assert [stick.name for stick in machine.sticks()] == ["CARD"]


def test_sticks_stand_in_order_and_once(machine: Machine) -> None:
    for disk, name in (("sdb", "b"), ("sdc", "A")):
        machine.plug(disk, f"usb1/{disk}")
        machine.mount(f"/dev/{disk}1", str(machine.folder(name)))
        machine.mount(f"/dev/{disk}1", str(machine.root / "media" / name))
    assert [stick.name for stick in machine.sticks()] == ["A", "b"]


@pytest.mark.parametrize(
    ("bus", "device", "read_only"),
    [
        ("usb1", "/dev/sdb1", True),
        ("usb1", "tmpfs", False),
        ("usb1", "sdb1", False),
        ("usb1", "/dev/none", False),
        ("pci0/ata2", "/dev/sdb1", False),
    ],
)
def test_what_is_no_stick_or_locked_is_left_out(
    machine: Machine, bus: str, device: str, read_only: bool
) -> None:
    machine.plug("sdb", bus)
    machine.mount(device, str(machine.folder("KEYS")), read_only=read_only)
    assert machine.sticks() == ()


@pytest.mark.parametrize("read_only", [False, True])
def test_the_stick_that_the_system_runs_from_is_left_out(machine: Machine, read_only: bool) -> None:
    machine.plug("sdb", "usb1", partitions=2)
    machine.mount("/dev/sdb1", "/boot", read_only=read_only)
    machine.mount("/dev/sdb2", str(machine.folder("rest")))
    assert machine.sticks() == ()


def test_a_stick_that_was_pulled_is_left_out(machine: Machine) -> None:
    machine.plug("sdb", "usb1")
    machine.mount("/dev/sdb1", str(machine.root / "media/gone"))
    assert machine.sticks() == ()


@pytest.mark.parametrize(("option", "found"), [("rw", True), ("ro", False)])
def test_what_is_mounted_is_asked_of_the_system(machine: Machine, option: str, found: bool) -> None:
    machine.plug("sdb", "usb1")
    folder = machine.folder("MY ÑANDÚ")
    words = [MOUNTING, "sh", option, str(folder), sys.executable, str(machine.root)]
    command = ["unshare", "--map-root-user", "--mount", "sh", "-c", *words]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    if done.returncode == 77 or done.stderr.startswith("unshare:"):
        pytest.skip("nothing may be mounted here")
    assert done.stdout.splitlines() == ([str(folder)] if found else [])


def test_without_such_a_system_there_are_none(tmp_path: Path) -> None:
    assert choose_sticks([Volume("/dev/sdb1", str(tmp_path), read_only=False)], tmp_path) == ()


def test_this_computer_can_be_asked() -> None:
    assert "/" in {volume.folder for volume in mounted_volumes()}
    assert isinstance(find_sticks(), tuple)


def test_a_file_is_saved_and_replaced(tmp_path: Path) -> None:
    for text in ("one", "two"):
        assert save_on(tmp_path, "a.csv", text) is None
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("a.csv", "two")]


def test_a_link_on_the_stick_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    (tmp_path / "own").write_text("own")
    (tmp_path / "stick/a.csv").symlink_to(tmp_path / "own")
    save_on(tmp_path / "stick", "a.csv", "text")
    assert (tmp_path / "own").read_text() == "own"
    assert (tmp_path / "stick/a.csv").read_text() == "text"


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    assert save_on(tmp_path / "gone", "a.csv", "text") is not None


def test_a_device_of_any_name_is_passed_over(machine: Machine) -> None:
    machine.mount(f"/dev/{'fuse' * 100}", str(machine.folder("FUSE")))
    assert machine.sticks() == ()
