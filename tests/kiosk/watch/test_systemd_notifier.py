from __future__ import annotations

import socket
import sys
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.watch.systemd_notifier import SystemdNotifier

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(
    params=[
        "{folder}/notify",
        pytest.param(
            "@{folder}/abstract",
            marks=pytest.mark.skipif(sys.platform != "linux", reason="abstract sockets"),
        ),
    ]
)
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """As systemd writes it into NOTIFY_SOCKET."""
    return str(request.param).format(folder=tmp_path)


@pytest.fixture
def systemd(address: str) -> Iterator[socket.socket]:
    """The end of systemd."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(address.replace("@", "\0", 1))
        listener.settimeout(0)
        yield listener


@pytest.fixture
def manager(address: str) -> SystemdNotifier:
    return SystemdNotifier({"NOTIFY_SOCKET": address})


def received(systemd: socket.socket) -> list[list[str]]:
    """The assignments of each message that waits."""
    messages = []
    try:
        while True:
            messages.append(systemd.recv(999).decode().splitlines())
    except BlockingIOError:
        return messages


def test_systemd_hears_each_word(manager: SystemdNotifier, systemd: socket.socket) -> None:
    manager.notify_ready()
    manager.notify_ready()
    manager.notify_watchdog()
    manager.notify_watchdog()
    manager.notify_status("fine")
    manager.notify_stopping()
    alive = ["WATCHDOG=1"]
    assert received(systemd) == [
        ["READY=1"],
        alive,
        alive,
        ["STATUS=fine"],
        ["STATUS=Ending", "STOPPING=1"],
    ]


def test_a_systemd_that_is_gone_does_no_harm(
    manager: SystemdNotifier, systemd: socket.socket
) -> None:
    systemd.close()
    for tell in (manager.notify_ready, manager.notify_watchdog, manager.notify_stopping):
        tell()


def test_a_systemd_that_is_busy_is_not_waited_for_and_hears_of_it_later(
    manager: SystemdNotifier, systemd: socket.socket
) -> None:
    while manager._send("WATCHDOG=1"):  # until its queue is full
        pass
    manager.notify_ready()
    assert ["READY=1"] not in received(systemd)
    manager.notify_ready()
    assert received(systemd) == [["READY=1"]]


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": ""}, {"NOTIFY_SOCKET": "a" * 999}])
def test_without_systemd_nothing_is_told(
    environ: dict[str, str], systemd: socket.socket, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", address)  # of who started the tests
    manager = SystemdNotifier(environ)
    for tell in (manager.notify_ready, manager.notify_watchdog, manager.notify_stopping):
        tell()
    assert received(systemd) == []
