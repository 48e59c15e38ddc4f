from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from desktop.desk.instance.instance import Instance, start_again
from desktop.desk.instance.single_instance import StartResult, hand_over_or_listen, make_request

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

TELL = "import os, sys; open(sys.argv[1], 'w').write('\\n'.join(map(str, os.environ.items())))"


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    """Where later starts run, as they wait for an answer."""
    with ThreadPoolExecutor() as pool:
        yield pool


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(tmp_path)}


def start(environ: dict[str, str], query: str = "", *, show: bool = True) -> StartResult:
    return hand_over_or_listen(make_request(query, "es", show=show), pack=None, environ=environ)


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


@pytest.mark.parametrize(("frozen", "libraries"), [(True, "/before"), (False, "/now")])
def test_the_new_process_unpacks_itself(
    frozen: bool, libraries: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "frozen", frozen, raising=False)
    monkeypatch.setenv("LD_LIBRARY_PATH", "/now")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/before")
    file = tmp_path / "told"
    assert start_again([sys.executable, "-c", TELL, str(file)])
    qtbot.waitUntil(lambda: file.exists() and "PYINSTALLER" in file.read_text(), timeout=20000)
    assert f"('LD_LIBRARY_PATH', '{libraries}')" in file.read_text()


def test_a_program_that_is_gone_does_not_start() -> None:
    assert not start_again(["/nowhere/luminaria"])
