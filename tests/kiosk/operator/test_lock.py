from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.operator.attempts import FIRST_WAIT, Attempts, BootClock
from desktop.kiosk.operator.lock import OperatorLock, PinOutcome
from desktop.kiosk.operator.pin import PinFile

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def seconds() -> list[float]:
    """Since the boot; a test adds to them."""
    return [100.0]


@pytest.fixture
def lock(tmp_path: Path, seconds: list[float]) -> OperatorLock:
    clock = BootClock("boot", lambda: sum(seconds))
    attempts = Attempts(tmp_path / "attempts.json", now=lambda: sum(seconds), clock=clock)
    PinFile(tmp_path / "kiosk-pin").set("482913")
    return OperatorLock(PinFile(tmp_path / "kiosk-pin"), attempts)


def test_the_right_pin_opens_and_forgets_the_wrong_ones(lock: OperatorLock) -> None:
    assert lock.try_pin("111111") is PinOutcome.WRONG
    assert lock.left == 4
    assert lock.try_pin("482913") is PinOutcome.GRANTED
    assert lock.left == 5


def test_after_five_wrong_ones_the_right_one_waits_too(
    lock: OperatorLock, seconds: list[float]
) -> None:
    assert [lock.try_pin("111111") for _ in range(5)] == [PinOutcome.WRONG] * 5
    assert lock.try_pin("482913") is PinOutcome.WAIT
    assert lock.wait_seconds() == FIRST_WAIT
    seconds.append(FIRST_WAIT)
    assert lock.try_pin("482913") is PinOutcome.GRANTED


def test_the_right_one_at_the_last_try_does_not_wait(lock: OperatorLock) -> None:
    for _ in range(4):
        lock.try_pin("111111")
    assert lock.try_pin("482913") is PinOutcome.GRANTED
    assert lock.wait_seconds() == 0


def test_without_a_pin_nobody_comes_in(tmp_path: Path) -> None:
    lock = OperatorLock(PinFile(tmp_path / "none"), Attempts(tmp_path / "attempts.json"))
    assert not lock.is_set
    assert [lock.try_pin("482913") for _ in range(6)] == [PinOutcome.NO_PIN] * 6
    assert not (tmp_path / "attempts.json").exists()
