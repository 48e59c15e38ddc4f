from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.operator.pin import PinError, PinFile, WeakPin, refuse_weak

if TYPE_CHECKING:
    from pathlib import Path

posix = pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
SOUND = "$argon2id$v=19$m=65536,t=3,p=4$" + "a" * 22 + "$" + "b" * 43


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "luminaria" / "kiosk-pin"


def write(path: Path, text: str | bytes, mode: int = 0o600) -> PinFile:
    path.parent.mkdir()
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    path.chmod(mode)
    return PinFile(path)


def test_there_is_no_pin_until_one_is_set(path: Path) -> None:
    assert PinFile(path).error is PinError.MISSING
    assert not PinFile(path).is_set
    assert not PinFile(path).matches("")


def test_only_the_pin_that_was_set_matches(path: Path) -> None:
    PinFile(path).set("482913")
    assert PinFile(path).is_set
    assert PinFile(path).matches("482913")
    assert not PinFile(path).matches("482914")
    assert not PinFile(path).matches("4829130")


def test_a_new_pin_takes_the_place_of_the_old(path: Path) -> None:
    PinFile(path).set("482913")
    PinFile(path).set("902174")
    assert PinFile(path).matches("902174")
    assert not PinFile(path).matches("482913")
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@posix
def test_nobody_else_can_read_it(path: Path) -> None:
    before = os.umask(0)
    PinFile(path).set("482913")
    os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_file_holds_a_hash_with_the_stated_cost(path: Path) -> None:
    PinFile(path).set("482913")
    text = path.read_text()
    assert text.startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert text.count("\n") == 1
    assert "482913" not in text


def test_two_hashes_of_one_pin_differ(path: Path) -> None:
    PinFile(path).set("482913")
    before = path.read_text()
    PinFile(path).set("482913")
    assert path.read_text() != before


@pytest.mark.parametrize(
    "pin",
    ["", "12345", "48291", "4829137506182", "48291a", "48 2913", "482913\n", "-48291", "٤٨٢٩١٣"],
)
def test_a_pin_is_6_to_12_digits(pin: str, path: Path) -> None:
    with pytest.raises(WeakPin, match="6 to 12 digits"):
        PinFile(path).set(pin)
    assert not path.exists()


@pytest.mark.parametrize("pin", ["000000", "77777777", "123456", "987654", "890123", "210987"])
def test_what_a_stranger_tries_first_is_refused(pin: str, path: Path) -> None:
    PinFile(path).set("482913")
    with pytest.raises(WeakPin, match="easily guessed"):
        PinFile(path).set(pin)
    assert PinFile(path).matches("482913")


@pytest.mark.parametrize("pin", ["482913", "112233", "123457", "482913750618"])
def test_other_pins_pass(pin: str) -> None:
    refuse_weak(pin)


@posix
@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o606, 0o644])
def test_a_file_that_others_can_read_is_not_used(path: Path, mode: int) -> None:
    PinFile(path).set("482913")
    path.chmod(mode)
    assert PinFile(path).error is PinError.EXPOSED
    assert not PinFile(path).matches("482913")


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives away")
def test_a_file_of_somebody_else_is_not_used(path: Path) -> None:
    PinFile(path).set("482913")
    os.chown(path, 65534, 65534)
    assert PinFile(path).error is PinError.EXPOSED


@pytest.mark.parametrize(
    "text",
    [
        "",
        "482913\n",
        SOUND[:-1],
        SOUND + "b",
        SOUND + "\n\n",
        SOUND.replace("m=65536", "m=4294967295"),
        SOUND.replace("argon2id", "argon2d"),
        b"\xff\xfe\0",
        "x" * 100_000,
    ],
)
def test_a_damaged_file_lets_nobody_in(path: Path, text: str | bytes) -> None:
    file = write(path, text)
    assert file.error is PinError.DAMAGED
    assert not file.matches("482913")


def test_a_hash_of_something_else_is_no_error(path: Path) -> None:
    assert not write(path, SOUND).matches("482913")


def test_a_folder_of_that_name_lets_nobody_in(path: Path) -> None:
    path.mkdir(parents=True)
    assert PinFile(path).error is PinError.DAMAGED


@posix
def test_a_pipe_of_that_name_makes_nobody_wait(path: Path) -> None:
    path.parent.mkdir()
    os.mkfifo(path, 0o600)
    assert PinFile(path).error is PinError.DAMAGED


def test_a_pin_that_cannot_be_kept_is_told(path: Path) -> None:
    path.parent.write_text("a file where the folder should be")
    with pytest.raises(OSError, match=r"exists|directory"):
        PinFile(path).set("482913")
    path.parent.unlink()
    path.mkdir(parents=True)
    with pytest.raises(IsADirectoryError):
        PinFile(path).set("482913")


def test_it_needs_no_qt_and_nothing_the_executable_lacks(path: Path) -> None:
    program = (
        "import sys; from pathlib import Path; sys.modules['_hashlib'] = sys.modules['ssl'] = None;"
        "from desktop.kiosk.operator.pin import PinFile;"
        "import desktop.kiosk.operator.attempts;"
        "file = PinFile(Path(sys.argv[1])); file.set('482913');"
        "sys.exit('PySide6' in sys.modules or not file.matches('482913'))"
    )
    subprocess.run([sys.executable, "-c", program, path], check=True, timeout=60)
