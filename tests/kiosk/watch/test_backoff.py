from __future__ import annotations

from itertools import accumulate, pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.watch.backoff import (
    LONGEST_WAIT,
    MOST_FAILURES,
    OPEN_SECONDS,
    WINDOW,
    Backoff,
    ChildMode,
)

LASTED = st.lists(st.floats(0, 2 * WINDOW), max_size=60)  # seconds each child lasted


def failing(lasted: list[float], start: float = 0.0) -> list[tuple[float, ChildMode, Backoff]]:
    """When which screen failed, and the state after it; each wait is kept, and each rest ends."""
    now, state, told = start, Backoff(), []
    for seconds in lasted:
        now += state.wait
        state = state.at(now)
        screen = state.screen
        now += min(seconds, max(state.shell_at - now, 0.0))
        state = state.after_failure(now)
        told.append((now, screen, state))
    return told


def test_waits_grow_and_end_at_five_seconds() -> None:
    static = Backoff(screen=ChildMode.STATIC)
    states = accumulate(range(1, 9), lambda state, now: state.after_failure(now), initial=static)
    assert [state.wait for state in states] == [0, 0, 0.5, 1, 2, 4, 5, 5, 5]


def test_five_failures_put_the_shell_to_rest_at_once() -> None:
    screens = [(screen, state.screen, state.wait) for _, screen, state in failing([1] * 5)]
    shell = ChildMode.SHELL
    waits = [(shell, shell, 0), (shell, shell, 0.5), (shell, shell, 1), (shell, shell, 2)]
    assert screens == [*waits, (shell, ChildMode.STATIC, 0)]


def test_failures_long_ago_are_forgotten() -> None:
    assert {state.screen for _, _, state in failing([WINDOW / 4 + 1] * 50)} == {ChildMode.SHELL}
    assert {state.wait for _, _, state in failing([WINDOW] * 9)} == {0}


def test_after_the_rest_the_shell_is_on_probation() -> None:
    now, _, state = failing([1] * 5)[-1]
    assert state.at(now + OPEN_SECONDS - 0.1).screen is ChildMode.STATIC
    tried = state.at(now + OPEN_SECONDS)
    assert tried.screen is ChildMode.SHELL
    assert tried.after_failure(now + OPEN_SECONDS + 1).screen is ChildMode.STATIC
    assert tried.after_failure(now + OPEN_SECONDS + WINDOW).screen is ChildMode.SHELL


@given(LASTED, st.floats(-1e6, 1e6))
def test_no_wait_is_longer_than_five_seconds(lasted: list[float], start: float) -> None:
    told = failing(lasted, start)
    assert all(0 <= state.wait <= LONGEST_WAIT for _, _, state in told)
    assert [state.restarts for _, _, state in told] == list(range(1, len(lasted) + 1))


@given(LASTED)
def test_the_shell_never_fails_more_than_five_times_in_ten_minutes(lasted: list[float]) -> None:
    shell = [when for when, screen, _ in failing(lasted) if screen is ChildMode.SHELL]
    windows = zip(shell, shell[MOST_FAILURES:], strict=False)
    assert all(last - first >= WINDOW for first, last in windows)


@given(LASTED)
def test_the_shell_always_gets_another_try(lasted: list[float]) -> None:
    for when, _, state in failing(lasted):
        assert state.at(when + OPEN_SECONDS).screen is ChildMode.SHELL


@given(LASTED)
def test_what_is_remembered_is_little_and_in_order(lasted: list[float]) -> None:
    for _, _, state in failing(lasted):
        assert len(state.failures) <= MOST_FAILURES + 1
        assert all(before <= after for before, after in pairwise(state.failures))
