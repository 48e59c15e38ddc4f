from __future__ import annotations

from functools import partial
from typing import NoReturn

import pytest

from desktop.ui.leaving.traces import Traces


def broken() -> NoReturn:
    raise RuntimeError("my boss took my passport")


def test_all_are_wiped_in_their_order() -> None:
    traces, wiped = Traces(), list[str]()
    for name in ("history", "find"):
        traces.register(name, partial(wiped.append, name))
    assert traces.wipe() == ()
    assert wiped == ["history", "find"]


def test_one_that_fails_stops_no_other_and_tells_nothing_but_its_name() -> None:
    traces, wiped = Traces(), list[str]()
    traces.register("query", broken)
    traces.register("find", lambda: wiped.append("find"))
    traces.register("clipboard", broken)
    assert traces.wipe() == ("query", "clipboard")
    assert wiped == ["find"]


def test_wiping_again_wipes_again() -> None:
    traces, wiped = Traces(), list[str]()
    traces.register("find", lambda: wiped.append("find"))
    traces.wipe()
    traces.wipe()
    assert wiped == ["find", "find"]


def test_two_cannot_share_a_name() -> None:
    traces = Traces()
    traces.register("find", broken)
    with pytest.raises(ValueError, match="find"):
        traces.register("find", broken)
