from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.desk.instance import single_instance
from desktop.desk.instance.single_instance import (
    InstanceListener,
    OpenRequest,
    StartResult,
    decode_request,
    encode_request,
    make_request,
)
from tests import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
STARTS = 20
Begin = Callable[..., StartResult]

# A start, and what became of it. The first answers until it is told to end.
PROGRAM = """
import os, select, sys
from desktop.desk.instance.single_instance import hand_over_or_listen, make_request
request = make_request(sys.argv[1], "es", show=True)
start = hand_over_or_listen(request, pack=None, environ=os.environ)
listener = start.listener
print("handed over" if start.handed_over else "first" if listener else "alone", flush=True)
if listener:
    listener.mark_ready()
    while sys.stdin not in (ready := select.select([listener, sys.stdin], [], [])[0]):
        if request := listener.take():
            print(request.query, flush=True)
assert "PySide6" not in sys.modules
"""
FAMILIES = """
import sys
seen = set()
sys.addaudithook(lambda name, args: seen.add(args[1]) if name == "socket.__new__" else None)
import os, socket
from desktop.desk.instance import single_instance
from desktop.desk.instance.single_instance import hand_over_or_listen, make_request
single_instance.START_SECONDS = 0.1
request = make_request("", "", show=False)
first, second = (hand_over_or_listen(request, pack=None, environ=os.environ) for _ in range(2))
assert first.listener and not second.handed_over
assert seen == {socket.AF_UNIX}, seen
"""


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":7"}


@pytest.fixture
def begin(environ: dict[str, str]) -> Iterator[Begin]:
    """Starts in one runtime folder."""
    made: list[StartResult] = []

    def start(query: str = "", *, pack: Path | None = None, **more: str) -> StartResult:
        request = make_request(query, "es", show=True)
        made.append(single_instance.hand_over_or_listen(request, pack=pack, environ=environ | more))
        return made[-1]

    yield start
    for listener in (start.listener for start in made):
        if listener:
            listener.close()


@pytest.fixture
def first(begin: Begin) -> InstanceListener:
    """The first start, its window open."""
    listener = begin().listener
    assert listener
    listener.mark_ready()
    return listener


@pytest.fixture
def run(environ: dict[str, str]) -> Iterator[Callable[[str], subprocess.Popen[str]]]:
    """Starts in processes of their own."""
    processes: list[subprocess.Popen[str]] = []

    def start(query: str) -> subprocess.Popen[str]:
        command = [sys.executable, "-c", PROGRAM, query]
        plain = {**os.environ, **environ}
        pipe = subprocess.PIPE
        process = subprocess.Popen(
            command, env=plain, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe, text=True
        )
        processes.append(process)
        return process

    yield start
    for process in processes:
        process.kill()
        process.communicate()


def line(process: subprocess.Popen[str]) -> str:
    return process.stdout.readline().strip()


def take(listener: InstanceListener) -> OpenRequest:
    """Wait for a request as the event loop does."""
    deadline = time.monotonic() + 20
    while not (request := listener.take()):
        assert time.monotonic() < deadline
    return request


@given(st.text(), st.text(max_size=50), st.booleans())
def test_any_words_survive_the_way(query: str, lang: str, show: bool) -> None:
    request = make_request(query, lang, show=show)
    assert decode_request(encode_request(request)) == request
    assert query.startswith(request.query)


@pytest.mark.parametrize("worst", ["\0", "\U0001f3ee", "\\", "\x1b", "ñ"])
def test_the_longest_query_fits(worst: str) -> None:
    request = make_request(worst * 9999, worst * single_instance.LONGEST_LANG, show=True)
    assert len(encode_request(request)) <= single_instance.LONGEST_MESSAGE
    assert decode_request(encode_request(request)) == request


def test_bytes_that_are_no_text_are_replaced() -> None:
    query = os.fsdecode(b"se\xf1ales")
    assert make_request(query, query, show=True) == OpenRequest(1, "se?ales", "se?ales", show=True)


@given(st.binary())
def test_any_bytes_may_arrive(line: bytes) -> None:
    decode_request(line)
    assert decode_request(line + b"\n") is None or line.startswith(b"{")


GOOD = b'{"version":1,"query":"a","lang":"es","show":true}\n'


@pytest.mark.parametrize(
    "line",
    [
        b"",
        GOOD[:-1],
        GOOD.replace(b"1", b"2"),
        GOOD.replace(b'"version":1,', b""),
        GOOD.replace(b'"a"', b"3"),
        GOOD.replace(b'"a"', b"null"),
        GOOD.replace(b"true", b'"yes"'),
        GOOD.replace(b"a", b"a" * 501),
        GOOD.replace(b"a", b"\xff"),
        GOOD.replace(b"{", b" " * 4096 + b"{"),
        b"[" * 4000 + b"\n",
    ],
)
def test_anything_else_is_refused(line: bytes) -> None:
    assert decode_request(GOOD) == OpenRequest(1, "a", "es", show=True)
    assert decode_request(line) is None


def test_the_first_start_listens(begin: Begin) -> None:
    start = begin()
    assert start.listener
    assert not start.handed_over
    assert start.listener.take() is None


def test_the_second_hands_over(first: InstanceListener, begin: Begin) -> None:
    with ThreadPoolExecutor() as pool:
        second = pool.submit(begin, "my pay")
        assert take(first) == OpenRequest(1, "my pay", "es", show=True)
        assert second.result() == StartResult(handed_over=True)


def test_the_second_waits_while_the_first_is_starting(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "HUNG_SECONDS", 0.05)
    listener = begin().listener
    assert listener
    with ThreadPoolExecutor() as pool:
        second = pool.submit(begin, "pay")
        with pytest.raises(TimeoutError):
            second.result(timeout=0.5)
        assert take(listener).query == "pay"
        assert second.result().handed_over


def test_a_start_that_takes_too_long_is_not_waited_for(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "START_SECONDS", 0.1)
    assert begin().listener
    assert begin() == StartResult()


def test_a_window_that_hangs_gets_another_beside_it(
    first: InstanceListener, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "HUNG_SECONDS", 0.1)
    assert begin("pay") == StartResult()
    assert first.take() is None  # that window has the query already


def test_a_queue_that_is_full_is_no_error(
    first: InstanceListener, begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "HUNG_SECONDS", 0.1)
    first._socket.listen(0)
    assert [begin() for _ in range(3)] == [StartResult()] * 3


def test_after_the_first_has_closed_the_next_is_first(
    first: InstanceListener, begin: Begin
) -> None:
    first.close()
    first.close()
    assert begin().listener


def test_who_waits_takes_over_when_the_first_ends(begin: Begin) -> None:
    listener = begin().listener
    assert listener
    with ThreadPoolExecutor() as pool:
        second = pool.submit(begin)
        with pytest.raises(TimeoutError):
            second.result(timeout=0.1)
        listener.close()
        assert second.result().listener


@pytest.mark.parametrize("more", [{"DISPLAY": ":8"}, {"WAYLAND_DISPLAY": "wayland-1"}])
def test_another_screen_has_its_own_window(
    more: dict[str, str], first: InstanceListener, begin: Begin
) -> None:
    assert begin(**more).listener


def test_another_pack_has_its_own_window(
    first: InstanceListener, begin: Begin, tmp_path: Path
) -> None:
    assert begin(pack=tmp_path / "a.json").listener
    assert begin(pack=tmp_path / "b.json").listener


def test_a_pack_has_one_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, environ: dict[str, str]
) -> None:
    (tmp_path / "link").symlink_to(tmp_path)
    monkeypatch.chdir(tmp_path)
    ways = (tmp_path / "a.json", Path("a.json"), tmp_path / "link" / "a.json")
    assert len({single_instance.instance_name(way, environ) for way in ways}) == 1


def test_a_query_is_never_on_the_disk(
    first: InstanceListener, begin: Begin, tmp_path: Path
) -> None:
    with ThreadPoolExecutor() as pool:
        pool.submit(begin, "marker-4711", pack=None)
        take(first)
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert files
    assert not [path for path in files if b"marker-4711" in path.read_bytes()]


def test_only_this_user_may_look(first: InstanceListener, tmp_path: Path) -> None:
    (folder,) = tmp_path.iterdir()
    assert folder.stat().st_mode & 0o077 == 0
    assert all(p.stat().st_mode & 0o077 == 0 for p in folder.glob("*.lock"))


@pytest.mark.parametrize("line", [b"", b"GET / HTTP/1.1\n", b"\n", GOOD.replace(b"1", b"9")])
def test_noise_is_dropped(line: bytes, first: InstanceListener, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as noise:
        noise.connect(str(next(tmp_path.rglob("*.sock"))))
        noise.sendall(line)
        noise.shutdown(socket.SHUT_WR)
        assert first.take() is None
        assert noise.recv(1) == b""


def test_who_says_nothing_does_not_hold_up_the_window(
    first: InstanceListener, tmp_path: Path
) -> None:
    with socket.socket(socket.AF_UNIX) as mute:
        mute.connect(str(next(tmp_path.rglob("*.sock"))))
        assert first.take() is None


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
def test_another_user_is_refused(first: InstanceListener, tmp_path: Path) -> None:
    os.seteuid(NOBODY)
    try:
        stranger, other = socket.socketpair()
    finally:
        os.seteuid(0)
    with stranger, other:
        assert not single_instance.is_same_user(stranger)


def test_this_user_is_accepted() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert single_instance.is_same_user(one)


def test_without_a_private_folder_each_start_is_alone(
    begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "open_private_folder", lambda _environ: None)
    assert begin() == StartResult()


def test_without_room_on_the_disk_each_start_is_alone(begin: Begin, tmp_path: Path) -> None:
    name = single_instance.instance_name(None, {"DISPLAY": ":7"})
    (tmp_path / "luminaria").mkdir(mode=0o700)
    (tmp_path / "luminaria" / f"{name}.lock").mkdir()  # opening it to write fails, as there
    before = len(os.listdir("/proc/self/fd"))  # noqa: PTH208
    assert begin() == StartResult()
    assert len(os.listdir("/proc/self/fd")) == before  # noqa: PTH208


def test_of_many_starts_at_once_one_is_first(run: Callable[[str], subprocess.Popen[str]]) -> None:
    starts = {f"query {number}": run(f"query {number}") for number in range(STARTS)}
    became = {query: line(process) for query, process in starts.items()}
    (winner,) = [query for query, fate in became.items() if fate == "first"]
    assert set(became.values()) == {"first", "handed over"}
    told = {line(starts[winner]) for _ in range(STARTS - 1)}
    assert told == set(starts) - {winner}


def test_a_killed_first_blocks_nobody(run: Callable[[str], subprocess.Popen[str]]) -> None:
    for _ in range(3):
        process = run("pay")
        assert line(process) == "first"
        process.kill()
        process.wait()


def test_a_stopped_first_does_not_hold_up_the_next(
    run: Callable[[str], subprocess.Popen[str]], begin: Begin, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "HUNG_SECONDS", 0.3)
    process = run("pay")
    assert line(process) == "first"
    process.send_signal(signal.SIGSTOP)
    assert begin("rest") == StartResult()
    process.send_signal(signal.SIGCONT)
    monkeypatch.undo()
    assert begin("bed").handed_over
    assert line(process) == "bed"


def test_only_sockets_of_this_machine_are_made(environ: dict[str, str]) -> None:
    plain = {**os.environ, **environ}
    done = subprocess.run(
        [sys.executable, "-c", FAMILIES],
        env=plain,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
