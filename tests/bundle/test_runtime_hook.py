from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bundle import runtime_hook
from bundle.runtime_hook import MARKER, is_leftover, remove_leftovers

HOOK = Path(runtime_hook.__file__)
# As the bootloader does it: in `__main__`, with the folder of the bundle in `sys`.
RUN = """
import os, sys
sys._MEIPASS, before = {bundle!r}, set(sys.modules)
exec(compile(open({hook!r}).read(), "runtime_hook", "exec"))
print(*sorted(set(sys.modules) - before))
{then}
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="for Linux only")


def run(bundle: Path, then: str = "", **environ: str) -> list[str]:
    """Lines that a fresh process prints: the modules that the hook loads, then those of `then`."""
    program = RUN.format(bundle=str(bundle), hook=str(HOOK), then=then)
    command = [sys.executable, "-I", "-S", "-c", program]
    done = subprocess.run(
        command, env=environ, capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout.splitlines()


@pytest.fixture(scope="module")
def ended() -> int:
    """The id of a process that has ended."""
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def unpacked(folder: Path, pid: int, suffix: str = "abcdef") -> Path:
    """A marked bundle, as a run by process `pid` unpacks it."""
    bundle = folder / f"_MEI{pid:08x}{suffix}"
    (bundle / "data").mkdir(parents=True)
    (bundle / "data" / "pack.json").write_text("{}", "utf-8")
    (bundle / MARKER).write_text("Luminaria", "utf-8")
    return bundle


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """The bundle of this run."""
    return unpacked(tmp_path, os.getpid())


# Leftovers ------------------------------------------------------------------------------------


def test_the_bundle_of_a_killed_run_is_removed(bundle: Path, ended: int) -> None:
    left = unpacked(bundle.parent, ended)
    remove_leftovers(str(bundle))
    assert not left.exists()
    assert bundle.exists()


def test_the_bundle_of_a_run_that_lasts_stays(bundle: Path) -> None:
    other = unpacked(bundle.parent, os.getppid())
    remove_leftovers(str(bundle))
    assert (other / "data" / "pack.json").exists()


def test_the_bundle_of_another_program_stays(bundle: Path, ended: int) -> None:
    other = unpacked(bundle.parent, ended)
    (other / MARKER).unlink()
    remove_leftovers(str(bundle))
    assert other.exists()


def test_the_bundle_of_this_run_stays_whatever_its_number(tmp_path: Path, ended: int) -> None:
    bundle = unpacked(tmp_path, ended)
    remove_leftovers(str(bundle))
    assert bundle.exists()


def test_a_link_is_not_followed(bundle: Path, ended: int, tmp_path: Path) -> None:
    target = unpacked(tmp_path / "elsewhere", ended)
    link = bundle.parent / f"_MEI{ended:08x}ghijkl"
    link.symlink_to(target)
    assert not any(is_leftover(entry) for entry in os.scandir(bundle.parent))
    remove_leftovers(str(bundle))
    assert link.is_symlink()
    assert (target / MARKER).exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give folders away")
def test_the_bundle_of_another_user_stays(bundle: Path, ended: int) -> None:
    other = unpacked(bundle.parent, ended)
    os.chown(other, 65534, 65534)
    remove_leftovers(str(bundle))
    assert other.exists()


@pytest.mark.parametrize("name", ["_MEI", "_MEInonsense", "mine"])
def test_a_folder_with_another_name_stays(bundle: Path, name: str) -> None:
    folder = bundle.parent / name
    folder.mkdir()
    (folder / MARKER).touch()
    remove_leftovers(str(bundle))
    assert folder.exists()


# The whole hook -------------------------------------------------------------------------------


def test_the_hook_loads_no_module(bundle: Path) -> None:
    assert run(bundle) == ["xml.sax.saxutils"]  # its own replacement


def test_the_hook_removes_leftovers(bundle: Path, ended: int) -> None:
    left = unpacked(bundle.parent, ended)
    run(bundle)
    assert not left.exists()


def test_a_folder_build_looks_at_no_other_folder(tmp_path: Path, ended: int) -> None:
    left = unpacked(tmp_path, ended)
    (tmp_path / "_internal").mkdir()
    run(tmp_path / "_internal")
    assert left.exists()


def test_a_folder_of_bundles_that_cannot_be_read_stops_nothing(tmp_path: Path) -> None:
    assert run(tmp_path / "none" / "_MEI00000001abcdef", 'print("on")')[-1] == "on"


@pytest.mark.parametrize(
    ("platform", "kept"),
    [
        *(("xcb", "xcb"), ("offscreen", "offscreen"), ("xcb:tabletcursor", "xcb:tabletcursor")),
        *(("wayland", "None"), ("wayland;xcb", "None"), ("", "None")),
    ],
)
def test_a_platform_that_is_not_in_the_bundle_is_forgotten(
    bundle: Path, platform: str, kept: str
) -> None:
    then = 'print(os.environ.get("QT_QPA_PLATFORM"))'
    assert run(bundle, then, QT_QPA_PLATFORM=platform)[-1] == kept


def test_plugins_of_the_desktop_are_not_loaded(bundle: Path) -> None:
    then = 'print(os.environ.get("QT_PLUGIN_PATH"))'
    assert run(bundle, then, QT_PLUGIN_PATH="/usr/lib/qt6/plugins")[-1] == "None"


def test_importing_the_functions_of_xml_works_and_calling_them_does_not(bundle: Path) -> None:
    then = """
from xml.sax.saxutils import escape, quoteattr
try:
    escape("<")
except NotImplementedError as error:
    print(error)
"""
    assert run(bundle, then)[-1] == "xml is not in the bundle"
