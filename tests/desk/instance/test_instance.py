from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from desktop.desk.instance.hand_over import StartResult, begin, make_request
from desktop.desk.instance.instance import Instance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Where later starts run, as they wait for an answer."""
    with ThreadPoolExecutor() as pool:
        yield pool


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(tmp_path)}


def start(environ: dict[str, str], query: str = "", *, show: bool = True) -> StartResult:
    return begin(make_request(query, "es", show=show), pack=None, environ=environ)


@pytest.fixture
def instance(environ: dict[str, str], qtbot: QtBot) -> Iterator[Instance]:
    listener = start(environ).listener
    assert listener
    instance = Instance(listener)
    yield instance
    instance.release()


def test_a_second_start_is_heard(
    instance: Instance, environ: dict[str, str], pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(instance.openRequested) as heard:
        second = pool.submit(start, environ, "señales")
    assert heard.args == ["señales", "es"]
    assert second.result().handed_over


def test_many_starts_are_all_heard(
    instance: Instance, environ: dict[str, str], pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    heard: list[str] = []
    instance.openRequested.connect(lambda query, _lang: heard.append(query))
    queries = [f"query {number}" for number in range(10)]
    starts = [pool.submit(start, environ, query) for query in queries]
    qtbot.waitUntil(lambda: sorted(heard) == queries)
    assert all(one.result().handed_over for one in starts)


def test_a_start_in_the_background_is_answered_without_a_word(
    instance: Instance, environ: dict[str, str], pool: ThreadPoolExecutor, qtbot: QtBot
) -> None:
    heard: list[str] = []
    instance.openRequested.connect(lambda query, _lang: heard.append(query))
    second = pool.submit(start, environ, show=False)
    qtbot.waitUntil(second.done)
    assert second.result().handed_over
    assert not heard


def test_with_the_event_loop_the_window_counts_as_ready(
    environ: dict[str, str], tmp_path: Path, qtbot: QtBot
) -> None:
    instance = Instance(start(environ).listener)
    (lock,) = tmp_path.rglob("*.lock")
    assert lock.stat().st_size == 1
    qtbot.waitUntil(lambda: lock.stat().st_size == 0)
    instance.release()


def test_after_the_release_the_next_start_is_first(
    instance: Instance, environ: dict[str, str]
) -> None:
    instance.release()
    listener = start(environ).listener
    assert listener
    listener.close()
