"""Notify systemd of the state of the kiosk, if systemd started it.

The protocol is that of sd_notify(3): one datagram for each message, to the AF_UNIX socket that
`NOTIFY_SOCKET` names.
"""

from __future__ import annotations

import socket
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class SystemdNotifier:
    """Sends messages to systemd. Failures to send are ignored."""

    def __init__(self, environ: Mapping[str, str]) -> None:
        address = environ.get("NOTIFY_SOCKET", "")
        # A leading @ represents the null byte of an abstract socket.
        self._address = f"\0{address[1:]}" if address.startswith("@") else address
        self._is_ready = False

    def notify_ready(self) -> None:
        """Report that a screen is shown; sent once."""
        self._is_ready = self._is_ready or self._send("READY=1")

    def notify_watchdog(self) -> None:
        """Report that the supervisor is alive."""
        self._send("WATCHDOG=1")

    def notify_status(self, words: str) -> None:
        """Report one line for `systemctl status`."""
        self._send(f"STATUS={words}")

    def notify_stopping(self) -> None:
        """Report that the kiosk ends in order."""
        self._send("STATUS=Ending\nSTOPPING=1")

    def _send(self, assignments: str) -> bool:
        """Send lines of `NAME=value`; returns whether systemd's socket accepted them."""
        if not self._address:
            return False
        with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as systemd:
            systemd.setblocking(False)  # noqa: FBT003  # do not wait for a full queue
            systemd.sendto(assignments.encode(), self._address)
            return True
        return False
