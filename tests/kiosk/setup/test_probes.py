from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.setup.probes import free_bytes, read_text, this_computer
from tests.kiosk.made_computers import made_computer, processes

if TYPE_CHECKING:
    from pathlib import Path


def test_texts_of_what_matches(tmp_path: Path) -> None:
    computer = made_computer(tmp_path, {"etc/a.d/1.conf": "one", "etc/a.d/2.conf": "two"})
    assert computer.texts("etc/a.d/*.conf", "etc/none") == ["one", "two"]


def test_has_what_matches(tmp_path: Path) -> None:
    computer = made_computer(tmp_path, {"sys/class/rtc/rtc0": ""})
    assert computer.has("none", "sys/class/rtc/rtc*")
    assert not computer.has("sys/class/net/*")


def test_running_programs_are_known_by_their_first_letters(tmp_path: Path) -> None:
    computer = made_computer(tmp_path, processes("mate-settings-daemon", "openbox"))
    assert computer.running(frozenset({"mate-settings-daemon", "dunst"})) == [
        "mate-settings-daemon"
    ]


def test_what_is_no_readable_file_has_no_text(tmp_path: Path) -> None:
    assert read_text(tmp_path) is None
    assert read_text(tmp_path / "none") is None


def test_the_text_of_a_file_is_never_an_error(tmp_path: Path) -> None:
    (tmp_path / "f").write_bytes(b"caf\xe9")
    assert read_text(tmp_path / "f") == "caf\N{REPLACEMENT CHARACTER}"


def test_free_space_of_a_folder_that_is_not_there_yet(tmp_path: Path) -> None:
    assert free_bytes(tmp_path / "none" / "deeper")
    (tmp_path / "file").touch()
    assert free_bytes(tmp_path / "file" / "below")


def test_programs_are_run_without_a_shell() -> None:
    run = this_computer().run
    assert run([sys.executable, "-c", "import sys; print(sys.argv[1:])", "$HOME; a"]) == (
        "['$HOME; a']\n"
    )


@pytest.mark.parametrize("words", [["no-such-program"], [sys.executable, "-c", "exit(1)"]])
def test_a_program_that_fails_says_nothing(words: list[str]) -> None:
    assert this_computer().run(words) is None


def test_this_computer_can_be_looked_at() -> None:
    computer = this_computer()
    assert computer.account.number is not None
    assert not computer.unpacks
    assert computer.temporary_runs is not None


@pytest.mark.parametrize(
    ("executable", "bundle", "unpacks"),
    [
        ("/media/stick/luminaria", "/tmp/_MEI123", True),  # noqa: S108
        ("/opt/luminaria/luminaria", "/opt/luminaria/_internal", False),
    ],
)
def test_which_build_unpacks_itself(
    executable: str, bundle: str, unpacks: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", bundle, raising=False)
    monkeypatch.setattr(sys, "executable", executable)
    assert this_computer().unpacks is unpacks
