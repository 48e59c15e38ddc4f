from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QObject, Signal

from desktop.ui.leaving.cleanup_registry import CleanupRegistry, NotForgotten

if TYPE_CHECKING:
    from collections.abc import Callable


class Part(QObject):
    changed = Signal()


def broken() -> NoReturn:
    raise RuntimeError("my boss took my passport")


def test_all_are_wiped_in_their_order() -> None:
    traces, wiped = CleanupRegistry(), list[str]()
    traces.register({name: partial(wiped.append, name) for name in ("history", "find")})
    traces.register({"answer": partial(wiped.append, "answer")})
    traces.run()
    assert wiped == ["history", "find", "answer"]


def test_one_that_fails_stops_no_other_and_tells_nothing_but_its_name() -> None:
    traces, wiped = CleanupRegistry(), list[str]()
    traces.register({"query": broken, "find": lambda: wiped.append("find"), "clipboard": broken})
    with pytest.raises(NotForgotten, match=r"^not forgotten: query, clipboard$") as raised:
        traces.run()
    assert wiped == ["find"]
    assert isinstance(raised.value.__cause__, RuntimeError)


def test_what_is_left_out_is_not_wiped() -> None:
    traces, wiped = CleanupRegistry(), list[str]()
    traces.register({"find": lambda: wiped.append("find"), "clipboard": broken})
    traces.run(but={"clipboard"})
    assert wiped == ["find"]


def test_wiping_again_wipes_again() -> None:
    traces, wiped = CleanupRegistry(), list[str]()
    traces.register({"find": lambda: wiped.append("find")})
    traces.run()
    traces.run()
    assert wiped == ["find", "find"]


def test_two_cannot_share_a_name() -> None:
    traces = CleanupRegistry()
    traces.register({"find": broken})
    with pytest.raises(ValueError, match="find"):
        traces.register({"find": broken})


@pytest.mark.parametrize("wipers", [{}, {"query": broken}])
def test_a_part_is_silent_while_it_is_wiped_and_not_afterwards(
    wipers: dict[str, Callable[[], object]],
) -> None:
    traces, part, told = CleanupRegistry(), Part(), list[str]()
    part.changed.connect(lambda: told.append("changed"))
    traces.register({"part": part.changed.emit, **wipers}, silent=(part,))
    with suppress(NotForgotten):
        traces.run()
    assert not told
    part.changed.emit()
    assert told == ["changed"]
