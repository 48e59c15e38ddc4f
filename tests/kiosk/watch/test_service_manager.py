from __future__ import annotations

import socket
from typing import TYPE_CHECKING

import pytest

from desktop.kiosk.watch.service_manager import ServiceManager

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def systemd(tmp_path: Path) -> Iterator[socket.socket]:
    """The end of systemd."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as listener:
        listener.bind(str(tmp_path / "notify"))
        listener.settimeout(0)
        yield listener


@pytest.fixture
def manager(systemd: socket.socket) -> Iterator[ServiceManager]:
    made = ServiceManager({"NOTIFY_SOCKET": systemd.getsockname()})
    yield made
    made._systemd._socket.close()


def test_systemd_hears_each_word(manager: ServiceManager, systemd: socket.socket) -> None:
    manager.tell_ready()
    manager.tell_ready()
    manager.tell_alive()
    manager.tell_alive()
    manager.tell_status("fine")
    manager.tell_stopping()
    lines = [systemd.recv(999).decode().splitlines() for _ in range(5)]
    alive = ["WATCHDOG=1"]
    assert lines == [["READY=1"], alive, alive, ["STATUS=fine"], ["STATUS=Ending", "STOPPING=1"]]


def test_a_systemd_that_is_gone_does_no_harm(
    manager: ServiceManager, systemd: socket.socket
) -> None:
    systemd.close()
    for tell in (manager.tell_ready, manager.tell_alive, manager.tell_stopping):
        tell()


def test_without_systemd_nothing_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere")  # of who started the tests
    manager = ServiceManager({})
    for tell in (manager.tell_ready, manager.tell_alive, manager.tell_stopping):
        tell()
    assert manager._systemd is None
