from __future__ import annotations

import json
import stat
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.operator.attempts import (
    FIRST_WAIT,
    LONGEST_WAIT,
    TRIES,
    BootClock,
    OperatorLock,
    PinAttempts,
    PinOutcome,
    boot_clock,
)
from desktop.kiosk.operator.pin import PinFile

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

YEAR = 365 * 86400.0


@dataclass
class Computer:
    """Clocks that a test turns, and a way to pull the plug."""

    path: Path
    wall: float = 1.8e9
    up: float = 100.0
    boots: int = 0

    def attempts(self) -> PinAttempts:
        """As a program that was started now sees it."""
        clock = BootClock(f"boot-{self.boots}", lambda: self.up)
        return PinAttempts(self.path, now=lambda: self.wall, clock=clock)

    def run(self, seconds: float) -> None:
        self.wall += seconds
        self.up += seconds

    def reboot(self, off: float = 60.0) -> None:
        self.wall += off
        self.up = 5.0
        self.boots += 1


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path / "state" / "attempts.json")


def use_up(attempts: PinAttempts) -> None:
    for _ in range(TRIES):
        assert attempts.begin_try()


def test_five_tries_then_a_quarter_of_an_hour(computer: Computer) -> None:
    attempts = computer.attempts()
    assert (attempts.left, attempts.wait_seconds()) == (5, 0)
    use_up(attempts)
    assert (attempts.left, attempts.wait_seconds()) == (0, 15 * 60)
    assert not attempts.begin_try()


def test_after_the_wait_there_are_tries_again(computer: Computer) -> None:
    attempts = computer.attempts()
    use_up(attempts)
    computer.run(FIRST_WAIT - 1)
    assert not attempts.begin_try()
    computer.run(1)
    assert (attempts.left, attempts.wait_seconds()) == (5, 0)
    assert attempts.begin_try()
    assert attempts.left == 4


def test_each_wait_is_twice_as_long_up_to_an_hour(computer: Computer) -> None:
    attempts, minutes = computer.attempts(), []
    for _ in range(5):
        use_up(attempts)
        minutes.append(attempts.wait_seconds() / 60)
        computer.run(attempts.wait_seconds())
    assert minutes == [15, 30, 60, 60, 60]


def test_the_right_pin_forgets_the_wrong_ones(computer: Computer) -> None:
    attempts = computer.attempts()
    use_up(attempts)
    attempts.clear()
    assert attempts.left == 5
    use_up(attempts)
    assert attempts.wait_seconds() == FIRST_WAIT


@pytest.mark.parametrize("begun", range(1, TRIES))
def test_a_try_counts_before_the_pin_is_compared(computer: Computer, begun: int) -> None:
    for _ in range(begun):
        assert computer.attempts().begin_try()  # and the plug is pulled each time
        computer.reboot()
    assert computer.attempts().left == TRIES - begun


def test_a_wait_goes_on_after_the_program_starts_again(computer: Computer) -> None:
    use_up(computer.attempts())
    computer.run(60)
    assert computer.attempts().wait_seconds() == FIRST_WAIT - 60
    assert not computer.attempts().begin_try()


def test_a_wait_goes_on_after_a_reboot(computer: Computer) -> None:
    use_up(computer.attempts())
    computer.run(60)
    computer.reboot(off=120)
    attempts = computer.attempts()
    assert attempts.wait_seconds() == FIRST_WAIT - 180
    computer.run(60)
    assert attempts.wait_seconds() == FIRST_WAIT - 240
    assert computer.attempts().wait_seconds() == FIRST_WAIT - 240


@pytest.mark.parametrize("jump", [-30 * YEAR, -3600, 3600, 30 * YEAR])
def test_within_one_boot_the_wall_clock_does_not_count(computer: Computer, jump: float) -> None:
    attempts = computer.attempts()
    use_up(attempts)
    computer.wall += jump
    assert attempts.wait_seconds() == computer.attempts().wait_seconds() == FIRST_WAIT


def test_a_reboot_into_the_past_begins_the_wait_anew_and_no_more(computer: Computer) -> None:
    use_up(computer.attempts())
    computer.reboot(off=-30 * YEAR)
    attempts = computer.attempts()
    assert attempts.wait_seconds() == FIRST_WAIT - computer.up
    computer.run(FIRST_WAIT)
    assert attempts.begin_try()


def test_a_computer_without_a_clock_of_its_own_gets_no_endless_wait(computer: Computer) -> None:
    """Its wall clock starts at the same time at each boot."""
    use_up(computer.attempts())
    for _ in range(3):
        computer.reboot()
        computer.wall = 0.0
        computer.run(FIRST_WAIT - computer.up)
        assert computer.attempts().wait_seconds() == 0


turns = st.lists(
    st.one_of(
        st.tuples(st.just("try"), st.just(0.0)),
        st.tuples(st.just("run"), st.floats(0, 2 * LONGEST_WAIT)),
        st.tuples(st.just("jump"), st.floats(-60 * YEAR, 60 * YEAR)),
        st.tuples(st.just("reboot"), st.floats(-60 * YEAR, 60 * YEAR)),
    ),
    max_size=30,
)


@given(turns)
def test_an_hour_of_running_ends_every_wait(
    tmp_path_factory: pytest.TempPathFactory, happened: list[tuple[str, float]]
) -> None:
    computer = Computer(tmp_path_factory.mktemp("a") / "attempts.json")
    acts: dict[str, Callable[[float], object]] = {
        "try": lambda _: computer.attempts().begin_try(),
        "run": computer.run,
        "jump": lambda by: setattr(computer, "wall", computer.wall + by),
        "reboot": computer.reboot,
    }
    for act, by in happened:
        acts[act](by)
        assert 0 <= computer.attempts().wait_seconds() <= LONGEST_WAIT
    computer.run(LONGEST_WAIT + 1)
    assert computer.attempts().begin_try()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '{"tries": 6}',
        '{"tries": -1}',
        '{"tries": "0"}',
        '{"tries": NaN}',
        '{"more": 1}',
        "\xff",
        "[" * 5000,
        " " * 5000 + "{}",
    ],
)
def test_a_damaged_file_counts_as_used_up(computer: Computer, text: str) -> None:
    computer.path.parent.mkdir()
    computer.path.write_text(text, "latin-1")
    assert computer.attempts().wait_seconds() == FIRST_WAIT
    computer.run(FIRST_WAIT)
    assert computer.attempts().begin_try()


def test_a_start_in_the_future_cannot_hold_up_for_long(computer: Computer) -> None:
    use_up(computer.attempts())
    kept = json.loads(computer.path.read_text())
    computer.path.write_text(json.dumps(kept | {"since_boot": 1e18, "wall": 1e18}))
    attempts = computer.attempts()
    assert attempts.wait_seconds() <= FIRST_WAIT
    computer.run(FIRST_WAIT)
    assert attempts.wait_seconds() == 0


def test_without_a_disk_the_limit_holds_in_memory(computer: Computer) -> None:
    computer.path.parent.write_text("a file where the folder should be")
    attempts = computer.attempts()
    computer.run(attempts.wait_seconds())  # what cannot be read counts as used up
    use_up(attempts)
    assert not attempts.begin_try()
    computer.run(attempts.wait_seconds())
    assert attempts.begin_try()


def test_what_is_cleared_elsewhere_is_seen(computer: Computer) -> None:
    """`luminaria kiosk pin` runs beside the kiosk."""
    attempts = computer.attempts()
    use_up(attempts)
    computer.attempts().clear()
    assert attempts.left == 5


@pytest.mark.skipif(sys.platform == "win32", reason="modes of POSIX")
def test_the_file_is_private_and_says_nothing_of_what_was_typed(computer: Computer) -> None:
    computer.attempts().begin_try()
    assert stat.S_IMODE(computer.path.stat().st_mode) == 0o600
    kept = json.loads(computer.path.read_text())
    assert kept == {"tries": 1, "waits": 0, "boot": "", "since_boot": 0.0, "wall": 0.0}


def test_the_clock_of_this_computer_goes_forward() -> None:
    first, second = boot_clock(), boot_clock()
    assert first.since_boot() <= second.since_boot()
    assert first.boot_id


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux names its boots")
def test_linux_names_its_boots() -> None:
    assert boot_clock().boot_id == boot_clock().boot_id


def test_without_a_home_folder_each_start_is_fresh(tmp_path: Path) -> None:
    (tmp_path / "null").touch()
    computer = Computer(tmp_path / "null" / "attempts.json")
    attempts = computer.attempts()
    assert (attempts.left, attempts.wait_seconds()) == (TRIES, 0)
    use_up(attempts)
    assert attempts.wait_seconds() == FIRST_WAIT


# The lock ---------------------------------------------------------------------------------


@pytest.fixture
def lock(computer: Computer, tmp_path: Path) -> OperatorLock:
    pin = PinFile(tmp_path / "kiosk-pin")
    pin.set("482913")
    return OperatorLock(pin, computer.attempts())


def test_the_right_pin_opens_and_forgets_the_wrong_ones(lock: OperatorLock) -> None:
    assert lock.try_pin("111111") is PinOutcome.WRONG
    assert lock.left == 4
    assert lock.try_pin("482913") is PinOutcome.GRANTED
    assert lock.left == 5


def test_after_five_wrong_ones_the_right_one_waits_too(
    lock: OperatorLock, computer: Computer
) -> None:
    assert [lock.try_pin("111111") for _ in range(5)] == [PinOutcome.WRONG] * 5
    assert lock.try_pin("482913") is PinOutcome.WAIT
    assert lock.wait_seconds() == FIRST_WAIT
    computer.run(FIRST_WAIT)
    assert lock.try_pin("482913") is PinOutcome.GRANTED


def test_the_right_one_at_the_last_try_does_not_wait(lock: OperatorLock) -> None:
    for _ in range(4):
        lock.try_pin("111111")
    assert lock.try_pin("482913") is PinOutcome.GRANTED
    assert lock.wait_seconds() == 0


def test_without_a_pin_nobody_comes_in(tmp_path: Path) -> None:
    lock = OperatorLock(PinFile(tmp_path / "none"), PinAttempts(tmp_path / "attempts.json"))
    assert not lock.is_set
    assert [lock.try_pin("482913") for _ in range(6)] == [PinOutcome.NO_PIN] * 6
    assert not (tmp_path / "attempts.json").exists()
