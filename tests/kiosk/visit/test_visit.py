from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.kiosk.visit.visit import IdleTimeouts, Visit, VisitState, since_boot

TIMES = st.floats(min_value=0, max_value=1e6)


@pytest.mark.parametrize(
    ("unused", "stage"),
    [
        (0, VisitState.IN_USE),
        (89.9, VisitState.IN_USE),
        (90, VisitState.WARNING),
        (109.9, VisitState.WARNING),
        (110, VisitState.OVER),
        (1e9, VisitState.OVER),
    ],
)
def test_a_visit_that_nobody_uses_is_asked_after_and_ends(unused: float, stage: VisitState) -> None:
    visit = Visit(IdleTimeouts(90, 20))
    visit.use(1000)
    assert visit.stage(1000 + unused) is stage


def test_before_anybody_comes_there_is_no_visit() -> None:
    assert Visit(IdleTimeouts()).stage(1e9) is VisitState.NONE


def test_an_ended_visit_is_none() -> None:
    visit = Visit(IdleTimeouts())
    visit.use(0)
    visit.end()
    assert (visit.stage(0), visit.seconds_left(0)) == (VisitState.NONE, 0)


@given(TIMES, st.lists(st.floats(0, 109), max_size=60))
def test_use_extends_a_visit_without_end(start: float, pauses: list[float]) -> None:
    visit, now = Visit(IdleTimeouts(90, 20)), start
    visit.use(now)
    for pause in pauses:
        now += pause
        assert visit.stage(now) in {VisitState.IN_USE, VisitState.WARNING}
        visit.use(now)
        assert visit.stage(now) is VisitState.IN_USE


@given(TIMES, TIMES)
def test_switched_off_a_visit_never_ends(start: float, later: float) -> None:
    visit = Visit(IdleTimeouts(idle=0))
    visit.use(start)
    assert visit.stage(start + later) is VisitState.IN_USE


@given(st.floats(0, 1000))
def test_there_is_time_left_exactly_while_it_is_not_over(unused: float) -> None:
    visit = Visit(IdleTimeouts(90, 20))
    visit.use(0)
    assert (visit.seconds_left(unused) > 0) is (visit.stage(unused) is not VisitState.OVER)


def test_the_last_second_counts_down_from_one() -> None:
    visit = Visit(IdleTimeouts(90, 20))
    visit.use(0)
    assert [visit.seconds_left(at) for at in (90, 90.5, 109, 109.5, 110)] == [20, 20, 1, 1, 0]


def test_the_clock_goes_forward() -> None:
    assert since_boot() <= since_boot()
